/** Why something cannot be decided, of how many, as the program tells it. */
import type { ReasonCount } from '../model/describe/counted-reasons.ts';

/** `58 unknown: 58 HbA1c (NPU27300) given in mmol/L where mmol/mol is asked`, on a line of its own. */
export function tellReasons(count: number, what: string, reasons: readonly ReasonCount[]): string {
  if (count === 0) return '';
  const told = reasons.slice(0, mostReasons).map(({ patients, words }) => `${patients} ${words}`);
  const more = reasons.length - told.length;
  if (more > 0)
    told.push(`and ${more} more ${more === 1 ? 'reason' : 'reasons'} (--json tells all)`);
  return `    ${count} ${what}: ${told.join('; ')}\n`;
}

/** So many reasons are told of one number. */
const mostReasons = 5;
