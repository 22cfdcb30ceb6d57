/** R16, R16a: how many runs of spans there are in a window, and whether there is one that is not too long. */
import { openStart } from '../../record/days.ts';
import type { PeriodParts } from '../../record/index.ts';
import type { Question, Selection } from '../query/nodes.ts';
import type { LengthParts } from '../reference/runs.ts';
import type { Segment } from '../store/index.ts';
import { judgeCount } from './count.ts';
import type { Scanner } from './doubtful.ts';
import {
  coveredFrom,
  daysOf,
  isCovered,
  type Days,
  type EvaluationContext,
} from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { isOfLength, neededFrom, sharedRuns, startBefore } from './runs.ts';
import { no, unknown, yes } from './truth-vector.ts';

type Episodes = Extract<Question, { kind: 'episodes' }>;
type Lasting = Extract<Question, { kind: 'lasting' }>;

export function episodesScanner(
  evaluation: EvaluationContext,
  { selection, window, count, gap, lasting }: Episodes,
): Scanner {
  const days = daysOf(window, evaluation.asOf);
  const asked = { selection, days, lengths: lasting ?? {}, gap };
  return runsScanner(evaluation, asked, ({ runs, found }, isCoveredFrom) => {
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
  const days = daysOf(window, evaluation.asOf);
  const asked = { selection, days, lengths: lasting, gap };
  return runsScanner(evaluation, asked, ({ runs, found }, isCoveredFrom) => {
    const latest = found.at(-1);
    if (!latest) return isCoveredFrom(neededFrom(runs, gap, days)) ? no : unknown;
    return isCoveredFrom(days.from === openStart ? openStart : startBefore(latest, gap))
      ? yes
      : unknown;
  });
}

interface Asked {
  readonly selection: Selection;
  readonly days: Days;
  readonly lengths: LengthParts;
  readonly gap: PeriodParts;
}

/** The runs of one patient, oldest first, and those of them that are in the window and last as asked. */
interface FoundRuns {
  readonly runs: readonly Days[];
  readonly found: readonly Days[];
}

/** @param judge Answers for one patient of whom nothing is in doubt but what is not covered. */
function runsScanner(
  evaluation: EvaluationContext,
  { selection, days, lengths, gap }: Asked,
  judge: (runs: FoundRuns, isCoveredFrom: (day: number) => boolean) => number,
): Scanner {
  const rows = new Rows(selection, evaluation);
  const parts = [rows];
  return (segment: Segment) => {
    const truths = new Uint8Array(segment.size);
    const owners = rows.owners(segment);
    const doubtful = rows.doubtful(segment);
    const byClass = segment.classes.map((known) => {
      const since = coveredFrom(evaluation, known, selection, days);
      const isCoveredFrom = (day: number) => isCovered(since, day);
      return { isCoveredFrom, without: judge({ runs: [], found: [] }, isCoveredFrom) };
    });
    for (let patient = 0; patient < segment.size; patient++) {
      const { isCoveredFrom, without } = byClass[segment.classOf[patient]!]!;
      truths[patient] = without;
      if (owners[patient] === 0 || (doubtful.size > 0 && doubtful.has(patient))) continue;
      const runs = sharedRuns(segment, patient, parts, gap);
      const found = runs.filter((run) => isOfLength(run, lengths, days));
      truths[patient] = judge({ runs, found }, isCoveredFrom);
    }
    return { truths, doubtful };
  };
}
