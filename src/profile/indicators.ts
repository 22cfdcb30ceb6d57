/** Among whom an indicator is counted (R22). */
import type { Criterion, Indicator } from './types.ts';

/**
 * The criterion of an indicator's denominator: whoever it is *yes* for is counted. With `except` those for whom the
 * exception is *yes* are left out where the numerator is *no*, and only there: whoever has reached what is counted has
 * reached it. Where the numerator, or an exception that could take the patient out, is *unknown*, so is the patient.
 *
 * @returns undefined where every member is counted.
 */
export function denominatorOf({
  numerator,
  denominator,
  except,
}: Indicator): Criterion | undefined {
  if (!except) return denominator;
  const kept: Criterion = { any: [numerator, { not: except }] };
  return denominator ? { all: [denominator, kept] } : kept;
}
