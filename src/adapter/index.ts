/** The contract between a clinic's system and the library, how it is called, and the ready-made adapters. */
export * from './call.ts';
export * from './memory.ts';
export type * from './types.ts';
