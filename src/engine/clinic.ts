import {
  checkPatient,
  type CheckedPatient,
  type CoverageByType,
  type PatientRecords,
  type SetAside,
} from '../record/index.ts';

/**
 * All records that an adapter supplied, checked. Batches may come in any size and order; the same patient
 * again replaces what was there.
 */
export class Clinic {
  readonly #patients = new Map<string, CheckedPatient>();
  /** Whole patients that could not be told from others. */
  #unplaced: SetAside[] = [];

  /** @param coverage What the clinic's data covers, by type; a patient's own coverage goes before it. */
  constructor(readonly coverage: CoverageByType) {}

  /** Number of patients. */
  get size(): number {
    return this.#patients.size;
  }

  /** Ids in the order in which the patients first came. */
  get ids(): readonly string[] {
    return [...this.#patients.keys()];
  }

  /** Everything that failed the check. */
  get setAside(): readonly SetAside[] {
    return [...this.#unplaced, ...[...this.#patients.values()].flatMap((each) => each.setAside)];
  }

  patient(id: string): CheckedPatient | undefined {
    return this.#patients.get(id);
  }

  /** Checks and takes in a batch. Never throws: what cannot be read is set aside. */
  add(batch: readonly PatientRecords[]): void {
    for (const supplied of batch) {
      const { patient, setAside } = checkPatient(supplied);
      if (patient) this.#patients.set(patient.patient.id, patient);
      else this.#unplaced.push(...setAside);
    }
  }

  /** Takes a patient out; answers whether there was one. */
  remove(id: string): boolean {
    return this.#patients.delete(id);
  }
}
