/** Editing a profile: the draft, and what can be done to its criteria, entries and code sets. */
export * from './code-sets.ts';
export * from './criteria.ts';
export * from './draft.ts';
export type { DocumentEdit } from './edit.ts';
export { duplicateEntry, insertEntry, listedAt, moveEntry, removeEntry } from './entries.ts';
export {
  criterionKinds,
  groupKinds,
  kindOf,
  newCriterion,
  type CriterionKind,
  type GroupKind,
} from './kinds.ts';
export {
  addCodeSet,
  addEntry,
  entryLists,
  itemTypes,
  removeCodeSet,
  type EntryList,
  type ItemType,
} from './new-entries.ts';
export { newProfile, variantOf, type VariantOptions } from './new-profile.ts';
