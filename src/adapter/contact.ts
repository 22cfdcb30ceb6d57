import type { ContactOutcome } from './types.ts';

/** What may come of an attempt to reach a patient, in the order that they are offered. */
export const contactOutcomes = [
  ...(['called', 'sent', 'booked'] as const),
  ...(['no-answer', 'declined', 'unreachable'] as const),
] satisfies readonly ContactOutcome[];
