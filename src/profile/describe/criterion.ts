/** Criteria in sentences that a clinician would write. */
import { resolveCodes } from '../codes.ts';
import type {
  Codes,
  ConcurrentPart,
  Criterion,
  Language,
  LocalText,
  MedicationQuery,
  PatientQuery,
  Profile,
  Range,
  ResultQuery,
  ResultValue,
  SequencePart,
} from '../types.ts';
import { defaultWindows, type QueryType } from '../queries.ts';
import { nouns, sentence } from './nouns.ts';
import { describePeriod, describeWindow, joinWords } from './windows.ts';

/** A criterion as a tree in words; paths are JSON Pointers into the profile, as in the engine's findings. */
export interface CriterionWords {
  readonly path: string;
  readonly text: string;
  readonly branches: readonly CriterionWords[];
}

type AnyQuery = MedicationQuery & ResultQuery;

/** The text in the language, or in Danish where the author wrote no other. */
export function textIn(text: LocalText, language: Language): string {
  return (language === 'en' ? text.en : undefined) ?? text.da;
}

/** One criterion in one sentence, branches and all. */
export function describeCriterion(
  criterion: Criterion,
  profile: Profile,
  language: Language,
): string {
  return sentence(phrase(criterion, profile, language));
}

/** One criterion as a tree: a heading for each branching, a sentence for each question. */
export function describeCriterionTree(
  criterion: Criterion,
  profile: Profile,
  language: Language,
  path: string,
): CriterionWords {
  const da = language === 'da';
  const tree = (part: Criterion, name: string) =>
    describeCriterionTree(part, profile, language, `${path}/${name}`);
  if ('all' in criterion)
    return {
      path,
      text: da ? 'Alle disse' : 'All of these',
      branches: criterion.all.map((part, index) => tree(part, `all/${index}`)),
    };
  if ('any' in criterion)
    return {
      path,
      text: da ? 'Mindst ét af disse' : 'At least one of these',
      branches: criterion.any.map((part, index) => tree(part, `any/${index}`)),
    };
  if ('atLeast' in criterion)
    return {
      path,
      text: da ? `Mindst ${criterion.atLeast} af disse` : `At least ${criterion.atLeast} of these`,
      branches: criterion.of.map((part, index) => tree(part, `of/${index}`)),
    };
  if ('not' in criterion)
    return { path, text: da ? 'Ikke dette' : 'Not this', branches: [tree(criterion.not, 'not')] };
  return { path, text: sentence(phrase(criterion, profile, language)), branches: [] };
}

function phrase(criterion: Criterion, profile: Profile, language: Language): string {
  const da = language === 'da';
  const inner = (part: Criterion) =>
    'all' in part || 'any' in part
      ? `(${phrase(part, profile, language)})`
      : phrase(part, profile, language);
  if ('all' in criterion) return joinWords(criterion.all.map(inner), da ? 'og' : 'and');
  if ('any' in criterion) return joinWords(criterion.any.map(inner), da ? 'og/eller' : 'and/or');
  if ('not' in criterion) return `${da ? 'ikke' : 'not'} ${inner(criterion.not)}`;
  if ('atLeast' in criterion) {
    const parts = criterion.of.map(inner).join('; ');
    return da
      ? `mindst ${criterion.atLeast} af: ${parts}`
      : `at least ${criterion.atLeast} of: ${parts}`;
  }
  if ('patient' in criterion) return patientPhrase(criterion.patient, language);
  if ('concurrent' in criterion) {
    const { of, when, lasting } = criterion.concurrent;
    const parts = joinWords(
      of.map((part) => partPhrase(part, profile, language)),
      da ? 'og' : 'and',
    );
    const window = describeWindow(when ?? 'now', 'medication', language);
    const length =
      lasting === undefined
        ? ''
        : da
          ? ` i mindst ${describePeriod(lasting, language)}`
          : ` for at least ${describePeriod(lasting, language)}`;
    return da
      ? `samtidig ${parts}${length}, ${window}`
      : `${parts} at the same time${length}, ${window}`;
  }
  if ('sequence' in criterion) {
    const { of, within } = criterion.sequence;
    const [first, second] = of.map((part) => partPhrase(part, profile, language, true));
    const period = describePeriod(within, language);
    return da
      ? `${first} fulgt af ${second} inden for ${period}`
      : `${first} followed by ${second} within ${period}`;
  }
  const [type, query] = queryIn(criterion);
  return queryPhrase(type, query, profile, language);
}

function queryPhrase(
  type: QueryType,
  query: AnyQuery,
  profile: Profile,
  language: Language,
): string {
  const da = language === 'da';
  const [one, many] = nouns[language][type];
  const codes =
    query.codes === undefined ? '' : ` ${describeCodes(query.codes, profile, language)}`;
  const window = describeWindow(query.when ?? defaultWindows[type], type, language);
  const source =
    query.source === undefined ? '' : da ? ` fra ${query.source}` : ` from ${query.source}`;
  const tail = `${source}, ${window}`;
  const value = query.value ? ` ${valuePhrase(query.value, language)}` : '';
  if (query.lasting !== undefined) {
    const period = describePeriod(query.lasting, language);
    const gap =
      query.gap === undefined
        ? ''
        : da
          ? ` (pauser op til ${describePeriod(query.gap, language)} tælles med)`
          : ` (pauses up to ${describePeriod(query.gap, language)} included)`;
    return da
      ? `${one}${codes} i mindst ${period} uden afbrydelse${gap}${tail}`
      : `${one}${codes} for at least ${period} without interruption${gap}${tail}`;
  }
  if (query.distinct) {
    const number = countPhrase(query.count ?? { min: 1 }, language);
    return da
      ? `${number} forskellige lægemidler${codes} (ATC-niveau ${query.distinct.level})${tail}`
      : `${number} different medicines${codes} (ATC level ${query.distinct.level})${tail}`;
  }
  if (query.pick !== undefined && query.pick !== 'any')
    return `${picks[language][query.pick]} ${one}${codes}${value}${tail}`;
  const { count } = query;
  if (!count) return `${one}${codes}${value}${tail}`;
  if (count.max === 0)
    return `${da ? 'ingen' : 'no'} ${da && type === 'medication' ? one : many}${codes}${value}${tail}`;
  return `${countPhrase(count, language)} ${(count.max ?? count.min) === 1 ? one : many}${codes}${value}${tail}`;
}

