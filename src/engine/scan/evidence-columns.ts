/** R23: the records that make somebody a member, for many patients at once, as numbers. */
import { defaultWindows, type Criterion } from '../../profile/index.ts';
import { dayOf } from '../../record/days.ts';
import { recordTypes, type ClinicalRecord, type RecordType } from '../../record/index.ts';
import type { Dictionary, RowRef, TypeColumns } from '../store/index.ts';
import type { AnyQuery, Node, NodeMaker, Pick } from '../query/nodes.ts';
import type { Steps } from '../steps.ts';
import { atcLengths } from '../reference/query.ts';
import type { CellColumns } from '../types.ts';
import { daysOf, type Days, type EvaluationContext } from './evaluation-context.ts';
import { PairList } from './cell-columns.ts';
import { sortByDay } from './cell-order.ts';
import { PickedRows } from './pick.ts';
import { Rows } from './rows.ts';
import type { TruthCache } from './truth-cache.ts';
import { yes } from './truth-vector.ts';
import { judgeOf, numbersIn, type RowJudge } from './values.ts';

/** A criterion with what is needed to find its records. */
interface Tree {
  readonly node: Node;
  readonly parts: readonly Tree[];
  readonly isNot?: boolean;
  /** R13a: of several the first with a row in the window answers. */
  readonly queries?: readonly RecordQuery[];
  /** The reference has to be asked. */
  readonly isHard?: boolean;
}

interface RecordQuery {
  readonly type: RecordType;
  readonly rows: Rows;
  readonly days: Days;
  readonly judge?: (() => RowJudge) | undefined;
  readonly pick?: Pick | undefined;
  /** Results as numbers in the unit asked. */
  readonly numbers?: ReturnType<typeof numbersIn> | undefined;
  /** R15: shorter codes are not certain. */
  readonly least: number;
}

/** So many patients are looked at in one step. */
const patientsInStep = 2048;
/** Or so many of whom the reference is asked: each costs as much as a hundred others. */
const askedInStep = 20;

/**
 * The deciding records, some patients in each step.
 *
 * @param askReference Answers the deciding records of one patient, for what is not told by rows alone.
 */
export function* evidenceColumnsInSteps(
  evaluation: EvaluationContext,
  truthCache: TruthCache,
  maker: NodeMaker,
  include: Criterion,
  refs: readonly RowRef[],
  askReference: (ref: RowRef) => readonly ClinicalRecord[],
): Steps<CellColumns> {
  const { dictionary } = evaluation;
  const tree = treeOf(include, maker, evaluation);
  const states = new Uint8Array(refs.length);
  const counts = new Uint32Array(refs.length);
  const days = new Int32Array(refs.length);
  const pairs = new PairList(refs.length);
  const types: number[] = [];
  let asked = 0;
  for (const [at, ref] of refs.entries()) {
    if (at % patientsInStep === patientsInStep - 1 || asked >= askedInStep) {
      asked = 0;
      yield;
    }
    const found: [type: RecordType, row: number][] = [];
    if (collect(tree, yes, ref, truthCache, dictionary, found)) {
      for (const [type, row] of found) {
        const { code, detail } = ref.segment.types[type];
        if (pairs.add(code[row]!, detail[row]!)) types.push(recordTypes.indexOf(type));
      }
      counts[at] =
        found.length > 1 ? new Set(found.map(([type, row]) => `${type}${row}`)).size : found.length;
      const [first] = found;
      if (first) days[at] = ref.segment.types[first[0]].from[first[1]]!;
    } else {
      asked++;
      const records = askReference(ref);
      const [first] = records;
      if (first) days[at] = dayOf('from' in first ? first.from : first.at);
      for (const record of records) {
        const code = dictionary.numberOf(record.system, record.code);
        if (pairs.add(code, dictionary.detailOf(record, code)))
          types.push(recordTypes.indexOf(record.type));
        counts[at]!++;
      }
    }
    if (counts[at] === 0) states[at] = 1;
    pairs.next();
  }
  const values = new Float64Array(0);
  return {
    ...{ states, counts, days, values, start: pairs.start },
    ...pairs.seal(),
    types: Uint8Array.from(types),
  };
}

