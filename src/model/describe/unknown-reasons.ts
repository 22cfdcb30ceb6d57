import type { UnknownReason } from '../../engine/index.ts';
import { nameType, type Language } from '../../profile/index.ts';
import type { Patient } from '../../record/index.ts';
import { formatDate } from '../../i18n/dates.ts';

const fieldWords: Record<Language, Partial<Record<keyof Patient, string>>> = {
  da: {
    birthDate: 'fødselsdato',
    sex: 'køn',
    municipality: 'kommune',
    postalCode: 'postnummer',
    insuranceGroup: 'sikringsgruppe',
    practitioner: 'fast læge',
    deceased: 'dødsdato',
  },
  en: {
    birthDate: 'date of birth',
    sex: 'sex',
    municipality: 'municipality',
    postalCode: 'postal code',
    insuranceGroup: 'insurance group',
    practitioner: 'regular doctor',
    deceased: 'date of death',
  },
};

/** Why something cannot be decided, as a sentence that says what is missing. */
export function describeUnknownReason(unknownReason: UnknownReason, language: Language): string {
  const da = language === 'da';
  switch (unknownReason.kind) {
    case 'not-covered': {
      const type = nameType(unknownReason.type, language);
      const source = unknownReason.source ? ` (${unknownReason.source})` : '';
      if (unknownReason.coveredFrom !== undefined) {
        const from = formatDate(unknownReason.coveredFrom, language);
        return da
          ? `Data om ${type}${source} rækker kun tilbage til ${from}`
          : `Data on ${type}${source} only goes back to ${from}`;
      }
      return da ? `Data om ${type} mangler${source}` : `Data on ${type} is missing${source}`;
    }
    case 'rejected': {
      const type = nameType(unknownReason.type, language);
      if (da)
        return unknownReason.count === 1
          ? `En oplysning om ${type} kan ikke læses`
          : `${unknownReason.count} oplysninger om ${type} kan ikke læses`;
      return unknownReason.count === 1
        ? `One record of ${type} cannot be read`
        : `${unknownReason.count} records of ${type} cannot be read`;
    }
    case 'unit':
      return da
        ? `Prøven er i ${unknownReason.found}, profilen spørger i ${unknownReason.expected}`
        : `The result is in ${unknownReason.found}, the profile asks in ${unknownReason.expected}`;
    case 'comparator':
      return da
        ? 'Prøvens svar er en grænse (< eller >), som ikke afgør det'
        : 'The result is a limit (< or >) that does not decide it';
    case 'textual':
      return da ? 'Prøvens svar er en tekst, ikke et tal' : 'The result is a text, not a number';
    case 'short-code':
      return da
        ? `Koden ${unknownReason.record.code} er for kort til at tælle med`
        : `The code ${unknownReason.record.code} is too short to be counted`;
    case 'patient-field': {
      const field = fieldWords[language][unknownReason.field] ?? unknownReason.field;
      if (unknownReason.field === 'deceased')
        return da ? `Patientens ${field} kan ikke læses` : `The patient’s ${field} cannot be read`;
      return da ? `Patientens ${field} mangler` : `The patient’s ${field} is missing`;
    }
    case 'uncoded':
      return da ? 'Profilen angiver ingen kode' : 'The profile gives no code';
  }
}

/** Each doubt once, in the order met. */
export function describeUnknownReasons(
  unknownReasons: readonly UnknownReason[],
  language: Language,
): readonly string[] {
  return [
    ...new Set(
      unknownReasons.map((unknownReason) => describeUnknownReason(unknownReason, language)),
    ),
  ];
}
