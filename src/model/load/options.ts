import type { AdapterFailure } from '../../adapter/index.ts';
import type { DoSlice } from '../sliced-work.ts';
import type { ClinicIdentity } from './identity.ts';

/** How a model asks the adapter. */
export interface ModelOptions {
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline?: number;
  /** Is given every call that failed, with what was thrown: it may hold patient data. */
  readonly onFailure?: ((failure: AdapterFailure) => void) | undefined;
  /** Which clinic was shown, where another model has shown one in the same place. */
  readonly identity?: ClinicIdentity;
  /** How much is done of long work before the page gets a turn. */
  readonly doSlice?: DoSlice;
}

/** Default longest wait for one answer of the adapter, in milliseconds. */
export const defaultDeadline = 20_000;
