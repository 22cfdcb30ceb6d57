/** The start page, headless: how each of the clinic's lists stands. */
export { withStatus, type GraveFigure, type ListFigures } from './figures.ts';
export * from './start.ts';
export type { RoundStanding } from './standing.ts';
