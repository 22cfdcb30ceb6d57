/**
 * What records have in common, kept once: their codes, and everything else about them but dates and
 * numbers. A record in a column is then a handful of whole numbers.
 */
import { recordTypes, type RecordByType, type RecordType } from '../../record/index.ts';
import {
  detailFrom,
  detailMatchers,
  numberedDetail,
  type Detail,
  type NumberedDetail,
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
    recordTypes.map((type) => [type, new RecentDetails(detailMatchers[type] as DetailMatcher)]),
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
    const detail = detailFrom(record);
    const key = JSON.stringify(detail);
    let number = this.#detailNumbers.get(key);
    if (number === undefined) {
      number = this.details.push(detail) - 1;
      this.#detailNumbers.set(key, number);
    }
    recent.keep(code, numberedDetail(number, detail));
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
type DetailMatcher = (detail: NumberedDetail, record: AnyRecord) => boolean;

/** The details that records of one type lately came with, by code: most records repeat one of them. */
class RecentDetails {
  /** By number of a code. */
  readonly #byCode: (CodeDetails | undefined)[] = [];

  constructor(private readonly isOf: DetailMatcher) {}

  /** The number of a record's details, where they have come with its code lately. */
  find(record: AnyRecord, code: number): number | undefined {
    const ofCode = this.#byCode[code];
    if (!ofCode) return undefined;
    const { last } = ofCode;
    if (this.isOf(last, record)) return last.number;
    const alike = ofCode.byKey.get(keyOf(record));
    if (!alike) return undefined;
    for (let at = 0; at < alike.length; at++) {
      const each = alike[at]!;
      if (!this.isOf(each, record)) continue;
      ofCode.last = each;
      return each.number;
    }
    return undefined;
  }

  keep(code: number, detail: NumberedDetail): void {
    // Without holes: engines read such a list faster.
    while (this.#byCode.length <= code) this.#byCode.push(undefined);
    const ofCode = (this.#byCode[code] ??= beginWith(detail));
    if (ofCode.size >= mostRecent) {
      ofCode.byKey.clear();
      ofCode.size = 0;
    }
    const key = keyOf(detail);
    const alike = ofCode.byKey.get(key);
    if (alike) alike.push(detail);
    else ofCode.byKey.set(key, [detail]);
    ofCode.size++;
    ofCode.last = detail;
  }
}

/** The details that one code came with lately. */
interface CodeDetails {
  last: NumberedDetail;
  /** By what tells most of them apart. */
  readonly byKey: Map<string | undefined, NumberedDetail[]>;
  /** How many there are. */
  size: number;
}

/** A code of medicines comes with as many as it has products, strengths and doses. Begins anew when it is full. */
const mostRecent = 128;

/** What tells the details of one code apart most of the time. */
function keyOf({ product, text, dose }: Marks): string | undefined {
  return product ?? text ?? dose;
}

type Marks = { readonly [Field in 'product' | 'text' | 'dose']?: string | undefined };

function beginWith(detail: NumberedDetail): CodeDetails {
  return { last: detail, byKey: new Map<string | undefined, NumberedDetail[]>(), size: 0 };
}