function treeOf(criterion: Criterion, maker: NodeMaker, evaluation: EvaluationContext): Tree {
  const node = maker.nodeOf(criterion);
  const trees = (parts: readonly Criterion[]) =>
    parts.map((part) => treeOf(part, maker, evaluation));
  if ('all' in criterion) return { node, parts: trees(criterion.all) };
  if ('any' in criterion) return { node, parts: trees(criterion.any) };
  if ('atLeast' in criterion) return { node, parts: trees(criterion.of) };
  if ('not' in criterion) return { node, parts: trees([criterion.not]), isNot: true };
  const type = recordTypes.find((each) => each in criterion);
  if (!type) return { node, parts: [], isHard: !('patient' in criterion) };
  const query = (criterion as Record<RecordType, AnyQuery>)[type];
  if (query.lasting !== undefined || query.episodes || query.first)
    return { node, parts: [], isHard: true };
  const asked = query.prefer ? query.prefer.map((codes) => ({ ...query, codes })) : [query];
  return {
    node,
    parts: [],
    queries: asked.map((each) => readQuery(type, each, maker, evaluation)),
  };
}

function readQuery(
  type: RecordType,
  query: AnyQuery,
  maker: NodeMaker,
  evaluation: EvaluationContext,
): RecordQuery {
  return {
    type,
    rows: new Rows(maker.selectionOf(type, query), evaluation),
    days: daysOf(query.when ?? defaultWindows[type], evaluation.asOf),
    judge: judgeOf(query.value, evaluation.dictionary)?.judge,
    pick: query.pick === 'any' ? undefined : query.pick,
    numbers:
      query.value && 'text' in query.value
        ? undefined
        : numbersIn(query.value ?? {}, evaluation.dictionary),
    least: query.distinct ? atcLengths[query.distinct.level] : 0,
  };
}

/** Adds the rows that decided, in the order of the criterion; `false` when the reference has to be asked. */
function collect(
  { node, parts, isNot, queries = [], isHard }: Tree,
  wanted: number,
  ref: RowRef,
  truthCache: TruthCache,
  dictionary: Dictionary,
  found: [RecordType, number][],
): boolean {
  const { segment, patient } = ref;
  if (truthCache.ask(node, segment)[patient] !== wanted) return true;
  if (isHard) return false;
  const below = isNot ? yes - wanted : wanted;
  for (const part of parts)
    if (!collect(part, below, ref, truthCache, dictionary, found)) return false;
  for (const query of queries) {
    const rows = rowsOf(query, ref, dictionary);
    if (!rows) return false;
    for (const row of rows) found.push([query.type, row]);
    if (rows.length > 0) break;
  }
  return true;
}

/** The records that count for a query, oldest first; undefined where the reference has to be asked. */
function rowsOf(
  query: RecordQuery,
  { segment, patient }: RowRef,
  dictionary: Dictionary,
): readonly number[] | undefined {
  const columns = segment.types[query.type];
  const rows = query.rows.of(columns, patient, query.days);
  sortByDay(rows, columns.from);
  if (query.pick) return pickOf(rows, query, query.pick, columns);
  const { judge, least } = query;
  const sure = columns.isWhole
    ? rows
    : rows.filter((row) => query.rows.isSurelyIn(columns, row, query.days));
  if (!judge && least === 0) return sure;
  const judgeRow = judge?.();
  return sure.filter(
    (row) =>
      (!judgeRow || judgeRow(columns, row) === yes) &&
      dictionary.codes[columns.code[row]!]!.code.length >= least,
  );
}

/** R13: the one picked; undefined where several may be. */
function pickOf(
  rows: readonly number[],
  { numbers }: RecordQuery,
  pick: Pick,
  columns: TypeColumns,
): readonly number[] | undefined {
  const isDatedOut = (row: number) => columns.from[row] !== columns.fromLatest[row];
  if (!columns.isWhole && rows.some(isDatedOut)) return undefined;
  if (rows.length === 0) return rows;
  if (pick === 'latest' || pick === 'earliest') {
    const picked = new PickedRows(1, columns, pick);
    for (const row of rows) picked.add(0, row);
    return [picked.of(0)];
  }
  const numberOf = numbers!();
  const sign = pick === 'highest' ? 1 : -1;
  let best = rows[0]!;
  for (const row of rows) {
    const number = numberOf(columns, row);
    if (Number.isNaN(number)) return undefined;
    // Of equals the later.
    if (sign * number >= sign * numberOf(columns, best)) best = row;
  }
  return [best];
}
