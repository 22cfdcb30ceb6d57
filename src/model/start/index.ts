/** The start page, headless: how each of the clinic's lists stands. */
export { withStatus, type GraveFigure, type ListFigures } from './figures.ts';
export { readFollowUps, type FollowUp, type FollowUpIndicator } from './follow-up.ts';
export * from './start.ts';
export type { RoundStanding } from './standing.ts';
