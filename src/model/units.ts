import { normalizeUnit } from '../record/units.ts';

/** Whether two results are told in one unit, by whatever name; without a unit only beside another without. */
export function sameUnit(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return a === b;
  return normalizeUnit(a) === normalizeUnit(b);
}
