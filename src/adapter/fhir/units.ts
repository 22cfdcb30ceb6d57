/** Units of quantities: UCUM's code, or the unit for people, whichever the library can compare (SEMANTICS R14). */
import type { Quantity } from 'fhir/r4';
import { isKnownUnit } from '../../record/units.ts';
import type { Tally } from './tally.ts';

export class Units {
  constructor(
    readonly own: Readonly<Record<string, string>>,
    readonly tally: Tally,
  ) {}

  /** The unit of a quantity; undefined where it has none. */
  of({ unit, code }: Quantity): string | undefined {
    const names = [code, unit].filter((name) => typeof name === 'string' && name.trim() !== '');
    for (const name of names) {
      const mapped = Object.hasOwn(this.own, name!) ? this.own[name!] : undefined;
      if (mapped !== undefined) return mapped;
    }
    const known = names.find((name) => isKnownUnit(name!));
    if (known !== undefined) return known;
    // An annotation of UCUM's says what is measured, and changes no number: `mmol/mol{Hb}`.
    const plain = names.map((name) => name!.replaceAll(/\{[^}]*\}/g, '')).find(isKnownUnit);
    if (plain !== undefined) return plain;
    const written = unit ?? code;
    if (written !== undefined) this.tally.unit(written);
    return written;
  }
}
