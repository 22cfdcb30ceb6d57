/** What the engine's process and the workers of its pool say to one another. */
import type { ClinicReport } from '../../../../src/report/index.ts';

/** What a worker is made with. It answers `ready`, then each clinic's number with what it took. */
export interface WorkerTask {
  readonly patientsEach: number;
  readonly quarters: number;
}

/** One clinic's reports, and the milliseconds that each part took. */
export interface ClinicDone {
  readonly clinic: number;
  readonly records: number;
  readonly reports: readonly ClinicReport[];
  readonly generating: number;
  readonly loading: number;
  readonly reporting: number;
}
