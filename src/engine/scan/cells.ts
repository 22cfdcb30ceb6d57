/** Information cells out of the columns, for many patients at once. */
import { windowOfItem, type InformationItem, type RecordItem } from '../../profile/index.ts';
import type { ClinicalRecord } from '../../record/index.ts';
import { restoreRecords, type RowRef, type Segment } from '../store/index.ts';
import type { Selection } from '../query/nodes.ts';
import { coverageReason, rejectedDoubt } from '../reference/context.ts';
import { judgeFields } from '../reference/fields.ts';
import { findField, recordsInOrder } from '../reference/outcome.ts';
import { windowOn } from '../reference/windows.ts';
import type { Cell, UnknownReason } from '../types.ts';
import { daysOf, type EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';

/** Answers an item's cell for one patient of a segment, its condition aside. */
export type CellReader = (ref: RowRef) => Cell;

/** @param selection The item's codes and source; absent where it asks no records, or there are no codes. */
export function cellReader(
  evaluation: EvaluationContext,
  item: InformationItem,
  selection: Selection | undefined,
): CellReader {
  if (item.type === 'patient')
    return ({ segment, patient }) => findField(segment.patients[patient]!, item, evaluation.asOf);
  if (!selection) {
    const cell: Cell = {
      item,
      state: 'unknown',
      records: [],
      unknownReasons: [{ kind: 'uncoded' }],
    };
    return () => cell;
  }
  return recordReader(evaluation, item, new Rows(selection, evaluation));
}

function recordReader(
  { dictionary, coverage, asOf }: EvaluationContext,
  item: RecordItem,
  rows: Rows,
): CellReader {
  const window = windowOfItem(item);
  const days = daysOf(window, asOf);
  const span = windowOn(window, asOf);
  const { systems, fields } = rows.selection;
  /** Of those that are not certainly in the window, and those that lack a code or a field that is asked. */
  const doubtsOf = (
    segment: Segment,
    patient: number,
    found: readonly number[],
  ): readonly UnknownReason[] => {
    const columns = segment.types[item.type];
    const partial = found.filter((row) => !rows.isSurelyIn(columns, row, days));
    const uncertain = rows.uncertainOf(columns, patient, days);
    if (partial.length + uncertain.length === 0) return noDoubts;
    const inOrder = [...partial, ...uncertain].sort((a, b) => a - b);
    return restoreRecords(segment, patient, item.type, inOrder, dictionary).map((record, at) => {
      if (!uncertain.includes(inOrder[at]!)) return { kind: 'partial-date', record };
      const { missing } = fields ? judgeFields(record, fields, { asOf }) : {};
      return record.code === '' && systems
        ? { kind: 'no-code', record }
        : { kind: 'no-field', record, field: missing! };
    });
  };
  return ({ segment, patient }) => {
    const columns = segment.types[item.type];
    const found = rows.of(columns, patient, days);
    const records: readonly ClinicalRecord[] =
      found.length > 0
        ? recordsInOrder(restoreRecords(segment, patient, item.type, found, dictionary), item, asOf)
        : nothing;
    const known = segment.classes[segment.classOf[patient]!]!;
    const uncovered = coverageReason(
      { patient: known, clinicCoverage: coverage, asOf },
      item.type,
      systems,
      span,
    );
    const unknownReasons: readonly UnknownReason[] = [
      ...(uncovered ? [uncovered] : []),
      ...rejectedDoubt(item.type, rows.rejectedOf(segment, patient, span)),
      ...doubtsOf(segment, patient, found),
    ];
    const state = records.length > 0 ? 'value' : unknownReasons.length > 0 ? 'unknown' : 'none';
    return { item, state, records, unknownReasons };
  };
}

const nothing: readonly ClinicalRecord[] = [];
const noDoubts: readonly UnknownReason[] = [];
