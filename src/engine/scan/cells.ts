/** Information cells out of the columns, for many patients at once. */
import { defaultWindows, type InformationItem, type RecordItem } from '../../profile/index.ts';
import type { ClinicalRecord } from '../../record/index.ts';
import { restoreRecords, type RowRef } from '../store/index.ts';
import type { Selection } from '../query/nodes.ts';
import { coverageReason } from '../reference/context.ts';
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
  return recordReader(evaluation, item, new Rows(selection, evaluation.dictionary));
}

function recordReader(
  { dictionary, coverage, asOf }: EvaluationContext,
  item: RecordItem,
  rows: Rows,
): CellReader {
  const window = item.when ?? defaultWindows[item.type];
  const days = daysOf(window, asOf);
  const span = windowOn(window, asOf);
  const { system } = rows.selection;
  return ({ segment, patient }) => {
    const columns = segment.types[item.type];
    const found = rows.of(columns, patient, days);
    const records: readonly ClinicalRecord[] =
      found.length > 0
        ? recordsInOrder(restoreRecords(segment, patient, item.type, found, dictionary), item)
        : nothing;
    const known = segment.classes[segment.classOf[patient]!]!;
    const uncovered = coverageReason(
      { patient: known, clinicCoverage: coverage, asOf },
      item.type,
      system === undefined ? undefined : [system],
      span,
    );
    const count = rows.rejectedOf(segment, patient).length;
    const unknownReasons: readonly UnknownReason[] = [
      ...(uncovered ? [uncovered] : []),
      ...(count > 0 ? [{ kind: 'rejected', type: item.type, count } as const] : []),
    ];
    const state = records.length > 0 ? 'value' : unknownReasons.length > 0 ? 'unknown' : 'none';
    return { item, state, records, unknownReasons };
  };
}

const nothing: readonly ClinicalRecord[] = [];