const picks = {
  da: { latest: 'seneste', earliest: 'første', highest: 'højeste', lowest: 'laveste' },
  en: { latest: 'latest', earliest: 'first', highest: 'highest', lowest: 'lowest' },
} as const;

function countPhrase({ min, max }: Range, language: Language): string {
  const da = language === 'da';
  if (min !== undefined && max !== undefined)
    return min === max
      ? da
        ? `præcis ${min}`
        : `exactly ${min}`
      : da
        ? `${min} til ${max}`
        : `${min} to ${max}`;
  if (min !== undefined) return da ? `mindst ${min}` : `at least ${min}`;
  return da ? `højst ${max}` : `at most ${max}`;
}

function valuePhrase(value: ResultValue, language: Language): string {
  const da = language === 'da';
  if ('text' in value)
    return (
      (da ? 'med svaret ' : 'with the answer ') +
      joinWords(
        value.text.map((each) => `“${each}”`),
        da ? 'eller' : 'or',
      )
    );
  const { above, atLeast, below, atMost, unit } = value;
  const number = (bound: number) => (da ? String(bound).replace('.', ',') : String(bound));
  const bounds = [
    ...(above === undefined ? [] : [da ? `over ${number(above)}` : `above ${number(above)}`]),
    ...(atLeast === undefined
      ? []
      : [da ? `mindst ${number(atLeast)}` : `at least ${number(atLeast)}`]),
    ...(below === undefined ? [] : [da ? `under ${number(below)}` : `below ${number(below)}`]),
    ...(atMost === undefined ? [] : [da ? `højst ${number(atMost)}` : `at most ${number(atMost)}`]),
  ];
  return joinWords(bounds, da ? 'og' : 'and') + (unit === undefined ? '' : ` ${unit}`);
}

function patientPhrase(query: PatientQuery, language: Language): string {
  const da = language === 'da';
  const or = da ? 'eller' : 'or';
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner } = query;
  return joinWords(
    [
      ...(age ? [agePhrase(age, language)] : []),
      ...(sex
        ? [
            { da: { female: 'kvinde', male: 'mand' }, en: { female: 'female', male: 'male' } }[
              language
            ][sex],
          ]
        : []),
      ...(municipality
        ? [`${da ? 'bor i kommune' : 'lives in municipality'} ${joinWords(municipality, or)}`]
        : []),
      ...(postalCode ? [`${da ? 'postnummer' : 'postal code'} ${joinWords(postalCode, or)}`] : []),
      ...(insuranceGroup ? [`${da ? 'sikringsgruppe' : 'insurance group'} ${insuranceGroup}`] : []),
      ...(practitioner
        ? [`${da ? 'fast læge' : 'regular doctor'} ${joinWords(practitioner, or)}`]
        : []),
    ],
    da ? 'og' : 'and',
  );
}

function agePhrase({ min, max }: Range, language: Language): string {
  const da = language === 'da';
  if (min !== undefined && max !== undefined)
    return da ? `${min} til og med ${max} år` : `aged ${min} to ${max}`;
  if (min !== undefined) return da ? `fyldt ${min} år` : `aged ${min} or more`;
  return da ? `højst ${max} år` : `aged ${max} or less`;
}

function partPhrase(
  part: ConcurrentPart | SequencePart,
  profile: Profile,
  language: Language,
  withWindow = false,
): string {
  const [type, query] = queryIn(part);
  if (withWindow) return queryPhrase(type, query, profile, language);
  const codes =
    query.codes === undefined ? '' : ` ${describeCodes(query.codes, profile, language)}`;
  return `${nouns[language][type][0]}${codes}`;
}

/** `P70, P20 eller P15 (ICPC-2)`; a titled set leads with its title. */
export function describeCodes(codes: Codes, profile: Profile, language: Language): string {
  const set = resolveCodes(profile, codes);
  const or = language === 'da' ? 'eller' : 'or';
  const most = 12;
  const shown =
    set.include.length > most
      ? [
          ...set.include.slice(0, most),
          language === 'da'
            ? `${set.include.length - most} andre`
            : `${set.include.length - most} more`,
        ]
      : set.include;
  const without = set.exclude
    ? `, ${language === 'da' ? 'undtagen' : 'except'} ${joinWords(set.exclude, language === 'da' ? 'og' : 'and')}`
    : '';
  const list = `${joinWords(shown, or)}${without}`;
  if (set.title) return `${textIn(set.title, language)} (${set.system} ${list})`;
  return `${list} (${set.system})`;
}

function queryIn(holder: object): readonly [QueryType, AnyQuery] {
  const [type] = Object.keys(holder) as [QueryType];
  return [type, (holder as Record<QueryType, AnyQuery>)[type]];
}
