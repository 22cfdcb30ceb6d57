/** Information cells out of the columns, for many patients at once. */
import { windowOfItem, type InformationItem, type RecordItem } from '../../profile/index.ts';
import type { Plan } from '../query/compile.ts';
import type { Selection } from '../query/nodes.ts';
import { coverageReason, rejectedDoubt, type PatientContext } from '../reference/context.ts';
import { fieldJudge } from '../reference/fields.ts';
import { findCell, findField } from '../reference/outcome.ts';
import { windowOn } from '../reference/windows.ts';
import { restoreRecords, type RowRef, type Segment } from '../store/index.ts';
import type { Cell, UnknownReason } from '../types.ts';
import { cellOrder } from './cell-order.ts';
import { daysOf, type EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import type { TruthCache } from './truth-cache.ts';
import { no, unknown } from './truth-vector.ts';

/** Answers an item's cell for one patient of a segment, its condition aside. */
type CellReader = (ref: RowRef) => Cell;

/** The cells of a profile's items, each read off the columns when it is asked for. */
export class ItemCells {
  readonly #readers: CellReader[] = [];

  /** @param contextAt Of whom a condition is in doubt, the reference is asked why. */
  constructor(
    private readonly plan: Plan,
    private readonly evaluation: EvaluationContext,
    private readonly truthCache: TruthCache,
    private readonly contextAt: (ref: RowRef) => PatientContext,
  ) {}

  /** Reads those of one patient, each by the index of its item in the profile's information. */
  of(ref: RowRef): (index: number) => Cell {
    return (index) => this.at(ref, index);
  }

  /** The cell of one item of one patient. */
  at(ref: RowRef, index: number): Cell {
    const { profile, nodes } = this.plan;
    const item = profile.information[index]!;
    const condition = nodes.conditions[index];
    const asked = condition && this.truthCache.ask(condition, ref.segment)[ref.patient]!;
    if (asked === no) return { item, state: 'not-asked', records: [], unknownReasons: [] };
    if (asked === unknown) return findCell(this.contextAt(ref), item, index);
    const read = (this.#readers[index] ??= cellReader(
      this.evaluation,
      item,
      nodes.selections[index],
    ));
    return read(ref);
  }
}

/** @param selection The item's codes and source; absent where it asks no records, or there are no codes. */
function cellReader(
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

function recordReader(evaluation: EvaluationContext, item: RecordItem, rows: Rows): CellReader {
  const { dictionary, coverage, asOf } = evaluation;
  const inOrder = cellOrder(item, evaluation);
  const window = windowOfItem(item);
  const days = daysOf(window, asOf);
  const span = windowOn(window, asOf);
  const { systems, fields } = rows.selection;
  const judge = fields && fieldJudge(fields, { asOf });
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
      const { missing } = judge ? judge(record) : {};
      return record.code === '' && systems
        ? { kind: 'no-code', record }
        : { kind: 'no-field', record, field: missing! };
    });
  };
  return ({ segment, patient }) => {
    const columns = segment.types[item.type];
    const found = rows.of(columns, patient, days);
    const shown = inOrder(found, columns);
    const records = restoreRecords(segment, patient, item.type, shown, dictionary);
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

const noDoubts: readonly UnknownReason[] = [];
