import type { RecordByType, RecordType } from '../../record/index.ts';
import { detailHashes, detailMatchers, type NumberedDetail } from './details.ts';

type AnyRecord = RecordByType[RecordType];
type DetailMatcher = (detail: NumberedDetail, record: AnyRecord) => boolean;
type DetailHash = (record: AnyRecord) => number;

/**
 * The details that records of one type have come with. Most records repeat those that their code came with the last
 * time; the others are found by their hash in a table of whole numbers with open addressing, so that nothing is made
 * for a record that is looked up.
 */
export class KnownDetails {
  /** By number of a code: those that came with it last. */
  readonly #last: (NumberedDetail | undefined)[] = [];
  #details: NumberedDetail[] = [];
  /** By slot: the place in `#details` plus one; 0 where it is free. At most half of them are taken. */
  #slots = new Int32Array(fewestSlots);
  /** By slot: the hash, so that few details are looked at in vain. */
  #hashes = new Int32Array(fewestSlots);

  readonly #isOf: DetailMatcher;
  readonly #hashOf: DetailHash;

  constructor(type: RecordType) {
    this.#isOf = detailMatchers[type] as DetailMatcher;
    this.#hashOf = detailHashes[type] as DetailHash;
  }

  /** The number of a record's details; undefined where they are not known here. */
  find(record: AnyRecord, code: number): number | undefined {
    const last = this.#last[code];
    if (last !== undefined && this.#isOf(last, record)) return last.number;
    const found = this.#lookUp(record);
    if (found === undefined) return undefined;
    this.#remember(code, found);
    return found.number;
  }

  #lookUp(record: AnyRecord): NumberedDetail | undefined {
    const hash = this.#hashOf(record);
    const hashes = this.#hashes;
    const slots = this.#slots;
    const last = slots.length - 1;
    let alike = 0;
    for (let slot = firstSlot(hash) & last; slots[slot] !== 0; slot = (slot + 1) & last) {
      if (hashes[slot] !== hash) continue;
      const each = this.#details[slots[slot]! - 1]!;
      if (this.#isOf(each, record)) return each;
      if (++alike === mostAlike) return undefined;
    }
    return undefined;
  }

  /** Keeps the details of a record with this code, which were not found. */
  keep(record: AnyRecord, code: number, detail: NumberedDetail): void {
    if (this.#details.length === mostKept) this.#begin([], fewestSlots);
    this.#details.push(detail);
    if (2 * this.#details.length > this.#slots.length) this.#grow();
    this.#put(this.#hashOf(record), this.#details.length);
    this.#remember(code, detail);
  }

  #remember(code: number, detail: NumberedDetail): void {
    // Without holes: engines read such a list faster.
    while (this.#last.length <= code) this.#last.push(undefined);
    this.#last[code] = detail;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    this.#begin(this.#details, 2 * slots.length);
    for (const [slot, place] of slots.entries()) if (place !== 0) this.#put(hashes[slot]!, place);
  }

  #begin(details: NumberedDetail[], slots: number): void {
    this.#details = details;
    this.#slots = new Int32Array(slots);
    this.#hashes = new Int32Array(slots);
  }

  #put(hash: number, place: number): void {
    const last = this.#slots.length - 1;
    let slot = firstSlot(hash) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = place;
    this.#hashes[slot] = hash;
  }
}

/** Where a hash is looked for first, among as many slots as there could be: its last digits alone differ too little. */
function firstSlot(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** A power of two, as the numbers of slots all are. */
const fewestSlots = 64;
/** So many details are kept to be found; then it begins anew. More than any clinic has, where nobody writes freely. */
const mostKept = 65_536;
/** So many with one hash are looked at. */
const mostAlike = 8;
