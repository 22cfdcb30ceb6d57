/** What of a patient has to be the same whichever call brings it: as it reads once it is checked. */
import {
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type RecordType,
} from '../record/index.ts';

/** A patient in a form that can be compared. */
export interface PatientDigest {
  readonly id: string;
  /** The patient's own fields. */
  readonly fields: string;
  /** Records by type, in no order; those that could not be read are only counted. */
  readonly records: Readonly<Record<RecordType, readonly DigestedRecord[]>>;
  readonly rejected: Readonly<Partial<Record<RecordType, number>>>;
}

export interface DigestedRecord {
  readonly record: ClinicalRecord;
  readonly text: string;
}

/** Needed of one patient only, or no part of what is said: left out of the comparison. */
const unheld: ReadonlySet<string> = new Set(['index', 'body', 'dispensed']);

export function digestOf({ patient, records, rejected }: CheckedPatient): PatientDigest {
  const counts: Partial<Record<RecordType, number>> = {};
  for (const { type, count = 1 } of rejected)
    if (type !== 'patient') counts[type] = (counts[type] ?? 0) + count;
  return {
    id: patient.id,
    fields: textOf(patient),
    records: Object.fromEntries(
      recordTypes.map((type) => [
        type,
        records[type].map((record) => ({ record, text: textOf(record) })),
      ]),
    ) as unknown as PatientDigest['records'],
    rejected: counts,
  };
}

function textOf(value: object): string {
  const kept = Object.entries(value).filter(([key]) => !unheld.has(key));
  return JSON.stringify(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** How two digests of one patient differ, by type; nothing where they say the same. */
export interface DigestDifference {
  readonly fields: boolean;
  /** Records of the first that the second does not have. */
  readonly missing: Readonly<Partial<Record<RecordType, number>>>;
  /** Records of the second that the first does not have. */
  readonly further: Readonly<Partial<Record<RecordType, number>>>;
}

/**
 * Compares two answers about one patient.
 *
 * @param isHeld Which records of the first have to be in the second. Default: all.
 */
export function differenceOf(
  one: PatientDigest,
  other: PatientDigest,
  isHeld: (record: ClinicalRecord) => boolean = () => true,
): DigestDifference | undefined {
  const missing: Partial<Record<RecordType, number>> = {};
  const further: Partial<Record<RecordType, number>> = {};
  for (const type of recordTypes) {
    const left = new Map<string, number>();
    for (const { text } of other.records[type]) left.set(text, (left.get(text) ?? 0) + 1);
    for (const { record, text } of one.records[type]) {
      const count = left.get(text) ?? 0;
      if (count > 0) left.set(text, count - 1);
      else if (isHeld(record)) missing[type] = (missing[type] ?? 0) + 1;
    }
    const more = [...left.values()].reduce((sum, count) => sum + count, 0);
    if (more > 0) further[type] = more;
    const unread = (one.rejected[type] ?? 0) - (other.rejected[type] ?? 0);
    if (unread < 0) further[type] = (further[type] ?? 0) - unread;
  }
  const fields = one.fields !== other.fields;
  const isSame = !fields && Object.keys(missing).length + Object.keys(further).length === 0;
  return isSame ? undefined : { fields, missing, further };
}

/** The types in which differences lie, told with their numbers. */
export function describeCounts(counts: Readonly<Partial<Record<RecordType, number>>>): string {
  return Object.entries(counts)
    .map(([type, count]) => `${type} ${count}`)
    .join(', ');
}

/**
 * Keeps patients spread evenly over a load whose length nobody knows beforehand, never more than `most`: the same ones in
 * whatever order they come.
 */
export class Spread<Item> {
  #stride = 1;
  #kept: { readonly hash: number; readonly item: Item }[] = [];

  constructor(private readonly most: number) {}

  /** @param make Is asked only for what is kept. */
  offer(id: string, make: () => Item): void {
    const hash = hashOf(id);
    if (hash % this.#stride !== 0) return;
    this.#kept.push({ hash, item: make() });
    if (this.#kept.length <= this.most) return;
    this.#stride *= 2;
    this.#kept = this.#kept.filter((each) => each.hash % this.#stride === 0);
  }

  get items(): readonly Item[] {
    return this.#kept.map(({ item }) => item);
  }
}

/** FNV-1a, its bits mixed once more: ids that count up differ in their last bits only. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++)
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) >>> 3;
}
