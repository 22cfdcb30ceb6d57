/** *New* (`first`): which rows of a segment are their patient's first of their code. */
import { openStart } from '../../record/days.ts';
import { firstJudge } from '../reference/first.ts';
import type { Selection } from '../query/nodes.ts';
import { restoreLazily, type Segment, type TypeColumns } from '../store/index.ts';
import { finish } from '../steps.ts';
import { codeTable } from './codes.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { detailTable } from './details.ts';
import { no, truthByte, unknown, yes } from './truth-vector.ts';
import { absenceIn } from './windows.ts';

/** Answers by row: yes, no, or unknown. */
export type FirstReader = (segment: Segment) => Uint8Array;

/** The reader of a type. Where a day, a code or a whole record is in doubt, the reference tells. */
export function firstReader(evaluation: EvaluationContext, selection: Selection): FirstReader {
  const { dictionary, today, asOf } = evaluation;
  const { type, codes } = selection;
  // Of other codes nobody asks.
  const asked = codes && codeTable(codes, dictionary);
  const cancelled = detailTable(
    ['cancelled'],
    dictionary,
    () =>
      ({ status }) =>
        status === 'cancelled' ? 1 : 0,
  );
  return (segment) => {
    const columns = segment.types[type];
    const truths = firstOfCode(columns, cancelled.numbers, asked?.flags);
    for (const patient of doubtfulIn(segment, selection, evaluation)) {
      const restored = restoreLazily(segment, patient, dictionary);
      const judge = finish(firstJudge({ patient: restored, asOf }, type, undefined));
      for (const [at, record] of restored.records[type].entries())
        truths[columns.start[patient]! + at] = truthByte(judge(record).truth);
    }
    const untilNow = { from: openStart, to: today, span: { to: asOf } };
    const absence = absenceIn(evaluation, segment, selection, untilNow);
    for (let patient = 0; patient < segment.size; patient++)
      if (absence[patient] === unknown)
        for (let row = columns.start[patient]!; row < columns.start[patient + 1]!; row++)
          if (truths[row] === yes) truths[row] = unknown;
    return truths;
  };
}

/**
 * By first days alone, code by code: `yes` of those of a patient's earliest day.
 * @param asked By code number, 0 where it is not asked; absent where all are.
 */
function firstOfCode(
  { from, detail, postings }: TypeColumns,
  cancelled: Int32Array,
  asked: Int32Array | undefined,
): Uint8Array {
  const truths = new Uint8Array(from.length);
  const { start, rows, patients, codes } = postings;
  for (let ref = 0; ref < codes.length; ref++) {
    if (asked?.[codes[ref]!] === 0) continue;
    const end = start[ref + 1]!;
    let at = start[ref]!;
    while (at < end) {
      const patient = patients[at]!;
      const first = at;
      let earliest = Infinity;
      for (; at < end && patients[at] === patient; at++)
        if (cancelled[detail[rows[at]!]!] === 0) earliest = Math.min(earliest, from[rows[at]!]!);
      for (let each = first; each < at; each++)
        truths[rows[each]!] = from[rows[each]!] === earliest ? yes : no;
    }
  }
  return truths;
}

/** The patients of whom a day, a code or a whole record of the type is in doubt. */
function doubtfulIn(
  segment: Segment,
  { type }: Selection,
  { dictionary }: EvaluationContext,
): ReadonlySet<number> {
  const doubtful = new Set<number>();
  for (const [patient, rejected] of segment.rejected)
    if (rejected.some((entry) => entry.type === type)) doubtful.add(patient);
  const { start, code, from, fromLatest, isWhole, postings } = segment.types[type];
  const isCoded = postings.codes.every((each) => dictionary.codes[each]!.code !== '');
  if (isWhole && isCoded) return doubtful;
  for (let patient = 0; patient < segment.size; patient++)
    for (let row = start[patient]!; row < start[patient + 1]!; row++)
      if (from[row] !== fromLatest[row] || dictionary.codes[code[row]!]!.code === '')
        doubtful.add(patient);
  return doubtful;
}
