/**
 * What records have in common, kept once: their codes, and everything else about them but dates and
 * numbers. A record in a column is then a handful of whole numbers.
 */
import { recordTypes, type RecordByType, type RecordType } from '../../record/index.ts';
import {
  detailFrom,
  detailWriters,
  flatDetail,
  isSameDetail,
  type Detail,
  type FlatDetail,
} from './details.ts';

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
  readonly #recent = Object.fromEntries(
    recordTypes.map((type) => [type, new RecentDetails(detailWriters[type] as DetailWriter)]),
  ) as Record<RecordType, RecentDetails>;

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

  /** The number of a record's details. `code` is its code's number. */
  detailOf(record: AnyRecord, code: number): number {
    const recent = this.#recent[record.type];
    const found = recent.find(record, code);
    if (found !== undefined) return found;
    const detail = detailFrom(recent.own);
    const key = JSON.stringify(detail);
    let number = this.#detailNumbers.get(key);
    if (number === undefined) {
      number = this.details.push(detail) - 1;
      this.#detailNumbers.set(key, number);
    }
    recent.keep(number);
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

type AnyRecord = RecordByType[RecordType];
type DetailWriter = (record: AnyRecord, flat: FlatDetail) => void;

/** The details that records of one type lately came with, by code: most records repeat one of them. */
class RecentDetails {
  /** Those of the record in hand. */
  readonly own = flatDetail();
  /** By number of a code. */
  readonly #byCode: (CodeDetails | undefined)[] = [];
  #inHand: CodeDetails | undefined;

  constructor(private readonly write: DetailWriter) {}

  /** The number of a record's details, where they have come with its code lately; `own` has them in any case. */
  find(record: AnyRecord, code: number): number | undefined {
    const { own } = this;
    this.write(record, own);
    const ofCode = this.#byCode[code] ?? this.#begin(code);
    this.#inHand = ofCode;
    const { last } = ofCode;
    if (isSameDetail(last, own)) return last.number;
    const alike = ofCode.byKey.get(keyOf(own));
    if (alike)
      for (let at = 0; at < alike.length; at++) {
        const each = alike[at]!;
        if (!isSameDetail(each, own)) continue;
        ofCode.last = each;
        return each.number;
      }
    return undefined;
  }

  /** Keeps the details that were looked for last, by their number. */
  keep(number: number): void {
    const ofCode = this.#inHand!;
    if (ofCode.size >= mostRecent) {
      ofCode.byKey.clear();
      ofCode.size = 0;
    }
    const kept = { ...this.own, number };
    const key = keyOf(kept);
    const alike = ofCode.byKey.get(key);
    if (alike) alike.push(kept);
    else ofCode.byKey.set(key, [kept]);
    ofCode.size++;
    ofCode.last = kept;
  }

  #begin(code: number): CodeDetails {
    const ofCode = { last: noDetail, byKey: new Map<string | undefined, FlatDetail[]>(), size: 0 };
    // Without holes: engines read such a list faster.
    while (this.#byCode.length <= code) this.#byCode.push(undefined);
    this.#byCode[code] = ofCode;
    return ofCode;
  }
}

/** The details that one code came with lately. */
interface CodeDetails {
  last: FlatDetail;
  /** By what tells most of them apart. */
  readonly byKey: Map<string | undefined, FlatDetail[]>;
  /** How many there are. */
  size: number;
}

/** A code of medicines comes with as many as it has products, strengths and doses. Begins anew when it is full. */
const mostRecent = 128;

/** Is like no record's: NaN is not even like itself. */
const noDetail: FlatDetail = { ...flatDetail(), low: NaN };

function keyOf({ product, text, dose, value }: FlatDetail): string | undefined {
  return product ?? text ?? dose ?? value;
}
