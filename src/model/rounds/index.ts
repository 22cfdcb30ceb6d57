/** Rounds: one pass over a population, shared by the clinic's users. */
export * from './compare.ts';
export * from './drawn.ts';
export * from './exemption-counts.ts';
export * from './exemption-report.ts';
export * from './exemptions.ts';
export * from './exempt-markers.ts';
export type { RoundConflict } from './draft.ts';
export type { RoundPopulation } from './presence.ts';
export * from './patient-rounds.ts';
export * from './recall.ts';
export * from './repositories.ts';
export * from './round.ts';
export * from './statuses.ts';
export * from './team.ts';
export type { SinceLastRound } from './summary.ts';
export type * from './types.ts';
export type { KeptPart, RoundUndo, UndoOutcome } from './history.ts';
export { standsAlone, type RoundField } from './fields.ts';
