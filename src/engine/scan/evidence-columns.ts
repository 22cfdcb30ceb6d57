/** R23: the records that make somebody a member, for many patients at once, as numbers. */
import { defaultWindows, type Criterion } from '../../profile/index.ts';
import { recordTypes, type ClinicalRecord, type RecordType } from '../../record/index.ts';
import type { Dictionary, Place } from '../store/index.ts';
import type { AnyQuery, Node, NodeMaker, Pick } from '../query/nodes.ts';
import { atcLengths } from '../reference/query.ts';
import type { CellKeys } from '../types.ts';
import { daysOf, type Days, type Ground } from './evaluation-context.ts';
import { PairList, sortByDay } from './cell-columns.ts';
import { Rows } from './rows.ts';
import type { Survey } from './truth-cache.ts';
import { yes } from './truth-vector.ts';
import { judgeOf, type RowJudge } from './values.ts';

/** A criterion with what is needed to find its records. */
interface Tree {
  readonly node: Node;
  readonly parts: readonly Tree[];
  readonly isNot?: boolean;
  readonly query?: RecordQuery;
  /** The reference has to be asked. */
  readonly isHard?: boolean;
}

interface RecordQuery {
  readonly type: RecordType;
  readonly rows: Rows;
  readonly days: Days;
  readonly judge?: (() => RowJudge) | undefined;
  readonly pick?: Pick | undefined;
  /** R15: shorter codes are not certain. */
  readonly least: number;
}

/** @param askReference Answers the deciding records of one patient, for what is not told by rows alone. */
export function groundKeys(
  ground: Ground,
  survey: Survey,
  maker: NodeMaker,
  include: Criterion,
  places: readonly Place[],
  askReference: (place: Place) => readonly ClinicalRecord[],
): CellKeys {
  const { dictionary } = ground;
  const tree = treeOf(include, maker, ground);
  const states = new Uint8Array(places.length);
  const counts = new Uint32Array(places.length);
  const days = new Int32Array(places.length);
  const pairs = new PairList(places.length);
  const types: number[] = [];
  places.forEach((place, at) => {
    const found: [type: RecordType, row: number][] = [];
    if (collect(tree, yes, place, survey, dictionary, found)) {
      for (const [type, row] of found) {
        const { code, detail } = place.segment.types[type];
        if (pairs.add(code[row]!, detail[row]!)) types.push(recordTypes.indexOf(type));
      }
      counts[at] =
        found.length > 1 ? new Set(found.map(([type, row]) => `${type}${row}`)).size : found.length;
      const [first] = found;
      if (first) days[at] = place.segment.types[first[0]].from[first[1]]!;
    } else
      for (const record of askReference(place)) {
        const code = dictionary.numberOf(record.system, record.code);
        if (pairs.add(code, dictionary.detailOf(record, code)))
          types.push(recordTypes.indexOf(record.type));
        counts[at]!++;
      }
    if (counts[at] === 0) states[at] = 1;
    pairs.next();
  });
  const values = new Float64Array(0);
  return {
    ...{ states, counts, days, values, start: pairs.start },
    ...pairs.seal(),
    types: Uint8Array.from(types),
  };
}

function treeOf(criterion: Criterion, maker: NodeMaker, ground: Ground): Tree {
  const node = maker.nodeOf(criterion);
  const trees = (parts: readonly Criterion[]) => parts.map((part) => treeOf(part, maker, ground));
  if ('all' in criterion) return { node, parts: trees(criterion.all) };
  if ('any' in criterion) return { node, parts: trees(criterion.any) };
  if ('atLeast' in criterion) return { node, parts: trees(criterion.of) };
  if ('not' in criterion) return { node, parts: trees([criterion.not]), isNot: true };
  const type = recordTypes.find((each) => each in criterion);
  if (!type) return { node, parts: [], isHard: !('patient' in criterion) };
  const query = (criterion as Record<RecordType, AnyQuery>)[type];
  if (query.lasting !== undefined) return { node, parts: [], isHard: true };
  return {
    node,
    parts: [],
    query: {
      type,
      rows: new Rows(maker.selectionOf(type, query), ground.dictionary),
      days: daysOf(query.when ?? defaultWindows[type], ground.asOf),
      judge: judgeOf(query.value, ground.dictionary)?.judge,
      pick: query.pick === 'any' ? undefined : query.pick,
      least: query.distinct ? atcLengths[query.distinct.level] : 0,
    },
  };
}

/** Adds the rows that decided, in the order of the criterion; `false` when the reference has to be asked. */
function collect(
  { node, parts, isNot, query, isHard }: Tree,
  wanted: number,
  place: Place,
  survey: Survey,
  dictionary: Dictionary,
  found: [RecordType, number][],
): boolean {
  const { segment, patient } = place;
  if (survey.ask(node, segment)[patient] !== wanted) return true;
  if (isHard) return false;
  const below = isNot ? yes - wanted : wanted;
  for (const part of parts)
    if (!collect(part, below, place, survey, dictionary, found)) return false;
  if (query) for (const row of rowsOf(query, place, dictionary)) found.push([query.type, row]);
  return true;
}

/** The records that count for a query, oldest first. */
function rowsOf(query: RecordQuery, { segment, patient }: Place, dictionary: Dictionary): number[] {
  const columns = segment.types[query.type];
  const rows = query.rows.of(columns, patient, query.days);
  sortByDay(rows, columns.from);
  if (query.pick) return pickOf(rows, query.pick, columns.value);
  const { judge, least } = query;
  if (!judge && least === 0) return rows;
  const judgeRow = judge?.();
  return rows.filter(
    (row) =>
      (!judgeRow || judgeRow(columns, row) === yes) &&
      dictionary.codes[columns.code[row]!]!.code.length >= least,
  );
}

/** R13: of equals the later. */
function pickOf(rows: number[], pick: Pick, values: Float64Array): number[] {
  if (pick === 'earliest') return rows.slice(0, 1);
  if (pick === 'latest') return rows.slice(-1);
  const sign = pick === 'highest' ? 1 : -1;
  let best: number | undefined;
  for (const row of rows)
    if (
      !Number.isNaN(values[row]!) &&
      (best === undefined || sign * values[row]! >= sign * values[best]!)
    )
      best = row;
  return best === undefined ? [] : [best];
}
