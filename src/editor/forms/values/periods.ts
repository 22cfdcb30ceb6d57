/** Periods as they are written while they are: a number and a unit, or several. */

/** Years, months, weeks, days. */
export const periodUnits = ['Y', 'M', 'W', 'D'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A number as it was written, of a unit; empty while there is none yet. */
export interface PeriodPart {
  readonly unit: PeriodUnit;
  readonly number: string;
}

/** Each part once, from years down. A number may still be none: what is wrong is for the format to tell. */
const pattern = /^P(?:([\d.,]*)Y)?(?:([\d.,]*)M)?(?:([\d.,]*)W)?(?:([\d.,]*)D)?$/;

/** Reads `P12M`, `P1Y6M`, and `PM`, which has no number yet; undefined for what has no such parts. */
export function readPeriodParts(text: string): readonly PeriodPart[] | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const parts = periodUnits.flatMap((unit, index) => {
    const number = match[index + 1];
    return number === undefined ? [] : [{ unit, number }];
  });
  return parts.length === 0 ? undefined : parts;
}

/** Writes parts as a period, from years down. */
export function writePeriodParts(parts: readonly PeriodPart[]): string {
  const written = periodUnits.flatMap((unit) =>
    parts.filter((part) => part.unit === unit).map(({ number }) => `${number}${unit}`),
  );
  return `P${written.join('')}`;
}

/** What of a text that somebody writes belongs in a number of units. */
export function digitsOf(text: string): string {
  return text.replaceAll(/[^\d.,]/g, '');
}
