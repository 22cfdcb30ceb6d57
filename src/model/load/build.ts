/** Building a clinic while the page stays awake: in the host's worker, or in slices of the page's own time. */
import { nextTurn } from '../../adapter/index.ts';
import { Clinic, WorkerBuilder, type Port } from '../../engine/index.ts';
import type { CoverageByType, PatientRecords } from '../../record/index.ts';
import { checkSlice, Intake } from './intake.ts';

export interface ClinicBuilder {
  /** What is built so far: of a worker's, whole segments only. */
  readonly clinic: Clinic;
  /** Takes a batch, or a part of one; resolves when the next may come. */
  add(batch: readonly PatientRecords[]): Promise<void>;
  /** Resolves when everything is in the clinic. */
  finish(): Promise<void>;
  /** Lets go of what it holds, finished or not. */
  close(): void;
}

export interface BuildOptions {
  readonly coverage: CoverageByType;
  /** Without one, or where it fails, the page builds in slices. */
  readonly worker: Port | undefined;
  readonly deadline: number;
  readonly signal: AbortSignal;
}

export function clinicBuilder({ coverage, worker, deadline, signal }: BuildOptions): ClinicBuilder {
  if (worker) return inWorker(new WorkerBuilder(coverage, worker, { deadline, signal }), signal);
  const clinic = new Clinic(coverage);
  return {
    clinic,
    add: (batch) => addInSlices(clinic, batch, signal),
    finish: () => Promise.resolve(),
    close: () => undefined,
  };
}

function inWorker(builder: WorkerBuilder, signal: AbortSignal): ClinicBuilder {
  /** The page does what a worker that is given up has not. */
  const takeBack = async () => {
    for (const batch of builder.handBack()) await addInSlices(builder.clinic, batch, signal);
  };
  return {
    clinic: builder.clinic,
    async add(batch) {
      await builder.add(batch);
      if (builder.hasFailed) await takeBack();
    },
    async finish() {
      await builder.finish();
      await takeBack();
    },
    close: () => builder.close(),
  };
}

async function addInSlices(
  clinic: Clinic,
  batch: readonly PatientRecords[],
  signal: AbortSignal,
): Promise<void> {
  for (const part of new Intake(noLimits).partsOf(batch)) {
    const steps = clinic.addInSteps(part);
    let isDone: boolean;
    do {
      isDone = checkSlice(steps);
      await nextTurn();
      signal.throwIfAborted();
    } while (!isDone);
  }
}

/** What is to be built was taken in already. */
const noLimits = { patients: Infinity, records: Infinity, batches: Infinity };
