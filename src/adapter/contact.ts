import type { CalendarDate } from '../record/types.ts';

/**
 * What became of an attempt to reach a patient: `called`: spoken to; `sent`: a message or a letter went off; `booked`: an
 * appointment was made; `no-answer`: tried in vain; `declined`: the patient does not want it; `unreachable`: nobody tries
 * any more.
 */
export type ContactOutcome =
  | 'called'
  | 'sent'
  | 'booked'
  | 'no-answer'
  | 'declined'
  | 'unreachable';

/** One attempt to reach a patient. Two with the same outcome, moment and user are one. */
export interface ContactAttempt {
  readonly outcome: ContactOutcome;
  /** ISO date-time with offset. */
  readonly at: string;
  readonly by?: string;
  /** When it is to be tried again; `RoundMember.due` was set to it. */
  readonly nextTry?: CalendarDate;
}

/** What may come of an attempt to reach a patient, in the order that they are offered. */
export const contactOutcomes = [
  ...(['called', 'sent', 'booked'] as const),
  ...(['no-answer', 'declined', 'unreachable'] as const),
] satisfies readonly ContactOutcome[];

/** So many attempts to reach a patient are kept in a round: nobody makes more, and a member with more is not read. */
export const mostAttempts = 1000;
