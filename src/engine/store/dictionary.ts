/**
 * What records have in common, kept once: their codes, and everything else about them but dates and
 * numbers. A record in a column is then a handful of whole numbers.
 */
import { recordTypes, type RecordByType, type RecordType } from '../../record/index.ts';
import { detailFrom, numberedDetail, type Detail } from './details.ts';
import { KnownDetails } from './known-details.ts';

/** A system and a code, both normalised. */
export interface Code {
  readonly system: string;
  readonly code: string;
}

/** Numbers codes and details in the order in which they first come. Never forgets one. */
export class Dictionary {
  readonly codes: Code[] = [];
  readonly details: Detail[] = [];
  readonly #codeNumbers = new Map<string, Map<string, number>>();
  /** Records of one system mostly come together. */
  #system: string | undefined;
  #ofSystem = new Map<string, number>();
  readonly #detailNumbers = new Map<string, number>();
  readonly #known = Object.fromEntries(
    recordTypes.map((type) => [type, new KnownDetails(type)]),
  ) as Record<RecordType, KnownDetails>;

  /** The number of a code. */
  numberOf(system: string, code: string): number {
    const ofSystem = system === this.#system ? this.#ofSystem : this.#turnTo(system);
    let number = ofSystem.get(code);
    if (number === undefined) {
      number = this.codes.push({ system, code }) - 1;
      ofSystem.set(code, number);
    }
    return number;
  }

  #turnTo(system: string): Map<string, number> {
    let ofSystem = this.#codeNumbers.get(system);
    if (!ofSystem) this.#codeNumbers.set(system, (ofSystem = new Map<string, number>()));
    this.#system = system;
    this.#ofSystem = ofSystem;
    return ofSystem;
  }

  /**
   * The number of a record's details.
   *
   * @param code Its code's number.
   * @param type Its type, for who knows it already.
   */
  detailOf(record: RecordByType[RecordType], code: number, type = record.type): number {
    const known = this.#known[type];
    const found = known.find(record, code);
    if (found !== undefined) return found;
    const detail = detailFrom(record);
    const key = JSON.stringify(detail);
    let number = this.#detailNumbers.get(key);
    if (number === undefined) {
      number = this.details.push(detail) - 1;
      this.#detailNumbers.set(key, number);
    }
    known.keep(record, code, numberedDetail(number, detail));
    return number;
  }

  /** Takes over what another dictionary, of which this one is a copy, has added since. */
  extend(codes: readonly Code[], details: readonly Detail[]): void {
    for (const { system, code } of codes) this.numberOf(system, code);
    for (const detail of details) {
      const number = this.details.push(detail) - 1;
      this.#detailNumbers.set(JSON.stringify(detail), number);
    }
  }
}
