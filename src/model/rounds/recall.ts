/** How far the clinic has come with reaching a patient. */
import { parseISO } from 'date-fns/parseISO';
import type { ContactAttempt, ContactOutcome, RoundStatus } from '../../adapter/index.ts';
import { dayOf } from '../../record/days.ts';
import type { CalendarDate } from '../../record/index.ts';

/**
 * - `overdue`, `due`, `due-soon`: the day of what is due has passed, is today, or comes within two weeks;
 * - `invited`: tried or written to, and not answered; `answered`: spoken to, booked or declined;
 * - `done`: reviewed or exempt.
 */
export type RecallState = 'overdue' | 'due' | 'due-soon' | 'invited' | 'answered' | 'done';

/** What of a member says how far it has come. */
export interface RecallMember {
  readonly status: RoundStatus;
  readonly due?: CalendarDate | undefined;
  readonly contact?: readonly ContactAttempt[] | undefined;
}

/** The most pressing first. */
export const recallStates: readonly RecallState[] = [
  ...(['overdue', 'due', 'due-soon'] as const),
  ...(['invited', 'answered', 'done'] as const),
];

/** Days before it is due from which it is due soon. */
const soon = 14;

const hasAnswered: ReadonlySet<ContactOutcome> = new Set(['called', 'booked', 'declined']);

/**
 * The state on a day of whoever is to be reached: what is done, else what is due today or before, else what came of the
 * latest attempt, else what is due soon. Undefined where nobody has tried and nothing is due, or not soon.
 */
export function recallOf(
  { status, due, contact = [] }: RecallMember,
  asOf: CalendarDate,
): RecallState | undefined {
  if (due === undefined && contact.length === 0) return undefined;
  if (status === 'reviewed' || status === 'exempt') return 'done';
  if (due !== undefined && due <= asOf) return due < asOf ? 'overdue' : 'due';
  const [latest] = latestFirst(contact);
  if (latest) return hasAnswered.has(latest.outcome) ? 'answered' : 'invited';
  return due !== undefined && dayOf(due) - dayOf(asOf) <= soon ? 'due-soon' : undefined;
}

/** So many attempts are told, those that were added last. */
const mostTold = 100;

/**
 * Attempts to reach a patient, the latest first; of the same moment the one that was added last. Moments are compared as
 * such, whatever their offset; what is none comes last. Of very many, those that were added last.
 */
export function latestFirst(contact: readonly ContactAttempt[]): readonly ContactAttempt[] {
  const latest = contact.slice(-mostTold).reverse();
  const moments = new Map(latest.map((each) => [each, parseISO(each.at).getTime() || 0]));
  return latest.sort((a, b) => moments.get(b)! - moments.get(a)!);
}
