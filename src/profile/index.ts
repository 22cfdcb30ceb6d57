/** The profile document: its schema, its checks, its description in sentences. */
export * from './codes.ts';
export * from './describe/index.ts';
export {
  parseProfile,
  type ParseOutcome,
  type ProfileError,
  type ProfileWarning,
} from './parse.ts';
export * from './queries.ts';
export type * from './types.ts';
