/** Counting what became of a load. Only names of systems, units and fields are kept, and no more of them than a report can hold. */
import { plainText } from '../../json/plain-text.ts';
import { cutWithin } from '../../json/cut-text.ts';
import type { RecordType } from '../../record/types.ts';
import type { FhirCount, FhirReport, FhirShortfall } from './options.ts';

/** Different entries of one kind that are kept; the others are counted in one. */
const mostEntries = 200;
/** Characters of a system's or unit's name. */
const longestName = 120;

/** Counts by what is counted. */
class Counts<What extends object> {
  readonly #entries = new Map<string, FhirCount<What>>();

  add(key: string, what: () => What): void {
    const known = this.#entries.get(key);
    if (known) this.#entries.set(key, { ...known, count: known.count + 1 });
    else if (this.#entries.size < mostEntries) this.#entries.set(key, { ...what(), count: 1 });
  }

  list(): readonly FhirCount<What>[] {
    return [...this.#entries.values()].sort((a, b) => b.count - a.count);
  }
}

type Listed<Key extends 'codings' | 'passedOver' | 'units' | 'dates' | 'leftOut'> = Omit<
  FhirReport[Key][number],
  'count'
>;

export class Tally {
  requests = 0;
  retries = 0;
  readonly #read = new Map<string, number>();
  readonly #codings = new Counts<Listed<'codings'>>();
  readonly #passedOver = new Counts<Listed<'passedOver'>>();
  readonly #units = new Counts<Listed<'units'>>();
  readonly #dates = new Counts<Listed<'dates'>>();
  readonly #leftOut = new Counts<Listed<'leftOut'>>();
  readonly #unknown = new Map<RecordType | 'patient', FhirShortfall[]>();

  read(resourceType: string, count: number): void {
    this.#read.set(resourceType, (this.#read.get(resourceType) ?? 0) + count);
  }

  unknown(type: RecordType | 'patient', shortfall: FhirShortfall): void {
    const own = this.#unknown.get(type) ?? [];
    own.push(shortfall);
    this.#unknown.set(type, own);
  }

  unplaced(type: RecordType, system: unknown): void {
    const name = nameOf(system);
    this.#codings.add(`${type} ${name}`, () => ({ type, system: name }));
  }

  passedOver(type: RecordType, system: string): void {
    this.#passedOver.add(`${type} ${system}`, () => ({ type, system }));
  }

  unit(unit: string): void {
    const name = nameOf(unit);
    this.#units.add(name, () => ({ unit: name }));
  }

  date(resourceType: string, field: string, problem: Listed<'dates'>['problem']): void {
    this.#dates.add(`${resourceType} ${field} ${problem}`, () => ({
      resourceType,
      field,
      problem,
    }));
  }

  leaveOut(resourceType: string, why: string): void {
    this.#leftOut.add(`${resourceType} ${why}`, () => ({ resourceType, why }));
  }

  report(): FhirReport {
    return {
      requests: this.requests,
      retries: this.retries,
      read: Object.fromEntries(this.#read),
      unknown: Object.fromEntries(this.#unknown),
      codings: this.#codings.list(),
      passedOver: this.#passedOver.list(),
      units: this.#units.list(),
      dates: this.#dates.list(),
      leftOut: this.#leftOut.list(),
    };
  }
}

function nameOf(given: unknown): string {
  return typeof given === 'string' ? cutWithin(plainText(given), longestName) : '';
}
