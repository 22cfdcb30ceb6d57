/** Code systems as an author looks codes up: a host's terminology, what was pasted, and what was missed. */
export { Terms, type Descendants, type TermsOptions } from './ask.ts';
export {
  memoryTerminology,
  type CodeTable,
  type MemoryTerminology,
  type TableCode,
  type UnusableCode,
} from './memory.ts';
export { readCodeTables } from './table-file.ts';
export { rowsOf, type Row } from './cells.ts';
export type * from './types.ts';
export { readPastedCodes, type PasteOptions } from './paste.ts';
export type * from './pasted.ts';
export { readEntry, systemsLike, type EntryFault, type ReadEntry } from './guess.ts';
export {
  allSets,
  draftSet,
  setsAt,
  sharedSets,
  usableSet,
  usesOfSets,
  type AskedSet,
  type DraftSet,
  type SetUse,
} from './code-sets.ts';
export * from './edits.ts';
export { recordRelease, releaseOf } from './release.ts';
export { includedCodes, type IncludedCode, type IncludedCodes } from './included.ts';
export { knownCodesIn } from './known.ts';
export { missedCodes, type MissedCodes, type MissedQuestion } from './missed.ts';
export type { ClinicCounts, MissedCode, MissedReason } from './candidates.ts';
export {
  clinicCountsInSteps,
  missedQuestionAt,
  patientsOfEntry,
  typesAskedAt,
} from './missed-at.ts';
