/** One patient, ready to draw: what needs attention, why here, the whole situation, what has changed. */
export * from './advice-cards.ts';
export * from './changes.ts';
export * from './contacts.ts';
export * from './given-shares.ts';
export * from './history.ts';
export * from './parties.ts';
export { readRecipients, type ChosenParty } from './recipients.ts';
export type { ResultView } from './results.ts';
export * from './sources.ts';
export * from './timeline.ts';
export * from './view.ts';
export * from './why.ts';
