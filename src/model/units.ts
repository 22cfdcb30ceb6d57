import { normalizeUnit } from '../record/units.ts';

/** Whether two results are told in one unit, by whatever name; without a unit only beside another without. */
export function sameUnit(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : normalizeUnit(a) === normalizeUnit(b);
}
