/** What is taken of the batches that a clinic's system hands over. */
import { listNames, mostRecords, type PatientRecords } from '../../record/index.ts';
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

/**
 * Hands batches on in parts that are small enough for one turn of the page, and no more than the limits allow: a
 * stream may have no end, and a list may claim any length.
 */
export class Intake {
  readonly #left: Record<keyof LoadLimits, number>;
  /** Set when there was more than is taken. */
  excess: LoadExcess | undefined;

  constructor(private readonly limits: LoadLimits = loadLimits) {
    this.#left = { ...limits };
  }

  /** The parts of a batch, those within the limits. */
  *partsOf(batch: readonly PatientRecords[]): Generator<readonly PatientRecords[]> {
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
    if (amount > this.#left[limit]) this.excess ??= { limit, most: this.limits[limit] };
    else this.#left[limit] -= amount;
    return !this.excess;
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
