/** Building a clinic while the page stays awake: in the host's worker, or in slices of the page's own time. */
import { nextTurn } from '../../adapter/index.ts';
import { Clinic, WorkerBuilder, type Port } from '../../engine/index.ts';
import { listNames, type CoverageByType, type PatientRecords } from '../../record/index.ts';

export interface ClinicBuilder {
  /** What is built so far: of a worker's, whole segments only. */
  readonly clinic: Clinic;
  /** Takes a batch; resolves when the next may come. */
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

/** So many records take a few milliseconds to check, on a slow machine less than 50. */
const sliceSize = 4000;

async function addInSlices(
  clinic: Clinic,
  batch: readonly PatientRecords[],
  signal: AbortSignal,
): Promise<void> {
  let first = 0;
  let records = 0;
  for (let next = 0; next < batch.length; next++) {
    records += countRecords(batch[next]);
    if (records < sliceSize) continue;
    clinic.add(batch.slice(first, next + 1));
    first = next + 1;
    records = 0;
    await nextTurn();
    signal.throwIfAborted();
  }
  clinic.add(batch.slice(first));
}

/** About how many records a patient has, whatever the host handed over. */
function countRecords(supplied: unknown): number {
  let records = 1;
  try {
    for (const name of Object.values(listNames)) {
      const list = (supplied as Partial<Record<string, unknown>> | null)?.[name];
      if (Array.isArray(list)) records += list.length;
    }
  } catch {
    // What throws when it is read is set aside by the check.
  }
  return records;
}
