/** The profile document: its shape, its check, its words. */
export * from './codes.ts';
export * from './describe/index.ts';
export * from './parse.ts';
export * from './period.ts';
export * from './queries.ts';
export type * from './types.ts';
