/** What a round is to reach, part by part: compared, merged with what a colleague says, and taken back. */
import type { Round, RoundAim } from '../../adapter/index.ts';
import { addPeriod, type CalendarDate } from '../../record/index.ts';
import { dayOf } from '../../record/days.ts';

export type AimPart = 'goal' | 'evaluation' | 'owner' | 'evaluated';

const parts: readonly AimPart[] = ['goal', 'evaluation', 'owner', 'evaluated'];

function isSamePart(a: RoundAim, b: RoundAim, part: AimPart): boolean {
  if (part === 'owner') return a.owner?.id === b.owner?.id;
  return (a[part]?.trim() ?? '') === (b[part]?.trim() ?? '');
}

/** Whether two say the same, whoever said it and when. */
export function isSameAim(a: RoundAim, b: RoundAim): boolean {
  return parts.every((part) => isSamePart(a, b, part));
}

/** What two say otherwise. */
export function differingParts(a: RoundAim, b: RoundAim): readonly AimPart[] {
  return parts.filter((part) => !isSamePart(a, b, part));
}

/** The one, with a part as the other says it. */
function put(into: RoundAim, from: RoundAim, part: AimPart): RoundAim {
  const { [part]: _, ...rest } = into;
  const value = from[part];
  return value ? { ...rest, [part]: value } : rest;
}

/**
 * Merges what the user has said with what is stored: of each part that one of them alone has changed, that version is
 * taken; of what both have changed to different ends, the stored one, and it is told which parts those are.
 */
export function mergeAims(
  base: RoundAim,
  mine: RoundAim,
  theirs: RoundAim,
): { readonly aim: RoundAim; readonly disputed: readonly AimPart[] } {
  let aim = theirs;
  const disputed: AimPart[] = [];
  for (const part of parts) {
    if (isSamePart(mine, base, part) || isSamePart(mine, theirs, part)) continue;
    if (isSamePart(theirs, base, part)) aim = put(aim, mine, part);
    else disputed.push(part);
  }
  return { aim: aim === theirs ? theirs : signedAs(aim, mine), disputed };
}

/** What the user had seen before, and of what is stored the parts that the user has sent. */
export function withOwnParts(was: RoundAim, theirs: RoundAim, sent: readonly RoundAim[]): RoundAim {
  const own = parts.filter((part) => sent.some((each) => isSamePart(each, theirs, part)));
  return own.reduce((all, part) => put(all, theirs, part), was);
}

/** The aim with some parts as another says them. */
export function withParts(aim: RoundAim, from: RoundAim, which: readonly AimPart[]): RoundAim {
  return signedAs(
    which.reduce((all, part) => put(all, from, part), aim),
    from,
  );
}

/** The aim with all that it leaves open as another says it. */
export function filledFrom(aim: RoundAim, other: RoundAim): RoundAim {
  const open = parts.filter((part) => !aim[part] && other[part]);
  return open.length > 0 ? open.reduce((all, part) => put(all, other, part), aim) : aim;
}

/** What the user said of it, and what was said before. */
export interface AimStep {
  readonly was: RoundAim;
  readonly mine: RoundAim;
}

/** The aim as before, in all that is still as the user then left it; `isWhole`: in all. */
export function takeBackAim(
  now: RoundAim,
  { was, mine }: AimStep,
): { readonly aim: RoundAim; readonly isWhole: boolean } {
  let aim = now;
  let isWhole = true;
  for (const part of parts) {
    if (isSamePart(was, mine, part) || isSamePart(now, was, part)) continue;
    if (isSamePart(now, mine, part)) aim = put(aim, was, part);
    else isWhole = false;
  }
  return { aim, isWhole };
}

/**
 * What a round was to reach, for one that begins on another day: the same goal and owner, evaluated after as long as it
 * was. Undefined where it was to reach nothing.
 */
export function aimAgain(
  { asOf: began, aim = {} }: Round,
  asOf: CalendarDate,
): RoundAim | undefined {
  const { goal, owner, evaluation } = aim;
  if (!goal && !owner && !evaluation) return undefined;
  return {
    ...(goal ? { goal } : {}),
    ...(owner ? { owner } : {}),
    ...(evaluation && evaluation > began ? { evaluation: asLong(began, evaluation, asOf) } : {}),
  };
}

/** The day that is as long after a third as the second after the first: so many months, and days. */
function asLong(from: CalendarDate, to: CalendarDate, since: CalendarDate): CalendarDate {
  const [[year, month, day], [toYear, toMonth, toDay]] = [from, to].map((date) =>
    date.split('-').map(Number),
  ) as [[number, number, number], [number, number, number]];
  const months = (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
  const whole = { years: 0, months, weeks: 0, days: 0 };
  const days = dayOf(to) - dayOf(addPeriod(from, whole));
  return addPeriod(since, { ...whole, days });
}

function signedAs({ by: _, at: __, ...aim }: RoundAim, { by, at }: RoundAim): RoundAim {
  return { ...aim, ...(by ? { by } : {}), ...(at ? { at } : {}) };
}

/** Whether the day has come on which a round is to be evaluated, and nobody has said that it was. */
export function isEvaluationDue({ aim }: Round, asOf: CalendarDate): boolean {
  return aim?.evaluation !== undefined && !aim.evaluated && aim.evaluation <= asOf;
}
