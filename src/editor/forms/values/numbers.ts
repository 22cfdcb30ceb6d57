/** Numbers as a reader of a language writes them. */
import type { Language } from '../../../i18n/language.ts';
import { formatDecimal } from '../../../i18n/numbers.ts';

const number = /^[-−]?\d+(?:[.,]\d*)?(?:e[+-]?\d{1,3})?$/i;

/** `1.500` is one and a half to one reader and fifteen hundred to another: it is no number until it is written plainly. */
const grouped: Readonly<Record<Language, RegExp>> = {
  da: /^[-−]?[1-9]\d{0,2}(?:\.\d{3})+$/,
  en: /^[-−]?[1-9]\d{0,2}(?:,\d{3})+$/,
};

/** Reads a number with a comma or a point; a text that is none is answered as it is, and an empty one as undefined. */
export function readNumber(text: string, language: Language): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (!number.test(trimmed) || grouped[language].test(trimmed)) return text;
  const value = Number(trimmed.replace(',', '.').replace('−', '-'));
  return Number.isFinite(value) ? value : text;
}

/** Writes a number for a field: read again, it is the same. */
export function writeNumber(value: unknown, language: Language): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  const text = formatDecimal(value, language);
  if (readNumber(text, language) === value) return text;
  const plain = String(value);
  return language === 'da' ? plain.replace('.', ',') : plain;
}
