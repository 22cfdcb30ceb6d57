/** Drafts in the host's store. */
export { DraftSaving, type DraftPlace, type SavingOptions, type SavingState } from './saving.ts';
export { listDrafts, loadDraft, removeDraft, type DraftList, type ShelfOptions } from './shelf.ts';
export { memoryDrafts, type DraftEntry, type DraftStore, type StoredDraft } from './store.ts';
