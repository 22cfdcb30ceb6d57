/** The code sets of several profiles under names that clash nowhere. */
import type { CodeSet, Codes, Profile } from '../types.ts';
import { canonical } from './canonical.ts';
import { mapCodes } from './map-codes.ts';

/** Longest that a name is kept of, so that there is room for what tells two apart. */
const longestName = 90;

/** Gathers code sets: the same under one name, another of the same name under a name of its own. */
export class CodeSets {
  readonly #sets = new Map<string, CodeSet>();

  /** Takes in a profile's sets; answers the way to say with these names what one of its criteria or items asks. */
  take({ codes = {} }: Profile): <Value>(value: Value) => Value {
    const names = new Map(
      Object.entries(codes).map(([name, set]) => [name, this.#nameOf(name, set)]),
    );
    const renamed = (given: Codes): unknown =>
      typeof given === 'string'
        ? (names.get(given) ?? given)
        : Array.isArray(given)
          ? given.map(renamed)
          : given;
    return <Value>(value: Value) => mapCodes(value, renamed) as Value;
  }

  /** All of them, by name. */
  get all(): Readonly<Record<string, CodeSet>> {
    return Object.fromEntries(this.#sets);
  }

  #nameOf(name: string, set: CodeSet): string {
    const said = canonical(set);
    const isFree = (each: string) => {
      const taken = this.#sets.get(each);
      return taken === undefined || canonical(taken) === said;
    };
    let free = name;
    for (let number = 2; !isFree(free); number++) free = `${name.slice(0, longestName)}.${number}`;
    this.#sets.set(free, set);
    return free;
  }
}
