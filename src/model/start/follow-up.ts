/** What a cluster agreed at a meeting, as the host keeps it: the start page tells when it is looked at again. */
import * as z from 'zod/mini';
import { calendarDate, lenient, localText, name, present, text } from '../../adapter/reading.ts';
import type { LocalText } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';

/** One meeting to follow up. */
export interface FollowUp {
  /** Of the cluster package. */
  readonly id: string;
  readonly title: LocalText;
  /** The day of the meeting. */
  readonly met: CalendarDate;
  /** The day on which the figures are to be seen again. */
  readonly due: CalendarDate;
  /** What was agreed, as somebody wrote it. */
  readonly agreed?: string;
  /** The date of figures that are newer than those of the meeting; absent until they are there. */
  readonly figures?: CalendarDate;
  /** What the meeting looked at. */
  readonly indicators: readonly FollowUpIndicator[];
}

/** An indicator that a meeting looked at: its list is a click away. */
export interface FollowUpIndicator {
  readonly profileId: string;
  readonly indicatorId: string;
  readonly title: LocalText;
  /** Whose number is to be smaller; default those of whom it is so (`lower`). */
  readonly better?: 'higher' | 'lower';
}

/** So many meetings are shown, the latest of a host's. */
const mostFollowUps = 20;

/** Reads what a host gives. What cannot be read is left out and counted; the rest is shown, the latest meeting first. */
export function readFollowUps(given: unknown): {
  readonly followUps: readonly FollowUp[];
  readonly unusable: number;
} {
  if (given === undefined || given === null) return { followUps: [], unusable: 0 };
  const { data: list } = z.array(z.unknown()).safeParse(given);
  if (!list) return { followUps: [], unusable: 1 };
  const read = list.map((each) => followUpSchema.safeParse(each).data);
  const followUps = read.flatMap((each) => (each ? [present(each) as FollowUp] : []));
  return {
    followUps: followUps.sort((a, b) => (a.met > b.met ? -1 : 1)).slice(0, mostFollowUps),
    unusable: read.filter((each) => each === undefined).length,
  };
}

const indicatorSchema = z.pipe(
  z.object({
    profileId: name,
    indicatorId: name,
    title: localText,
    better: lenient(z.enum(['higher', 'lower'])),
  }),
  z.transform(present),
);

const followUpSchema = z.object({
  id: name,
  title: localText,
  met: calendarDate,
  due: calendarDate,
  agreed: lenient(text.check(z.maxLength(4000))),
  figures: lenient(calendarDate),
  indicators: z.array(indicatorSchema).check(z.maxLength(50)),
});
