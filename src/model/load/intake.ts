/** Taking in the batches that a clinic's system hands over, while the page stays awake. */
import { nextTurn } from '../../adapter/index.ts';
import { Clinic, WorkerBuilder, type Port, type Steps } from '../../engine/index.ts';
import {
  listNames,
  mostRecords,
  type CoverageByType,
  type PatientRecords,
} from '../../record/index.ts';
import { bySteps } from '../sliced-work.ts';

/** The most that is taken in one load. */
export interface LoadLimits {
  /** Entries of batches, be they patients or not, and be they patients who came already. */
  readonly patients: number;
  readonly records: number;
  /** Batches with nothing in them. */
  readonly batches: number;
}

export const loadLimits: LoadLimits = {
  patients: 2_000_000,
  records: 100_000_000,
  batches: 10_000,
};

/** Which limit was reached, and how much it allows. */
export interface LoadExcess {
  readonly limit: keyof LoadLimits;
  readonly most: number;
}

/** So many steps of the check take a few milliseconds; of a patient with few records they are all. */
export const checkSlice = bySteps(4);

/** So many records take a millisecond or two to check, on a slow and busy machine that has checked none yet less than 50. */
const partSize = 1000;

type Batch = readonly PatientRecords[];

export interface IntakeOptions {
  readonly coverage: CoverageByType;
  /** Builds the columns; without one, or where it fails, the page builds them in slices. */
  readonly worker?: Port | undefined;
  /** Longest wait for the worker's answer to one part, in milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  readonly limits?: LoadLimits | undefined;
  /** What is to be done with the clinic while it is taken in, in steps; asked after each part. */
  readonly meanwhile?: ((clinic: Clinic) => Steps<void>) | undefined;
}

/** Who follows a load, part by part. */
export interface IntakeWatch {
  /** A part has come, and is taken next. */
  readonly onPart: (part: Batch) => void;
  /** It has been taken. */
  readonly onTaken: () => void;
}

/**
 * Makes a clinic of batches: in parts that are small enough for one turn of the page, and of no more than the limits
 * allow, for a stream may have no end, and a list may claim any length. The host's worker checks them and builds the
 * columns, where there is one, or the page in slices of its own time.
 */
export class Intake {
  /** What is built so far: of a worker's, whole segments only. */
  readonly clinic: Clinic;
  /** Set when there was more than is taken. */
  excess: LoadExcess | undefined;
  /** Entries that were taken, be they patients or not. */
  entries = 0;
  readonly #limits: LoadLimits;
  readonly #left: Record<keyof LoadLimits, number>;
  readonly #signal: AbortSignal;
  readonly #worker: WorkerBuilder | undefined;
  #meanwhile: IntakeOptions['meanwhile'];

  constructor({
    coverage,
    worker,
    deadline,
    signal,
    limits = loadLimits,
    meanwhile,
  }: IntakeOptions) {
    this.#meanwhile = meanwhile;
    this.#limits = limits;
    this.#left = { ...limits };
    this.#signal = signal;
    this.#worker = worker && new WorkerBuilder(coverage, worker, { deadline, signal });
    this.clinic = this.#worker?.clinic ?? new Clinic(coverage);
  }

  /**
   * Takes batches until none comes, or more than is taken; `finish` has to follow, also where their stream breaks.
   * @throws What the stream throws; the signal's reason.
   */
  async take(batches: AsyncIterable<Batch> | Iterable<Batch>, watch?: IntakeWatch): Promise<void> {
    for await (const batch of batches) {
      for (const part of this.#partsOf(batch)) {
        watch?.onPart(part);
        this.entries += part.length;
        await (this.#worker ? this.#send(this.#worker, part) : this.#build(part));
        watch?.onTaken();
        await this.#doMeanwhile();
      }
      if (this.excess) break;
    }
  }

  /** Resolves when everything is in the clinic. */
  async finish(): Promise<void> {
    if (!this.#worker) return;
    await this.#worker.finish();
    await this.#takeBack(this.#worker);
  }

  /** Lets go of what it holds, finished or not. */
  close(): void {
    this.#worker?.close();
  }

  /** The parts of a batch, those within the limits. */
  *#partsOf(batch: Batch): Generator<Batch> {
    if (batch.length === 0) this.#spend('batches', 1);
    let part: PatientRecords[] = [];
    let size = 0;
    for (let index = 0; index < batch.length && !this.excess; index++) {
      const patient = batch[index]!;
      const records = countRecords(patient);
      if (!this.#spend('patients', 1) || !this.#spend('records', records)) break;
      part.push(patient);
      // One without records is work too.
      size += 1 + records;
      if (size < partSize) continue;
      yield part;
      part = [];
      size = 0;
    }
    if (part.length > 0) yield part;
  }

  #spend(limit: keyof LoadLimits, amount: number): boolean {
    if (amount > this.#left[limit]) this.excess ??= { limit, most: this.#limits[limit] };
    else this.#left[limit] -= amount;
    return !this.excess;
  }

  async #build(part: Batch): Promise<void> {
    const steps = this.clinic.addInSteps(part);
    let isDone: boolean;
    do {
      isDone = checkSlice(steps);
      await nextTurn();
      this.#signal.throwIfAborted();
    } while (!isDone);
  }

  async #doMeanwhile(): Promise<void> {
    const steps = this.#meanwhile?.(this.clinic);
    for (;;) {
      try {
        if (!steps || checkSlice(steps)) return;
      } catch {
        // What cannot be worked out says so where it is asked for.
        this.#meanwhile = undefined;
        return;
      }
      await nextTurn();
      this.#signal.throwIfAborted();
    }
  }

  async #send(worker: WorkerBuilder, part: Batch): Promise<void> {
    await worker.add(part);
    if (worker.hasFailed) await this.#takeBack(worker);
  }

  /** The page does what a worker that is given up has not. */
  async #takeBack(worker: WorkerBuilder): Promise<void> {
    for (const part of worker.handBack()) await this.#build(part);
  }
}

/** About how many records a patient has that are looked at, whatever the host handed over. */
function countRecords(supplied: unknown): number {
  let records = 0;
  try {
    for (const name of Object.values(listNames)) {
      const list = (supplied as Partial<Record<string, unknown>> | null)?.[name];
      if (Array.isArray(list)) records += Math.min(list.length, mostRecords);
    }
  } catch {
    // What throws when it is read is set aside by the check.
  }
  return records;
}
