/** R19b: the day of each patient's record on which a criterion is asked. */
import { openEnd } from '../../record/days.ts';
import type { AnchorDay } from '../query/nodes.ts';
import type { Segment } from '../store/index.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { isKnownToTheDay, Rows } from './rows.ts';
import { no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { judgeOf } from './values.ts';
import { coverageIn, daysFor, noAnchor, pastWindowPlacer } from './windows.ts';

interface AnchorsFound {
  /** By patient: the day; `noAnchor` of whom it is not asked in the columns. */
  readonly days: Int32Array<ArrayBuffer>;
  /** By patient: what is said where there is no day. */
  readonly absence: TruthVector;
  /** Those of whom it is not known which record it is, or on which day. */
  readonly doubtful: ReadonlySet<number>;
  /** Whether anybody has a day. */
  readonly isAny: boolean;
}

/** The days of a segment's patients, found once for all that is asked on them. */
export class AnchorScanner {
  readonly #find: (segment: Segment) => AnchorsFound;
  readonly #found = new WeakMap<Segment, AnchorsFound>();

  constructor(evaluation: EvaluationContext, day: AnchorDay) {
    this.#find = anchorFinder(evaluation, day);
  }

  find(segment: Segment): AnchorsFound {
    let found = this.#found.get(segment);
    if (!found) this.#found.set(segment, (found = this.#find(segment)));
    return found;
  }
}

function anchorFinder(
  evaluation: EvaluationContext,
  { on: { selection, window, value }, pick, at }: AnchorDay,
): (segment: Segment) => AnchorsFound {
  const { dictionary, today } = evaluation;
  const rows = new Rows(selection, evaluation);
  const place = pastWindowPlacer(evaluation, window);
  const judgement = judgeOf(value, dictionary);
  const sign = pick === 'latest' ? 1 : -1;
  return (segment) => {
    const columns = segment.types[selection.type];
    const placed = place(segment);
    const judge = judgement?.judge();
    const days = new Int32Array(segment.size).fill(noAnchor);
    const doubtful = new Set<number>();
    const dayOf = at ? columns.to : columns.from;
    rows.each(segment, placed, (row, patient, isSure) => {
      const day = dayOf[row]!;
      // What goes on has no end.
      if (at && (day === openEnd || columns.toEarliest[row]! > today)) return;
      const truth = judge ? judge(columns, row) : yes;
      if (truth === no) return;
      if (!isSure || truth === unknown || !isKnownToTheDay(columns, row)) {
        doubtful.add(patient);
        return;
      }
      const best = days[patient]!;
      if (best === noAnchor || sign * (day - best) > 0) days[patient] = day;
    });
    rows.eachRejection(segment, placed, (patient) => doubtful.add(patient));
    const until = at ? today : undefined;
    const covers = coverageIn(evaluation, segment, selection, placed, until);
    const absence = new Uint8Array(segment.size);
    let isAny = false;
    for (let patient = 0; patient < segment.size; patient++) {
      const start = daysFor(placed, patient).from;
      const day = days[patient]!;
      // The latest is known to be the latest when everything after it is covered.
      const isKnown =
        start <= today && covers(patient, pick === 'latest' && day > start ? day : start);
      if (!isKnown) absence[patient] = unknown;
      if (!isKnown || doubtful.has(patient)) days[patient] = noAnchor;
      else if (day !== noAnchor) isAny = true;
    }
    return { days, absence, doubtful, isAny };
  };
}
