import { nameType, type Language } from '../../profile/index.ts';
import { readDate, type CalendarDate, type Coverage, type DataType } from '../../record/index.ts';
import { formatAgo, formatDate } from '../../i18n/dates.ts';

/** A data type as a heading: `Prøver`, `Patientoplysninger`. */
export function typeTitle(type: DataType, language: Language): string {
  if (type === 'patient') return language === 'da' ? 'Patientoplysninger' : 'Patient details';
  const word = nameType(type, language);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What the clinic says of one data type: `FMK, fra 1. jan. 2011, opdateret 24. nov. 2026 (i dag)`. */
export function describeCoverage(
  coverage: Coverage | undefined,
  asOf: CalendarDate,
  language: Language,
): string {
  const text = words[language];
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

/** `opdateret 14. nov. 2026 (for 10 dage siden)`, or that it cannot be told when. */
export function describeUpdated(updated: string, asOf: CalendarDate, language: Language): string {
  const text = words[language];
  const date = readDate(updated)?.date;
  if (date === undefined) return text.neverTold;
  const ago = date > asOf ? '' : ` (${formatAgo(date, asOf, language)})`;
  return `${text.updated} ${formatDate(date, language)}${ago}`;
}

const words = {
  da: {
    undeclared: 'ikke oplyst af klinikkens system',
    missing: 'mangler',
    from: 'fra',
    updated: 'opdateret',
    neverTold: 'opdatering ikke oplyst',
  },
  en: {
    undeclared: 'not stated by the clinic’s system',
    missing: 'missing',
    from: 'from',
    updated: 'updated',
    neverTold: 'update not stated',
  },
} as const;
