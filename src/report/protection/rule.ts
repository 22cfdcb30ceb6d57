/** The settings of the protection, and for which of them its proof holds. */
import { reportPhrases } from '../../i18n/phrases/reports.ts';
import type { LocalText } from '../../profile/index.ts';
import type { Protection } from '../types.ts';

/** Name of the method that `protectLeaves` is; another method is another name. */
const methodName = 'leaves/1';

/** The settings where nobody has chosen others. */
export const defaultProtection: Protection = { method: methodName, threshold: 5, base: 5 };

/** No threshold and no base is less: among two patients each knows of the other. */
export const leastThreshold = 3;

/** No threshold or base is more: shares of a clinic would say nothing. */
const mostThreshold = 100;

/**
 * Why a report must not be protected like this.
 *
 * The threshold is a multiple of the base, so that each count from the threshold on shares its figure with `base - 1`
 * others, and none below the threshold.
 *
 * @returns Undefined where the proof holds.
 */
export function protectionProblem({ method, threshold, base }: Protection): LocalText | undefined {
  if (method !== methodName) return said(reportPhrases.otherMethod);
  if (!isWithin(threshold) || !isWithin(base)) return said(reportPhrases.protectionSize);
  if (threshold % base !== 0) return said(reportPhrases.protectionPair);
  return undefined;
}

/**
 * Lets the proof's settings through.
 *
 * @throws RangeError with what is wrong with others, and what to do.
 */
export function requireProtection(protection: Protection): void {
  const problem = protectionProblem(protection);
  if (problem) throw new RangeError(problem.en);
}

const isWithin = (size: number) =>
  Number.isInteger(size) && size >= leastThreshold && size <= mostThreshold;

const said = ([da, en]: readonly [string, string]): LocalText => ({ da, en });
