/** R18, R19: records that come together, and records that come one after another. */
import { defaultWindows, type Criterion, type SequencePart } from '../../profile/index.ts';
import { recordTypes, type RecordType } from '../../record/index.ts';
import { read, windowOn } from '../reference/windows.ts';
import { isInWindow, plus, startOf } from './days.ts';
import type { Answer, Draft } from './draft.ts';
import type { AnyQuery } from './query.ts';
import { coveredFrom, selectRecords, rejectedFor } from './records.ts';
import { answerLasting, intersectRuns, joinRuns } from './runs.ts';
import { and, sql, type Sql } from './text.ts';
import { valueCondition } from './values.ts';

type Concurrent = Extract<Criterion, { concurrent: unknown }>['concurrent'];
type Sequence = Extract<Criterion, { sequence: unknown }>['sequence'];

const noGap = read('P0D');

/** R18: the days on which every part has an active record form a run that lasts in the window. */
export function answerConcurrent(draft: Draft, { of, when, lasting }: Concurrent): Answer {
  const parts = of.map(partOf).map(([type, selection]) => ({ type, selection }));
  const runs = parts.map(({ type, selection }) =>
    joinRuns(draft, selectRecords(draft, type, selection), noGap),
  );
  return answerLasting(draft, intersectRuns(draft, runs), {
    period: read(lasting ?? 'P1D'),
    gap: noGap,
    window: windowOn(when ?? 'now', draft.asOf),
    parts,
  });
}

/** R19: a record of the first on day a, another of the second on day b, a ≤ b ≤ a + P. */
export function answerSequence(draft: Draft, { of, within }: Sequence): Answer {
  const [first, second] = of.map((part) => candidatesFor(draft, part));
  if (!first || !second) throw new RangeError('A sequence has two parts.');
  const another = first.type === second.type ? sql` AND b.ordinal <> a.ordinal` : sql``;
  const pairs = sql`(
    SELECT a.patient_id, a.judged AND b.judged AS judged
    FROM ${first.name} AS a
    JOIN ${second.name} AS b ON b.patient_id = a.patient_id${another}
      AND b.from_day >= a.from_day
      AND b.from_day <= ${plus(draft, sql`a.from_day`, read(within))}) AS pairs`;
  const certain = draft.aggregate(pairs, sql`count(*) FILTER (WHERE judged)`);
  const possible = draft.aggregate(pairs, sql`count(*)`);
  const known = [...first.known, ...second.known, sql`${possible} IS NULL`];
  return draft.answer(
    sql`CASE WHEN ${certain} > 0 THEN TRUE WHEN ${and([...new Set(known)])} THEN FALSE END`,
  );
}

/** The records that are, or may be, of a part; and what says that there are no others. */
function candidatesFor(
  draft: Draft,
  part: SequencePart,
): { readonly type: RecordType; readonly name: Sql; readonly known: readonly Sql[] } {
  const [type, query] = partOf(part);
  const window = windowOn(query.when ?? defaultWindows[type], draft.asOf);
  const name = draft.table(
    's',
    sql`
  SELECT patient_id, ordinal, from_day, judged
  FROM (
    SELECT patient_id, ordinal, from_day, ${valueCondition(draft, query.value)} AS judged
    FROM ${selectRecords(draft, type, query)}
    WHERE ${isInWindow(draft, window)}) AS candidates
  WHERE judged IS NOT FALSE`,
  );
  const known = [
    coveredFrom(draft, type, startOf(draft, window)),
    rejectedFor(draft, type, query).none,
  ];
  return { type, name, known };
}

/** A part is an object with one key, its record type. */
function partOf(part: object): readonly [RecordType, AnyQuery] {
  const type = recordTypes.find((each) => each in part);
  if (!type) throw new RangeError('A part asks of one record type.');
  return [type, (part as Record<RecordType, AnyQuery>)[type]];
}
