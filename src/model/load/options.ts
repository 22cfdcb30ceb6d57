import type { AdapterFailure } from '../../adapter/index.ts';

/** How a model asks the adapter. */
export interface ModelOptions {
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline?: number;
  /** Is given every call that failed, with what was thrown: it may hold patient data. */
  readonly onFailure?: ((failure: AdapterFailure) => void) | undefined;
}

/** Default longest wait for one answer of the adapter, in milliseconds. */
export const defaultDeadline = 20_000;
