/**
 * `overblik/languages`: profiles in other languages of definition. What a language cannot say is refused by its name,
 * with its place and why: half a definition would find other patients. No element, and no network.
 */
export {
  toCql,
  type CqlLibrary,
  type CqlNames,
  type CqlOptions,
  type CqlWritten,
} from './cql/profile.ts';
export { cqlCoverage, type CqlCoverage } from './cql/coverage.ts';
export type { Refusal, Refused } from './refusal.ts';
export { toCirce, type CirceOptions, type CirceWritten } from './circe/write.ts';
export { fromCirce, type CirceRead, type FromCirceOptions } from './circe/read.ts';
export { conceptTable, type ConceptRow } from './circe/concept-table.ts';
export type * from './circe/types.ts';
export { toEhrql, type EhrqlWritten } from './ehrql/write.ts';
export type { EhrqlOptions } from './ehrql/options.ts';
export type { EhrqlCodelist } from './ehrql/codelists.ts';
export { toFhirResources, type FhirResources, type FhirResourcesOptions } from './cql/resources.ts';
export { cqlFiles, type CqlFile } from './cql/files.ts';
