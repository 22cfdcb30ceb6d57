/** The words of data quality. */
import type { ByLanguage } from '../language.ts';
import { formatCount, plural } from '../numbers.ts';

type Reason =
  | 'not-an-object'
  | 'missing'
  | 'wrong-type'
  | 'unknown-value'
  | 'unreadable-date'
  | 'impossible-date'
  | 'placeholder-date'
  | 'empty-code'
  | 'not-measured'
  | 'too-many'
  | 'too-long'
  | 'misnamed'
  | 'doubtful-state'
  | 'ends-before-start';

/** The fields of a record that a reason may name. */
type RecordField =
  | 'from'
  | 'to'
  | 'at'
  | 'code'
  | 'system'
  | 'text'
  | 'value'
  | 'comparator'
  | 'unit'
  | 'low'
  | 'high'
  | 'status'
  | 'source'
  | 'patient'
  | 'id';

type HintKind =
  | 'shifted-date'
  | 'birth-date-unlike-cpr'
  | 'without-code'
  | 'number-as-text'
  | 'hidden-characters'
  | 'cut-text'
  | 'death-at-epoch'
  | 'far-ahead'
  | 'text-among-numbers';

export interface QualityPhrases {
  readonly stale: string;
  readonly withoutPatient: (count: number) => string;
  readonly records: (count: number, type: string) => string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** What a record's fields are called; those of a patient, `unknownReasonPhrases` names. */
  readonly fields: Readonly<Record<RecordField, string>>;
  readonly unit: (unit: string, results: number, codes: string) => string;
  /** Results in a unit of another kind than is asked. */
  readonly otherUnit: (
    name: string,
    found: string,
    expected: string,
    results: number,
    patients: string,
  ) => string;
  readonly foreign: (records: string, count: number, system: string, codes: string) => string;
  readonly andOthers: (count: number) => string;
  readonly hints: Readonly<Record<HintKind, (count: number, types: string) => string>>;
  readonly patients: (count: number) => string;
  readonly haveValue: (count: number, asked: number) => string;
  readonly without: string;
  readonly undecided: string;
  readonly notAsked: string;
  readonly undecidedFor: (patients: string) => string;
}

