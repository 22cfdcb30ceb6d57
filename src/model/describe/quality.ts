import { textIn, type Language } from '../../i18n/language.ts';
import { formatCount, plural } from '../../i18n/numbers.ts';
import { qualityPhrases } from '../../i18n/phrases/quality.ts';
import { nameType, recordNouns, typeTitle } from '../../i18n/record-types.ts';
import type { ForeignCodes, OtherUnit, UnitContents } from '../../engine/index.ts';
import { unknownReasonPhrases } from '../../i18n/phrases/unknown-reasons.ts';
import { listNames, recordTypes, systemOf, type CalendarDate } from '../../record/index.ts';
import type {
  CoverageQuality,
  Freshness,
  HintGroup,
  ItemQuality,
  MarkerQuality,
  RejectionGroup,
  UnknownReasonGroup,
} from '../quality/types.ts';
import { describeCoverage, describeUpdated } from './coverage.ts';
import { describeImplausible, describeUnknownReason, nameUnit } from './unknown-reasons.ts';

/** `Medicin: FMK, fra 1. jan. 2011, opdateret 14. nov. 2026 (for 10 dage siden): forældet`. */
export function describeCoverageQuality(
  { type, coverage, freshness, state }: CoverageQuality,
  asOf: CalendarDate,
  language: Language,
): string {
  const stale =
    state === 'available' && freshness.state === 'stale' ? qualityPhrases[language].stale : '';
  return `${typeTitle(type, language)}: ${describeCoverage(coverage, asOf, language)}${stale}`;
}

/** `opdateret 14. nov. 2026 (for 10 dage siden): forældet`. */
export function describeFreshness(
  { state, updated }: Freshness,
  asOf: CalendarDate,
  language: Language,
): string {
  const stale = state === 'stale' ? qualityPhrases[language].stale : '';
  return describeUpdated(updated ?? '', asOf, language) + stale;
}

/** `3 oplysninger om diagnoser: en dato kan ikke læses (fra-dato)`. */
export function describeRejection(
  { type, reason, fields, records, nobody }: RejectionGroup,
  language: Language,
): string {
  const text = qualityPhrases[language];
  const more = fields.length > mostFields ? ' …' : '';
  // A name that we do not know is told as the system writes it.
  const nameOf = (field: string) => (reason === 'misnamed' ? field : nameField(field, language));
  const named = fields.slice(0, mostFields).map(nameOf).join(', ');
  const where = fields.length > 0 ? ` (${named}${more})` : '';
  const lost = nobody === 0 ? '' : text.withoutPatient(nobody);
  const what =
    type === 'patient'
      ? `${typeTitle(type, language)}: ${formatCount(records, language)} ×`
      : `${text.records(records, nameType(type, language))}:`;
  return `${what} ${text.reasons[reason]}${where}${lost}`;
}

/** `fra-dato`, `fødselsdato`, `ydelser`: a field in words, or as it is where it has none. */
function nameField(field: string, language: Language): string {
  const type = recordTypes.find((each) => listNames[each] === field);
  if (type) return nameType(type, language);
  const names: Readonly<Record<string, string>> = {
    ...unknownReasonPhrases[language].fields,
    ...qualityPhrases[language].fields,
  };
  return Object.hasOwn(names, field) ? names[field]! : field;
}

/** So many fields at fault are named. */
const mostFields = 10;

/** `“mmol pr. mol”: 12 prøver (HbA1c NPU27300)`. */
export function describeUnknownUnit(
  { unit, results, codes }: UnitContents,
  language: Language,
): string {
  const text = qualityPhrases[language];
  const named = codes.slice(0, mostCodes).map(({ code, text: name }) => nameCode(code, name));
  const more = codes.length - named.length;
  return text.unit(unit, results, named.join(', ') + (more > 0 ? text.andOthers(more) : ''));
}

/** `HbA1c NPU27300: 58 prøver fra 41 patienter er i mmol/L, profilen spørger i mmol/mol`. */
export function describeOtherUnit(
  { code, text: name, found, expected, results, patientIds }: OtherUnit,
  language: Language,
): string {
  const text = qualityPhrases[language];
  return text.otherUnit(
    nameCode(code, name),
    nameUnit(found, language),
    nameUnit(expected, language),
    results,
    text.patients(patientIds.length),
  );
}

/** So many codes are named of one unit. */
const mostCodes = 3;

function nameCode(code: string, text = ''): string {
  return [text.trim(), code].filter(Boolean).join(' ');
}

/** `3 diagnoser ligner ikke ICPC-2 (DE119, DI109)`. */
export function describeForeignCodes(
  { type, system, records, codes }: ForeignCodes,
  language: Language,
): string {
  const text = qualityPhrases[language];
  const [one, many] = recordNouns[language][type];
  const named = codes.slice(0, mostForeign);
  const more = codes.length - named.length;
  return text.foreign(
    plural(records, [one, many], language),
    records,
    systemOf(system)?.title ?? system,
    named.join(', ') + (more > 0 ? text.andOthers(more) : ''),
  );
}

/** So many codes are named that look like another system's. */
const mostForeign = 5;

/** `34 lægemidler har en tekst, men ingen kode`. */
export function describeHint({ kind, types, count }: HintGroup, language: Language): string {
  const names = types.map((type) =>
    type === 'patient' ? typeTitle(type, language).toLowerCase() : nameType(type, language),
  );
  return qualityPhrases[language].hints[kind](count, names.join(', '));
}

/** `12 patienter: Data om medicin mangler (FMK)`. */
export function describeUnknownReasonGroup(group: UnknownReasonGroup, language: Language): string {
  return `${qualityPhrases[language].patients(group.patientIds.length)}: ${describeSharedReason(group, language)}`;
}

/** What would decide them: `Data om medicin mangler (FMK)`. */
export function describeSharedReason(
  { unknownReason }: UnknownReasonGroup,
  language: Language,
): string {
  const code =
    'record' in unknownReason && unknownReason.kind !== 'short-code' && unknownReason.record.code
      ? ` (${unknownReason.record.code})`
      : '';
  const words =
    unknownReason.kind === 'implausible'
      ? describeImplausible(unknownReason, language)
      : describeUnknownReason(unknownReason, language);
  return words + code;
}

/** `MMSE: 45 af 118 har en værdi, 70 mangler, 3 kan ikke afgøres`. */
export function describeItemQuality({ item, counts }: ItemQuality, language: Language): string {
  const text = qualityPhrases[language];
  const asked = counts.value + counts.none + counts.unknown;
  const part = (count: number, words: string) => (count > 0 ? `, ${count} ${words}` : '');
  return (
    `${textIn(item.title, language)}: ${text.haveValue(counts.value, asked)}` +
    part(counts.none, text.without) +
    part(counts.unknown, text.undecided) +
    part(counts['not-asked'], text.notAsked)
  );
}

/** `Antipsykotika ved demens: kan ikke afgøres for 4 patienter`. */
export function describeMarkerQuality(
  { marker, undecided }: MarkerQuality,
  language: Language,
): string {
  const text = qualityPhrases[language];
  const who = text.patients(undecided.length);
  return `${textIn(marker.title, language)}: ${text.undecidedFor(who)}`;
}
