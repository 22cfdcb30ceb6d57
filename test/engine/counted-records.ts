/** A patient whose records count how often they are read: work that is the same number on any machine. */
import type { CheckedPatient, ClinicalRecord } from '../../src/record/index.ts';

let reads = 0;

/** How many fields of records have been read since it was last asked. */
export function fieldsRead(): number {
  const count = reads;
  reads = 0;
  return count;
}

/** The same object, whose fields count how often they are read. */
export function counted<Entry extends object>(entry: Entry): Entry {
  return new Proxy(entry, {
    get(target, field) {
      reads++;
      return Reflect.get(target, field) as unknown;
    },
  });
}

/** The same patient, whose records count how often a field of them is read. */
export function countedPatient(patient: CheckedPatient): CheckedPatient {
  const records = Object.fromEntries(
    Object.entries(patient.records).map(([type, list]) => [
      type,
      list.map((record: ClinicalRecord) => counted(record)),
    ]),
  );
  return { ...patient, records: records as unknown as CheckedPatient['records'] };
}

/** The most fields that are read in one of some steps, how many steps there are, and what they come to. */
export function measured<Value>(steps: Generator<void, Value>): {
  readonly most: number;
  readonly taken: number;
  readonly value: Value;
} {
  fieldsRead();
  let most = 0;
  for (let taken = 1; ; taken++) {
    const { done, value } = steps.next();
    most = Math.max(most, fieldsRead());
    if (done) return { most, taken, value };
  }
}
