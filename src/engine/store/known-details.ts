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
  #slots = new Slots(fewestSlots);
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
    const slots = this.#slots;
    let alike = 0;
    for (let slot = slots.first(hash); slots.isTaken(slot); slot = slots.next(slot)) {
      if (slots.hashAt(slot) !== hash) continue;
      const each = this.#details[slots.placeAt(slot)]!;
      if (this.#isOf(each, record)) return each;
      if (++alike === mostAlike) return undefined;
    }
    return undefined;
  }

  /** Keeps the details of a record with this code, which were not found. */
  keep(record: AnyRecord, code: number, detail: NumberedDetail): void {
    if (this.#details.length === mostKept) {
      this.#details = [];
      this.#slots = new Slots(fewestSlots);
    }
    const place = this.#details.push(detail) - 1;
    if (this.#slots.isFull) this.#slots = this.#slots.grown();
    this.#slots.put(this.#hashOf(record), place);
    this.#remember(code, detail);
  }

  #remember(code: number, detail: NumberedDetail): void {
    // Without holes: engines read such a list faster.
    while (this.#last.length <= code) this.#last.push(undefined);
    this.#last[code] = detail;
  }
}

/**
 * Places by hash: a table with open addressing, in which a place is put into the first slot that is free from the one on
 * that its hash tells.
 */
class Slots {
  /** By slot the hash, and the place plus one: 0 where the slot is free. */
  readonly #pairs: Int32Array;
  #taken = 0;

  /** @param count A power of two. */
  constructor(private readonly count: number) {
    this.#pairs = new Int32Array(2 * count);
  }

  /** Half of the slots stay free, so that a free one is never far. */
  get isFull(): boolean {
    return 2 * this.#taken >= this.count;
  }

  /** The first slot to look at. Of a hash the last digits alone differ too little. */
  first(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.count - 1);
  }

  next(slot: number): number {
    return (slot + 1) & (this.count - 1);
  }

  isTaken(slot: number): boolean {
    return this.#pairs[2 * slot + 1] !== 0;
  }

  hashAt(slot: number): number {
    return this.#pairs[2 * slot]!;
  }

  placeAt(slot: number): number {
    return this.#pairs[2 * slot + 1]! - 1;
  }

  put(hash: number, place: number): void {
    let slot = this.first(hash);
    while (this.isTaken(slot)) slot = this.next(slot);
    this.#pairs[2 * slot] = hash;
    this.#pairs[2 * slot + 1] = place + 1;
    this.#taken++;
  }

  /** The same in twice as many slots. */
  grown(): Slots {
    const grown = new Slots(2 * this.count);
    for (let slot = 0; slot < this.count; slot++)
      if (this.isTaken(slot)) grown.put(this.hashAt(slot), this.placeAt(slot));
    return grown;
  }
}

/** A power of two, as the numbers of slots all are. */
const fewestSlots = 64;
/** So many details are kept to be found; then it begins anew. More than any clinic has, where nobody writes freely. */
const mostKept = 65_536;
/** So many with one hash are looked at. */
const mostAlike = 8;
