/**
 * `overblik/languages`: profiles in other languages of definition. What a language cannot say is refused by its name,
 * with its place and why: half a definition would find other patients. No element, and no network.
 */
export { toCql, type CqlLibrary, type CqlNames, type CqlOptions, type CqlWritten } from './cql/profile.ts';
export { cqlCoverage, type CqlCoverage } from './cql/coverage.ts';
export type { Refusal, Refused } from './refusal.ts';
