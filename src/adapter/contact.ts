import type { ContactOutcome } from './types.ts';

/** What may come of an attempt to reach a patient, in the order that they are offered. */
export const contactOutcomes = [
  ...(['called', 'sent', 'booked'] as const),
  ...(['no-answer', 'declined', 'unreachable'] as const),
] satisfies readonly ContactOutcome[];

/** So many attempts to reach a patient are kept in a round: nobody makes more, and a member with more is not read. */
export const mostAttempts = 1000;
