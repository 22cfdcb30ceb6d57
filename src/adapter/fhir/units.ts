/** Units of quantities: UCUM's code, or the unit for people, whichever the library can compare (SEMANTICS R14). */
import type { Quantity } from 'fhir/r4';
import { isKnownUnit } from '../../record/units.ts';
import type { Tally } from './tally.ts';

/** What is read of a unit: the name that the record gets, and whether anything is equal to it. */
interface ReadUnit {
  readonly name: string | undefined;
  readonly isKnown: boolean;
}

/** A clinic has a few hundred spellings. */
const mostKept = 10_000;

export class Units {
  readonly #read = new Map<string, ReadUnit>();

  constructor(
    readonly own: Readonly<Record<string, string>>,
    readonly tally: Tally,
  ) {}

  /** The unit of a quantity; undefined where it has none. */
  of({ unit, code }: Quantity): string | undefined {
    const key = `${code}\n${unit}`;
    let read = this.#read.get(key);
    if (!read) {
      if (this.#read.size >= mostKept) this.#read.clear();
      this.#read.set(key, (read = this.#find([code, unit].filter(isSaid))));
    }
    if (!read.isKnown && read.name !== undefined) this.tally.unit(read.name);
    return read.name;
  }

  /** @param names UCUM's code, and the unit for people. */
  #find(names: readonly string[]): ReadUnit {
    const mapped = names.find((name) => Object.hasOwn(this.own, name));
    if (mapped !== undefined) return { name: this.own[mapped], isKnown: true };
    const known =
      names.find(isKnownUnit) ??
      // An annotation of UCUM's says what is measured, and changes no number: `mmol/mol{Hb}`.
      names.map((name) => name.replaceAll(/\{[^}]*\}/g, '')).find(isKnownUnit);
    return { name: known ?? names.at(-1), isKnown: known !== undefined };
  }
}

function isSaid(name: unknown): name is string {
  return typeof name === 'string' && name.trim() !== '';
}
