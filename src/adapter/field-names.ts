/** The names of fields in the records that come: what they were meant to be, `field-reports.ts` tells. */
import { isObject } from '../json/values.ts';
import { isCancellable, isSpan, listNames, recordTypes, type RecordType } from '../record/index.ts';

/** So many patients are looked at, and so many records of each list: an adapter maps them all alike. */
const mostPatients = 200;
const mostRecords = 3;

/** Records of one type that have the same fields. */
export interface SameFields {
  readonly type: RecordType;
  /** Names that have a value. */
  readonly names: readonly string[];
  /** Fields of the type that the records do not have. */
  readonly absent: readonly string[];
  count: number;
}

/** Looks at the names of fields in the first patients that came. */
export class FieldNames {
  #patients = 0;
  readonly #found = new Map<string, SameFields>();

  /** In the order met. */
  get found(): Iterable<SameFields> {
    return this.#found.values();
  }

  look(batch: readonly unknown[]): void {
    for (const patient of batch.slice(0, mostPatients - this.#patients)) {
      this.#patients++;
      try {
        this.#lookAt(patient);
      } catch {
        // What throws when it is read is set aside by the check.
      }
    }
  }

  #lookAt(patient: unknown): void {
    if (!isObject(patient)) return;
    for (const type of recordTypes) {
      const list = patient[listNames[type]];
      if (!Array.isArray(list)) continue;
      for (const record of list.slice(0, mostRecords)) this.#lookInto(type, record);
    }
  }

  #lookInto(type: RecordType, record: unknown): void {
    if (!isObject(record)) return;
    const names = Object.keys(record).filter(
      (key) => record[key] !== undefined && record[key] !== null,
    );
    const absent = fieldsOf(type).filter((field) => record[field] === undefined);
    const key = JSON.stringify([type, names, absent]);
    const known = this.#found.get(key);
    if (known) known.count++;
    else this.#found.set(key, { type, names, absent, count: 1 });
  }
}

/** The fields that records of a type may have. */
export function fieldsOf(type: RecordType): readonly string[] {
  return [
    ...['code', 'system', 'text', 'source'],
    ...(isSpan(type) ? ['from', 'to'] : ['at']),
    ...(isCancellable(type) ? ['status'] : []),
    ...(own[type] ?? []),
  ];
}

const own: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  medication: ['dose'],
  result: ['value', 'comparator', 'unit', 'low', 'high'],
  appointment: ['with'],
  referral: ['to'],
  letter: ['from', 'body'],
};
