import type { AdapterFailure, CheckedDescription, ClinicAdapter } from '../../adapter/index.ts';

/** How the parts of a clinic are asked for: who it is once for all of them, and each failure told. */
export interface ClinicCalls {
  readonly adapter: ClinicAdapter;
  readonly describe: (deadline: number) => Promise<CheckedDescription>;
  readonly onFailure: (failure: AdapterFailure) => void;
}
