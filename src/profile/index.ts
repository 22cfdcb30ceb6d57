/** The profile document: its schema, its checks, its description in sentences. */
export * from './indicators.ts';
export { ageLimits, type AgeLimits } from './ages.ts';
export * from './items.ts';
export * from './codes.ts';
export {
  combinationOf,
  combineProfiles,
  sourcesOf,
  shortTitleOf,
  type CombinedPart,
  type CombineOutcome,
} from './combine/index.ts';
export * from './describe/index.ts';
export { checkProfile, isChecked, requireProfile, type ProfileIssue } from './check.ts';
export {
  definitionHash,
  definitionsOf,
  definitionText,
  knownHash,
  shortHash,
  type Definition,
} from './definition.ts';
export { explain, type ProfileError } from './errors.ts';
export { textOfDocument, type DocumentText } from './read-document.ts';
export * from './placeholders.ts';
export { parseProfile, type ParseOutcome, type ProfileWarning } from './parse.ts';
export * from './queries.ts';
export * from './standing.ts';
export type * from './types.ts';
export { compareVersions, newestPublished } from './versions.ts';
export { formatUnit } from './unit-words.ts';