export const qualityPhrases: ByLanguage<QualityPhrases> = {
  da: {
    stale: ': forældet',
    withoutPatient: (count) => `; ${formatCount(count, 'da')} uden patient`,
    records: (count, type) => `${plural(count, ['oplysning', 'oplysninger'], 'da')} om ${type}`,
    reasons: {
      'not-an-object': 'kan slet ikke læses',
      missing: 'et felt mangler',
      'wrong-type': 'et felt har forkert form',
      'unknown-value': 'en værdi kendes ikke',
      'unreadable-date': 'en dato kan ikke læses',
      'impossible-date': 'en dato er umulig',
      'placeholder-date': 'en dato betyder blot “ingen”',
      'empty-code': 'koden er tom',
      'not-measured': 'svaret siger, at intet er målt',
      'too-many': 'der er flere, end der læses',
      'too-long': 'en tekst, som kan afgøre noget, er for lang',
      'ends-before-start': 'slutter, før den begynder',
      misnamed: 'står under et navn, som Overblik ikke kender',
      'doubtful-state':
        'et felt, som Overblik ikke læser, siger, at den er ophørt, eller at den måske ikke gælder',
    },
    fields: {
      from: 'fra-dato',
      to: 'til-dato',
      at: 'dato',
      code: 'kode',
      system: 'kodesystem',
      text: 'tekst',
      value: 'svar',
      comparator: 'sammenligningstegn',
      unit: 'enhed',
      low: 'nedre referencegrænse',
      high: 'øvre referencegrænse',
      status: 'status',
      source: 'kilde',
      patient: 'patient',
      id: 'patientens id',
    },
    unit: (unit, results, codes) =>
      `“${unit}”: ${plural(results, ['prøve', 'prøver'], 'da')} (${codes})`,
    otherUnit: (name, found, expected, results, patients) =>
      `${name}: ${plural(results, ['prøve', 'prøver'], 'da')} fra ${patients} er i ${found}, profilen spørger i ${expected}`,
    foreign: (records, _, system, codes) => `${records} ligner ikke ${system} (${codes})`,
    andOthers: (count) => ` og ${plural(count, ['anden kode', 'andre koder'], 'da')}`,
    hints: {
      'shifted-date': (count, types) =>
        `${plural(count, ['dato', 'datoer'], 'da')} kan være en dag for ${count === 1 ? 'tidlig' : 'tidlige'}: klokkeslættet ligner midnat i UTC (${types})`,
      'birth-date-unlike-cpr': () => 'Fødselsdatoen er en anden end i CPR-nummeret',
      'without-code': (count) =>
        `${plural(count, ['lægemiddel', 'lægemidler'], 'da')} har en tekst, men ingen kode`,
      'number-as-text': (count) =>
        `${plural(count, ['prøvesvar', 'prøvesvar'], 'da')} er tekst, selv om det ligner et tal, og kan ikke sammenlignes med en grænse`,
      'hidden-characters': (count, types) =>
        `${plural(count, ['tekst', 'tekster'], 'da')} læses uden usynlige tegn, der ændrer, hvordan teksten ser ud (${types})`,
      'cut-text': (count, types) =>
        `${plural(count, ['tekst er', 'tekster er'], 'da')} afkortet og slutter med […]: ${count === 1 ? 'den' : 'de'} var længere, end der gemmes (${types})`,
      'death-at-epoch': () => 'Dødsdatoen er 1. januar 1970, som kan være en tom dato',
      'far-ahead': (count, types) =>
        `${plural(count, ['dato', 'datoer'], 'da')} ligger længere ude i fremtiden, end der plejer at stå (${types})`,
      'text-among-numbers': (count) =>
        `${plural(count, ['prøvesvar', 'prøvesvar'], 'da')} er tekst, hvor de fleste andre med samme kode er tal, og kan ikke sammenlignes med en grænse`,
    },
    patients: (count) => plural(count, ['patient', 'patienter'], 'da'),
    haveValue: (count, asked) =>
      `${formatCount(count, 'da')} af ${formatCount(asked, 'da')} har en værdi`,
    without: 'uden',
    undecided: 'kan ikke afgøres',
    notAsked: 'ikke relevant',
    undecidedFor: (patients) => `kan ikke afgøres for ${patients}`,
  },
  en: {
    stale: ': out of date',
    withoutPatient: (count) => `; ${formatCount(count, 'en')} without a patient`,
    records: (count, type) => `${plural(count, ['record', 'records'], 'en')} of ${type}`,
    reasons: {
      'not-an-object': 'cannot be read at all',
      missing: 'a field is missing',
      'wrong-type': 'a field has the wrong form',
      'unknown-value': 'a value is not known',
      'unreadable-date': 'a date cannot be read',
      'impossible-date': 'a date is impossible',
      'placeholder-date': 'a date only means “none”',
      'empty-code': 'the code is empty',
      'not-measured': 'the value says that nothing was measured',
      'too-many': 'there are more than are read',
      'too-long': 'a text that can decide something is too long',
      'ends-before-start': 'ends before it starts',
      misnamed: 'stands under a name that Overblik does not know',
      'doubtful-state':
        'a field that Overblik does not read says that it has ended, or perhaps does not count',
    },
    fields: {
      from: 'start date',
      to: 'end date',
      at: 'date',
      code: 'code',
      system: 'code system',
      text: 'text',
      value: 'result',
      comparator: 'comparator',
      unit: 'unit',
      low: 'lower reference limit',
      high: 'upper reference limit',
      status: 'status',
      source: 'source',
      patient: 'patient',
      id: 'patient id',
    },
    unit: (unit, results, codes) =>
      `“${unit}”: ${plural(results, ['result', 'results'], 'en')} (${codes})`,
    otherUnit: (name, found, expected, results, patients) =>
      `${name}: ${plural(results, ['result', 'results'], 'en')} of ${patients} ${results === 1 ? 'is' : 'are'} in ${found}, the profile asks in ${expected}`,
    foreign: (records, count, system, codes) =>
      `${records} ${count === 1 ? 'does' : 'do'} not look like ${system} (${codes})`,
    andOthers: (count) => ` and ${plural(count, ['other code', 'other codes'], 'en')}`,
    hints: {
      'shifted-date': (count, types) =>
        `${plural(count, ['date', 'dates'], 'en')} may be a day early: the time looks like midnight in UTC (${types})`,
      'birth-date-unlike-cpr': () => 'The birth date is another than in the CPR number',
      'without-code': (count) =>
        `${plural(count, ['medicine has', 'medicines have'], 'en')} a text but no code`,
      'number-as-text': (count) =>
        `${plural(count, ['result is', 'results are'], 'en')} text that looks like a number, and cannot be held against a limit`,
      'hidden-characters': (count, types) =>
        `${plural(count, ['text is', 'texts are'], 'en')} read without invisible characters that change how they look (${types})`,
      'cut-text': (count, types) =>
        `${plural(count, ['text is', 'texts are'], 'en')} cut short and ${count === 1 ? 'ends' : 'end'} with […]: ${count === 1 ? 'it was' : 'they were'} longer than is kept (${types})`,
      'death-at-epoch': () => 'The date of death is 1 January 1970, which may be an empty date',
      'far-ahead': (count, types) =>
        `${plural(count, ['date lies', 'dates lie'], 'en')} further in the future than such records do (${types})`,
      'text-among-numbers': (count) =>
        `${plural(count, ['result is', 'results are'], 'en')} text where most others of the same code are numbers, and cannot be held against a limit`,
    },
    patients: (count) => plural(count, ['patient', 'patients'], 'en'),
    haveValue: (count, asked) =>
      `${formatCount(count, 'en')} of ${formatCount(asked, 'en')} ${count === 1 ? 'has' : 'have'} a value`,
    without: 'without',
    undecided: 'cannot be determined',
    notAsked: 'does not apply',
    undecidedFor: (patients) => `cannot be determined for ${patients}`,
  },
};
