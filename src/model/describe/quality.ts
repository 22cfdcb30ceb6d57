import { nameType, textIn, type Language } from '../../profile/index.ts';
import type { CalendarDate, RejectionReason } from '../../record/index.ts';
import type {
  CoverageQuality,
  DoubtGroup,
  Freshness,
  ItemQuality,
  MarkerQuality,
  RejectionGroup,
} from '../quality/quality.ts';
import { describeCoverage, describeUpdated, typeTitle } from './coverage.ts';
import { describeUnknownReason } from './unknown-reasons.ts';

/** `Medicin: FMK, fra 1. jan. 2011, opdateret 14. nov. 2026 (for 10 dage siden): forældet`. */
export function describeCoverageQuality(
  { type, coverage, freshness, state }: CoverageQuality,
  asOf: CalendarDate,
  language: Language,
): string {
  const stale = state === 'available' && freshness.state === 'stale' ? staleNote(language) : '';
  return `${typeTitle(type, language)}: ${describeCoverage(coverage, asOf, language)}${stale}`;
}

/** `opdateret 14. nov. 2026 (for 10 dage siden): forældet`. */
export function describeFreshness(
  { state, updated }: Freshness,
  asOf: CalendarDate,
  language: Language,
): string {
  const stale = state === 'stale' ? staleNote(language) : '';
  return describeUpdated(updated ?? '', asOf, language) + stale;
}

function staleNote(language: Language): string {
  return language === 'da' ? ': forældet' : ': out of date';
}

/** `3 oplysninger om diagnoser: en dato kan ikke læses (from)`. */
export function describeRejection(
  { type, reason, fields, records, nobody }: RejectionGroup,
  language: Language,
): string {
  const da = language === 'da';
  const why = reasons[language][reason];
  const where = fields.length > 0 ? ` (${fields.join(', ')})` : '';
  const lost =
    nobody === 0 ? '' : da ? `; ${nobody} uden patient` : `; ${nobody} without a patient`;
  if (type === 'patient') {
    const what = da ? 'Patientoplysninger' : 'Patient details';
    return `${what}: ${records} × ${why}${where}${lost}`;
  }
  const about = nameType(type, language);
  const what = da
    ? `${records} ${records === 1 ? 'oplysning' : 'oplysninger'} om ${about}`
    : `${records} ${records === 1 ? 'record' : 'records'} of ${about}`;
  return `${what}: ${why}${where}${lost}`;
}

const reasons: Record<Language, Record<RejectionReason, string>> = {
  da: {
    'not-an-object': 'kan slet ikke læses',
    missing: 'et felt mangler',
    'wrong-type': 'et felt har forkert form',
    'unreadable-date': 'en dato kan ikke læses',
    'empty-code': 'koden er tom',
    'ends-before-start': 'slutter, før den begynder',
  },
  en: {
    'not-an-object': 'cannot be read at all',
    missing: 'a field is missing',
    'wrong-type': 'a field has the wrong form',
    'unreadable-date': 'a date cannot be read',
    'empty-code': 'the code is empty',
    'ends-before-start': 'ends before it starts',
  },
};

/** `12 patienter: Data om medicin mangler (FMK)`. */
export function describeDoubtGroup(group: DoubtGroup, language: Language): string {
  return `${patientsIn(group.patientIds.length, language)}: ${describeSharedDoubt(group, language)}`;
}

/** What would decide them: `Data om medicin mangler (FMK)`. */
export function describeSharedDoubt({ unknownReason }: DoubtGroup, language: Language): string {
  const code =
    'record' in unknownReason && unknownReason.kind !== 'short-code'
      ? ` (${unknownReason.record.code})`
      : '';
  return describeUnknownReason(unknownReason, language) + code;
}

function patientsIn(count: number, language: Language): string {
  if (language === 'da') return `${count} ${count === 1 ? 'patient' : 'patienter'}`;
  return `${count} ${count === 1 ? 'patient' : 'patients'}`;
}

/** `MMSE: 45 af 118 har en værdi, 70 mangler, 3 kan ikke afgøres`. */
export function describeItemQuality({ item, counts }: ItemQuality, language: Language): string {
  const da = language === 'da';
  const asked = counts.value + counts.none + counts.unknown;
  const part = (count: number, words: string) => (count > 0 ? `, ${count} ${words}` : '');
  const head = da
    ? `${counts.value} af ${asked} har en værdi`
    : `${counts.value} of ${asked} have a value`;
  return (
    `${textIn(item.title, language)}: ${head}` +
    part(counts.none, da ? 'uden' : 'without') +
    part(counts.unknown, da ? 'kan ikke afgøres' : 'cannot be decided') +
    part(counts['not-asked'], da ? 'ikke relevant' : 'does not apply')
  );
}

/** `Antipsykotika ved demens: kan ikke afgøres for 4 patienter`. */
export function describeMarkerQuality(
  { marker, undecided }: MarkerQuality,
  language: Language,
): string {
  const who = patientsIn(undecided.length, language);
  const title = textIn(marker.title, language);
  return language === 'da'
    ? `${title}: kan ikke afgøres for ${who}`
    : `${title}: cannot be decided for ${who}`;
}
