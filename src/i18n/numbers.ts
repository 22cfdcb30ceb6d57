import type { Language } from './language.ts';

const locales = { da: 'da-DK', en: 'en-GB' } as const;

/** Counts and shares as the reader's country writes them: `7.012`, `2,1`. */
export function formatCount(value: number, language: Language, decimals = 0): string {
  return numberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A share in percent without its sign; one decimal below ten. */
export function formatPercent(part: number, whole: number, language: Language): string {
  const percent = whole > 0 ? (part / whole) * 100 : 0;
  return formatCount(percent, language, percent > 0 && percent < 10 ? 1 : 0);
}

/** A count with its noun, one or several: `1 patient`, `7.012 patienter`. */
export function plural(
  count: number,
  [one, several]: readonly [string, string],
  language: Language,
): string {
  return `${formatCount(count, language)} ${count === 1 ? one : several}`;
}

/** Digits that a double holds for certain: 0.1 + 0.2 reads as 0.3. */
const significantDigits = 15;

/**
 * Writes a number as results are read: with a decimal comma in Danish, all its digits, no exponent, and without
 * grouping.
 */
export function formatDecimal(value: number, language: Language): string {
  return numberFormat(language, {
    maximumSignificantDigits: significantDigits,
    useGrouping: false,
  }).format(value);
}

/** Compares texts in the reader's alphabet: å after z in Danish. */
export function textComparer(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(locales[language], { numeric: true }).compare;
}

/** By language and options: to make one takes a hundred times as long as to write a number with it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(locales[language], options)));
  return format;
}
