/** The contract between a clinic's system and the library, how it is called, and the ready-made adapters. */
export * from './call.ts';
export type { CheckedDescription } from './description.ts';
export type { MemoryCall, MemoryFaces } from './faces.ts';
export * from './memory.ts';
export { nextTurn } from './pause.ts';
export type * from './types.ts';
