/** Days around the index date as a window of a profile. */
import type { Window } from '../../profile/index.ts';
import type { CirceCorrelated, CirceEdge } from './types.ts';

type Outcome =
  | { readonly when: Window }
  | { readonly refused: string; readonly key: 'StartWindow' | 'EndWindow' };

/**
 * R7: a point is in a window by its date; a span that began by the window's last day, and had not ended before its first,
 * shares a day with it.
 */
export function readWindows(
  { StartWindow: start, EndWindow: end }: Pick<CirceCorrelated, 'StartWindow' | 'EndWindow'>,
  isSpan: boolean,
): Outcome {
  if (start?.UseIndexEnd || end?.UseIndexEnd)
    return {
      key: start?.UseIndexEnd ? 'StartWindow' : 'EndWindow',
      refused: 'it counts from the day on which the index event ends.',
    };
  if (start?.UseEventEnd)
    return { key: 'StartWindow', refused: 'it asks for the day on which the event ended.' };
  const opens = start && dayOf(start.Start, -1);
  const closes = start && dayOf(start.End, 1);
  if (!isSpan) {
    if (end && !(isOpen(end.Start, -1) && isOpen(end.End, 1)))
      return { key: 'EndWindow', refused: 'a record of one day has no end of its own.' };
    return { when: windowOf(opens, closes) };
  }
  // With an open start the beginning alone tells whether a day is shared.
  if (opens !== undefined)
    return {
      key: 'StartWindow',
      refused:
        'it asks for the day on which something began; a profile asks what there was in those days.',
    };
  if (!end) return { when: windowOf(undefined, closes) };
  if (end.UseEventEnd === false || !isOpen(end.End, 1))
    return {
      key: 'EndWindow',
      refused: 'of an end a profile asks only that it is not before a day.',
    };
  return { when: windowOf(dayOf(end.Start, -1), closes) };
}

/** How many days after the index date; undefined where that side is open. */
function dayOf({ Days: days, Coeff: coeff }: CirceEdge, open: -1 | 1): number | undefined {
  if (days === undefined || days === null) return coeff === open ? undefined : coeff * longest;
  return days * coeff;
}

/** All days before, where an end is asked, is as good as never. */
const longest = 36_500;

function isOpen(edge: CirceEdge, side: -1 | 1): boolean {
  return dayOf(edge, side) === undefined;
}

function windowOf(opens: number | undefined, closes: number | undefined): Window {
  if (opens === undefined && closes === 0) return 'ever';
  if (opens === 0 && closes === 0) return 'now';
  if (opens === 0 && closes === undefined) return 'future';
  // An open end would end at the day of evaluation.
  const to = closes === undefined ? far : edgeOf(closes);
  return opens === undefined ? { to } : { from: edgeOf(opens), to };
}

/** As far ahead as a window of a profile reaches. */
const far = '+P200Y';

function edgeOf(days: number): string {
  return `${days < 0 ? '-' : '+'}P${Math.abs(days)}D`;
}
