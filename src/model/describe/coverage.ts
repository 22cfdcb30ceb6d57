import { coveragePhrases } from '../../i18n/phrases/coverage.ts';
import type { Language } from '../../i18n/language.ts';
import { readDate, requireDate, type CalendarDate, type Coverage } from '../../record/index.ts';
import { formatAgo, formatDate } from '../../i18n/dates.ts';

/**
 * What the clinic says of one data type: `FMK, fra 1. jan. 2011, opdateret 24. nov. 2026 (i dag)`.
 * @throws {RangeError} of a day that does not exist.
 */
export function describeCoverage(
  coverage: Coverage | undefined,
  asOf: CalendarDate,
  language: Language,
): string {
  requireDate(asOf, 'describeCoverage: asOf');
  const text = coveragePhrases[language];
  if (!coverage) return text.undeclared;
  const { available, from, source, updated } = coverage;
  return [
    source,
    available ? undefined : text.missing,
    available && from !== undefined ? `${text.from} ${formatDate(from, language)}` : undefined,
    updated === undefined ? text.neverTold : describeUpdated(updated, asOf, language),
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * `opdateret 14. nov. 2026 (for 10 dage siden)`, or that it cannot be told when.
 * @throws {RangeError} of a day that does not exist.
 */
export function describeUpdated(updated: string, asOf: CalendarDate, language: Language): string {
  requireDate(asOf, 'describeUpdated: asOf');
  const text = coveragePhrases[language];
  const date = readDate(updated)?.date;
  if (date === undefined) return text.neverTold;
  const ago = date > asOf ? '' : ` (${formatAgo(date, asOf, language)})`;
  return `${text.updated} ${formatDate(date, language)}${ago}`;
}
