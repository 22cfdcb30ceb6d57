/** R16, R16a: how many runs of spans there are in a window, and whether there is one that is not too long. */
import { openStart } from '../../record/days.ts';
import type { PeriodParts } from '../../record/index.ts';
import type { Question, Selection } from '../query/nodes.ts';
import type { LengthParts } from '../reference/runs.ts';
import type { Segment } from '../store/index.ts';
import { judgeCount } from './count.ts';
import type { Scanner } from './doubtful.ts';
import type { Days, EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { isOfLength, neededFrom, sharedRuns, startBefore } from './runs.ts';
import { no, unknown, yes } from './truth-vector.ts';
import { coverageIn, daysFor, windowPlacer, type PlacedWindow } from './windows.ts';

type Episodes = Extract<Question, { kind: 'episodes' }>;
type Lasting = Extract<Question, { kind: 'lasting' }>;

export function episodesScanner(
  evaluation: EvaluationContext,
  { selection, window, count, gap, lasting }: Episodes,
): Scanner {
  const place = windowPlacer(evaluation, window);
  const asked = { selection, place, lengths: lasting ?? {}, gap };
  return runsScanner(evaluation, asked, ({ runs, found, days }, isCoveredFrom) => {
    const number = found.length;
    if (isCoveredFrom(lasting ? neededFrom(runs, gap, days) : days.from))
      return judgeCount(number, number, count);
    // What is not seen may join all of them to one, and then it may last too long.
    return judgeCount(lasting?.atMost ? 0 : Math.min(number, 1), Infinity, count);
  });
}

/** R16: with a longest, a run counts only where nothing that is not seen can be joined to it. */
export function shortScanner(
  evaluation: EvaluationContext,
  { selection, window, gap, lasting }: Lasting,
): Scanner {
  const place = windowPlacer(evaluation, window);
  const asked = { selection, place, lengths: lasting, gap };
  return runsScanner(evaluation, asked, ({ runs, found, days }, isCoveredFrom) => {
    const latest = found.at(-1);
    if (!latest) return isCoveredFrom(neededFrom(runs, gap, days)) ? no : unknown;
    return isCoveredFrom(days.from === openStart ? openStart : startBefore(latest, gap))
      ? yes
      : unknown;
  });
}

interface Asked {
  readonly selection: Selection;
  readonly place: (segment: Segment) => PlacedWindow;
  readonly lengths: LengthParts;
  readonly gap: PeriodParts;
}

/** The runs of one patient, oldest first, and those of them that are in the window and last as asked. */
interface FoundRuns {
  readonly runs: readonly Days[];
  readonly found: readonly Days[];
  /** The window. */
  readonly days: Days;
}

/** @param judge Answers for one patient of whom nothing is in doubt but what is not covered. */
function runsScanner(
  evaluation: EvaluationContext,
  { selection, place, lengths, gap }: Asked,
  judge: (runs: FoundRuns, isCoveredFrom: (day: number) => boolean) => number,
): Scanner {
  const rows = new Rows(selection, evaluation);
  const parts = [rows];
  return (segment: Segment) => {
    const truths = new Uint8Array(segment.size);
    const owners = rows.owners(segment);
    const doubtful = rows.doubtful(segment);
    const window = place(segment);
    const covers = coverageIn(evaluation, segment, selection, window);
    for (let patient = 0; patient < segment.size; patient++) {
      if (doubtful.size > 0 && doubtful.has(patient)) continue;
      const days = daysFor(window, patient);
      const runs = owners[patient] === 0 ? none : sharedRuns(segment, patient, parts, gap);
      const found = runs.filter((run) => isOfLength(run, lengths, days));
      truths[patient] = judge({ runs, found, days }, (day) => covers(patient, day));
    }
    return { truths, doubtful };
  };
}

const none: readonly Days[] = [];
