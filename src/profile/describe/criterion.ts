/** Criteria in sentences that a clinician would write. */
import { criterionPhrases } from '../../i18n/phrases/criteria.ts';
import { joinWords, sentence, textIn } from '../../i18n/language.ts';
import { municipalityWithCode } from '../../i18n/municipalities.ts';
import { formatDecimal } from '../../i18n/numbers.ts';
import { recordPhrases } from '../../i18n/phrases/records.ts';
import { recordNouns } from '../../i18n/record-types.ts';
import { patientTexts } from '../../i18n/texts/patient.ts';
import { resolveCodes } from '../codes.ts';
import type {
  AgeRange,
  Anchor,
  CarePlanQuery,
  Change,
  CodeSet,
  Codes,
  ConcurrentPart,
  Count,
  Criterion,
  Language,
  Lengths,
  MedicationQuery,
  PatientQuery,
  Plausible,
  Profile,
  ResultQuery,
  ResultValue,
  SameDayPart,
  SequencePart,
  ServiceQuery,
  ValueBounds,
  Window,
} from '../types.ts';
import { defaultWindows, type QueryType } from '../queries.ts';
import { formatUnit } from '../unit-words.ts';
import {
  anchorDay,
  describeEdge,
  describePeriod,
  describeWindow,
  type AskedOn,
} from './windows.ts';

/** A criterion as a tree in words; paths are JSON Pointers into the profile, as in the engine's findings. */
export interface CriterionWords {
  readonly path: string;
  readonly text: string;
  readonly branches: readonly CriterionWords[];
}

type AnyQuery = MedicationQuery &
  ResultQuery &
  ServiceQuery &
  Pick<CarePlanQuery, 'maintained'> & { readonly status?: OneOrMore<Status> };
type OneOrMore<Value> = Value | readonly Value[];
type Status = 'booked' | 'attended' | 'missed' | 'sent' | 'accepted' | 'completed' | 'active';

/** What is asked of a record beside its code (R10a). */
interface FurtherFields {
  readonly source?: string;
  readonly specialty?: OneOrMore<string>;
  readonly product?: OneOrMore<string>;
  readonly status?: OneOrMore<Status>;
  readonly strength?: ValueBounds;
  readonly maintained?: Window;
}

/** One criterion in one sentence, branches and all. */
export function describeCriterion(
  criterion: Criterion,
  profile: Profile,
  language: Language,
): string {
  return sentence(phrase(criterion, profile, language));
}

/**
 * One criterion as a tree: a heading for each branching, a sentence for each question.
 *
 * @param on The day that it is asked on, where that is not today.
 */
export function describeCriterionTree(
  criterion: Criterion,
  profile: Profile,
  language: Language,
  path: string,
  on?: AskedOn,
): CriterionWords {
  const text = criterionPhrases[language];
  const tree = (part: Criterion, name: string) =>
    describeCriterionTree(part, profile, language, `${path}/${name}`, on);
  if ('all' in criterion)
    return {
      path,
      text: text.allOf,
      branches: criterion.all.map((part, index) => tree(part, `all/${index}`)),
    };
  if ('any' in criterion)
    return {
      path,
      text: text.anyOf,
      branches: criterion.any.map((part, index) => tree(part, `any/${index}`)),
    };
  if ('atLeast' in criterion)
    return {
      path,
      text: text.atLeastOf(criterion.atLeast),
      branches: criterion.of.map((part, index) => tree(part, `of/${index}`)),
    };
  if ('not' in criterion)
    return { path, text: text.notThis, branches: [tree(criterion.not, 'not')] };
  if ('anchor' in criterion) {
    const { is } = criterion.anchor;
    const below = `${path}/anchor/is`;
    return {
      path,
      text: sentence(anchorPhrase(criterion.anchor, profile, language, on)),
      branches: [describeCriterionTree(is, profile, language, below, anchorDay)],
    };
  }
  return { path, text: sentence(phrase(criterion, profile, language, on)), branches: [] };
}

function phrase(criterion: Criterion, profile: Profile, language: Language, on?: AskedOn): string {
  const text = criterionPhrases[language];
  // What stands after the day of a record is all said of that day.
  const inner = (part: Criterion) =>
    isCompound(part)
      ? `(${phrase(part, profile, language, on)})`
      : phrase(part, profile, language, on);
  // What is joined by *and* is no part of another *and*, but of all else.
  const whole = (part: Criterion) =>
    hasSeveral(part) ? `(${phrase(part, profile, language, on)})` : inner(part);
  if ('all' in criterion) return joinWords(criterion.all.map(inner), text.and);
  if ('any' in criterion) return joinWords(criterion.any.map(whole), text.andOr);
  if ('not' in criterion) {
    const { not } = criterion;
    const opposite = oppositeOf(not);
    if (opposite) return phrase(opposite, profile, language, on);
    if (!('anchor' in not)) return `${text.not} ${whole(not)}`;
    // Of who has no such record it is true as well: not so of a *not* on the day of the record.
    const { pick, at = 'start' } = not.anchor;
    const none = text.anchorNone[at](anchorRecord(not.anchor, profile, language, on));
    const is = phrase(not.anchor.is, profile, language, anchorDay);
    return text.notAnchored(none, text.anchorPicks[at][pick], is);
  }
  if ('anchor' in criterion) {
    const is = phrase(criterion.anchor.is, profile, language, anchorDay);
    return text.anchored(anchorPhrase(criterion.anchor, profile, language, on), is);
  }
  if ('atLeast' in criterion)
    return text.atLeastParts(criterion.atLeast, criterion.of.map(inner).join('; '));
  if ('patient' in criterion) return patientPhrase(criterion.patient, language, on);
  if ('concurrent' in criterion) {
    const { of, when, lasting } = criterion.concurrent;
    const parts = of.map((part) => partPhrase(part, profile, language, false, on));
    const length = lasting === undefined ? '' : text.forAtLeast(describePeriod(lasting, language));
    const window = describeWindow(when ?? 'now', 'medication', language, on);
    return text.together(joinWords(parts, text.and), length, window);
  }
  if ('sequence' in criterion) {
    const { of, within } = criterion.sequence;
    const [first = '', second = ''] = of.map((part) =>
      partPhrase(part, profile, language, true, on),
    );
    return text.followed(first, second, describePeriod(within, language));
  }
  if ('sameDay' in criterion) {
    const { of, when } = criterion.sameDay;
    const parts = of.map((part) => dayPhrase(part, profile, language));
    const window = describeWindow(when ?? 'ever', 'result', language, on);
    return text.sharedDay(joinWords(parts, text.and), window);
  }
  if ('change' in criterion) return changePhrase(criterion.change, profile, language, on);
  const [type, query] = queryIn(criterion);
  return queryPhrase(type, query, profile, language, on);
}

/**
 * The question that says the same as that something is not so: for none of some records, for fewer or for more of them.
 * *Ikke mindst 2* is Danish for *not least 2*, and the opposite of nothing that is counted.
 */
function oppositeOf(not: Criterion): Criterion | undefined {
  if (isCompound(not) || 'any' in not || 'not' in not || 'patient' in not || 'change' in not)
    return undefined;
  const [type, query] = queryIn(not);
  const { count = { min: 1 }, pick = 'any', lasting, episodes } = query;
  const { min = 0, max, apart } = count;
  const isCounted = pick === 'any' && (lasting === undefined || episodes !== undefined);
  if (!isCounted || (min > 0 && max !== undefined)) return undefined;
  const limits: Count = max === undefined ? { max: min - 1 } : { min: max + 1 };
  const opposite: Count = apart === undefined ? limits : { ...limits, apart };
  return { [type]: { ...query, count: opposite } } as Criterion;
}

/** Whether the words of a criterion are several that are joined: beside others they stand in brackets. */
function isCompound(criterion: Criterion): boolean {
  if ('not' in criterion) return 'anchor' in criterion.not;
  return (['all', 'any', 'atLeast', 'anchor', 'concurrent', 'sequence', 'sameDay'] as const).some(
    (kind) => kind in criterion,
  );
}

/** Whether one question asks several things, all of which must be so. */
function hasSeveral(criterion: Criterion): boolean {
  if ('patient' in criterion) return Object.keys(criterion.patient).length > 1;
  if (!('change' in criterion)) return false;
  const { above, atLeast, below, atMost } = criterion.change.value;
  return (above ?? atLeast) !== undefined && (below ?? atMost) !== undefined;
}

/** The day that an anchor is on: `ved første registrering af diagnose P70 (ICPC-2), nogensinde til og med i dag`. */
function anchorPhrase(anchor: Anchor, profile: Profile, language: Language, on?: AskedOn): string {
  const { pick, at = 'start' } = anchor;
  const text = criterionPhrases[language];
  return text.anchorDays[at][pick](anchorRecord(anchor, profile, language, on));
}

function anchorRecord(
  { on: record }: Anchor,
  profile: Profile,
  language: Language,
  on?: AskedOn,
): string {
  return partPhrase(record, profile, language, true, on);
}

function queryPhrase(
  type: QueryType,
  query: AnyQuery,
  profile: Profile,
  language: Language,
  on?: AskedOn,
): string {
  const text = criterionPhrases[language];
  const [one, many] = recordNouns[language][type];
  const codes = codesPhrase(query, profile, language);
  const window = describeWindow(query.when ?? defaultWindows[type], type, language, on);
  const first = query.first ? text.firstOfCode : '';
  const tail = `${first}${fieldsPhrase(query, language, on)}, ${window}`;
  const value = query.value
    ? ` ${describeValue(query.value, language)}${plausiblePhrase(query.value, language)}`
    : '';
  const longestPause = query.episodes ? query.episodes.gap : query.gap;
  const gap = longestPause === undefined ? '' : text.pauses(describePeriod(longestPause, language));
  const length = query.lasting === undefined ? '' : lengthPhrase(query.lasting, language);
  // R16: what goes on has not lasted at most so long.
  const ended =
    typeof query.lasting === 'object' && query.lasting.atMost !== undefined ? text.ended : '';
  if (query.episodes) {
    const { number, amount } = numberOf(query.count, language);
    return text.episodes(number, amount === 'one', `${one}${codes}`, gap, length) + ended + tail;
  }
  if (query.lasting !== undefined)
    return text.lasting(`${one}${codes}`, length, gap) + ended + tail;
  if (query.distinct) {
    const { number, amount } = numberOf(query.count, language);
    const among = isEveryMedicine(query.codes, profile)
      ? exceptPhrase(query.codes, profile, language)
      : codes;
    return text.distinct(number, amount, among, query.distinct.level) + tail;
  }
  if (query.pick !== undefined && query.pick !== 'any')
    return `${text.picks[query.pick]} ${one}${codes}${value}${tail}`;
  const { count } = query;
  if (!count) return `${one}${codes}${value}${tail}`;
  if (count.max === 0) {
    // In Danish medicine is not counted: "ingen medicin".
    const none = language === 'da' && type === 'medication' ? one : many;
    return `${text.no} ${none}${codes}${value}${tail}`;
  }
  const apart = count.apart === undefined ? '' : text.apart(describePeriod(count.apart, language));
  return `${countPhrase(count, language)} ${(count.max ?? count.min) === 1 ? one : many}${codes}${value}${apart}${tail}`;
}

/** `ingen`, `mindst 2`, and how many that is as words go. */
function numberOf(count: Count = { min: 1 }, language: Language) {
  if (count.max === 0) return { number: criterionPhrases[language].no, amount: 'none' as const };
  const isOne = (count.max ?? count.min) === 1;
  return {
    number: countPhrase(count, language),
    amount: isOne ? ('one' as const) : ('many' as const),
  };
}

/** ` i mindst 3 måneder`, ` i højst 21 dage`. */
function lengthPhrase(lasting: string | Lengths, language: Language): string {
  const text = criterionPhrases[language];
  const { atLeast, atMost } =
    typeof lasting === 'string' ? { atLeast: lasting, atMost: undefined } : lasting;
  const say = (period: string) => describePeriod(period, language);
  if (atLeast === undefined) return text.forAtMost(say(atMost!));
  return atMost === undefined
    ? text.forAtLeast(say(atLeast))
    : text.forBetween(say(atLeast), say(atMost));
}

/** R10a: what is asked of a record beside its code: ` fra speciale 80, med styrken mindst 1,5 mg`. */
export function fieldsPhrase(
  { source, specialty, product, status, strength, maintained }: FurtherFields,
  language: Language,
  on?: AskedOn,
): string {
  const text = criterionPhrases[language];
  const list = (words: string | readonly string[]) => joinWords([words].flat(), text.or);
  const statuses = [status ?? []].flat().map((each) => recordPhrases[language].statuses[each]);
  return [
    ...(specialty === undefined ? [] : [text.specialty(list(specialty))]),
    ...(product === undefined ? [] : [text.product(list(product))]),
    ...(strength === undefined ? [] : [text.strength(describeValue(strength, language))]),
    ...(statuses.length === 0 ? [] : [text.status(list(statuses))]),
    ...(maintained === undefined
      ? []
      : [text.maintained(describeWindow(maintained, 'service', language, on))]),
    ...(source === undefined ? [] : [text.from(source)]),
  ].join('');
}

/** ` P70 (ICPC-2)`; of those that are preferred to others ` X (NPU), ellers Y (NPU),`. */
function codesPhrase(
  { codes, prefer }: Pick<ResultQuery, 'codes' | 'prefer'>,
  profile: Profile,
  language: Language,
): string {
  const say = (each: Codes) => describeCodes(each, profile, language);
  if (prefer) return ` ${prefer.map(say).join(`, ${criterionPhrases[language].otherwise} `)},`;
  return codes === undefined ? '' : ` ${say(codes)}`;
}

function countPhrase({ min, max }: Count, language: Language): string {
  const text = criterionPhrases[language];
  if (min !== undefined && max !== undefined)
    return min === max ? text.exactly(min) : text.between(min, max);
  if (min !== undefined) return text.atLeast(min);
  return text.atMost(String(max));
}

/** What is asked of a result: `over 1,8 mmol/L`, `med svaret “positiv”`. */
export function describeValue(value: ResultValue, language: Language): string {
  const text = criterionPhrases[language];
  if ('text' in value)
    return text.answer(
      joinWords(
        value.text.map((each) => `“${each}”`),
        text.or,
      ),
    );
  const { above, atLeast, below, atMost, unit } = value;
  const say = (bound: number | undefined, words: (bound: string) => string) =>
    bound === undefined ? [] : [words(formatDecimal(bound, language))];
  const bounds = [
    ...say(above, text.above),
    ...say(atLeast, text.atLeast),
    ...say(below, text.below),
    ...say(atMost, text.atMost),
  ];
  return joinWords(bounds, text.and) + unitWord(unit, language);
}

/** R19c: `seneste prøve X (NPU) er faldet med mere end 5 mL/min siden den foregående, …`. */
function changePhrase(
  { of, from, value }: Change,
  profile: Profile,
  language: Language,
  on?: AskedOn,
): string {
  const text = criterionPhrases[language];
  const what = `${text.picks.latest} ${recordNouns[language].result[0]}${codesPhrase(of, profile, language)}`;
  const window = describeWindow(of.when ?? defaultWindows.result, 'result', language, on);
  const changed = text.changed(what, describeChange(value, language), text.since[from]);
  return `${changed}${plausiblePhrase(value, language)}${fieldsPhrase(of, language)}, ${window}`;
}

/** How a result has changed: what lies below nothing has fallen, and what need not have risen has at least not fallen. */
function describeChange({ above, atLeast, below, atMost, unit }: ValueBounds, language: Language) {
  const text = criterionPhrases[language];
  const move = (direction: string, by: number, isMore: boolean) => {
    if (by === 0) return direction;
    const words = formatDecimal(by, language) + unitWord(unit, language);
    return (isMore ? text.byMoreThan : text.byAtLeast)(direction, words);
  };
  const bound = (by: number, isStrict: boolean, direction: string, opposite: string) =>
    by > 0 || (by === 0 && isStrict)
      ? move(direction, by, isStrict)
      : `${text.not} ${move(opposite, Math.abs(by), !isStrict)}`;
  return joinWords(
    [
      ...(above === undefined ? [] : [bound(above, true, text.risen, text.fallen)]),
      ...(atLeast === undefined ? [] : [bound(atLeast, false, text.risen, text.fallen)]),
      ...(below === undefined ? [] : [bound(-below, true, text.fallen, text.risen)]),
      ...(atMost === undefined ? [] : [bound(-atMost, false, text.fallen, text.risen)]),
    ],
    text.and,
  );
}

/** Of a score or a count there is nothing to name. */
function unitWord(unit: string | undefined, language: Language): string {
  const word = unit === undefined ? '' : formatUnit(unit, language);
  return word && ` ${word}`;
}

function plausiblePhrase(value: ResultValue, language: Language): string {
  if ('text' in value || !value.plausible) return '';
  return criterionPhrases[language].implausible(
    describeMistakes(value.plausible, value.unit, language),
  );
}

/** The numbers that no result can have: `under 0 og over 30 mmol/L`. */
export function describeMistakes(
  { min, max }: Plausible,
  unit: string | undefined,
  language: Language,
): string {
  const text = criterionPhrases[language];
  const sides = [
    ...(min === undefined ? [] : [text.below(formatDecimal(min, language))]),
    ...(max === undefined ? [] : [text.above(formatDecimal(max, language))]),
  ];
  return joinWords(sides, text.and) + unitWord(unit, language);
}

function patientPhrase(query: PatientQuery, language: Language, day?: AskedOn): string {
  const text = criterionPhrases[language];
  const list = (words: readonly string[]) => joinWords(words, text.or);
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner, registered, listed } =
    query;
  return joinWords(
    [
      ...(age ? [agePhrase(age, language, day)] : []),
      ...(sex ? [patientTexts[language].sex[sex]] : []),
      ...(municipality ? [text.municipality(list(municipality.map(municipalityWithCode)))] : []),
      ...(postalCode ? [text.postalCode(list(postalCode))] : []),
      ...(insuranceGroup ? [text.insuranceGroup(insuranceGroup)] : []),
      ...(practitioner ? [text.practitioner(list(practitioner))] : []),
      ...(registered
        ? [text.registered(describeWindow(registered.when, 'service', language, day))]
        : []),
      ...(listed === undefined ? [] : [listed ? text.listed : text.notListed]),
    ],
    text.and,
  );
}

function agePhrase({ min, max, on }: AgeRange, language: Language, day?: AskedOn): string {
  const text = criterionPhrases[language];
  // Of an age the date of evaluation goes without saying; the day of a record does not.
  const edge = on ?? (day === anchorDay ? 'P0D' : undefined);
  const when = edge === undefined ? '' : text.ageOn(describeEdge(edge, language, day));
  const say = (limit: number | string) =>
    typeof limit === 'number' ? text.years(limit) : describePeriod(limit, language);
  if (min !== undefined && min === max) return text.ageOf(say(min)) + when;
  if (typeof min === 'number' && typeof max === 'number')
    return text.ageBetween(String(min), text.years(max)) + when;
  if (min !== undefined && max !== undefined) return text.ageBetween(say(min), say(max)) + when;
  return (min === undefined ? text.ageTo(say(max!)) : text.ageFrom(say(min))) + when;
}

function partPhrase(
  part: ConcurrentPart | SequencePart,
  profile: Profile,
  language: Language,
  withWindow: boolean,
  on?: AskedOn,
): string {
  const [type, query] = queryIn(part);
  if (withWindow) return queryPhrase(type, query, profile, language, on);
  const codes =
    query.codes === undefined ? '' : ` ${describeCodes(query.codes, profile, language)}`;
  return `${recordNouns[language][type][0]}${codes}${fieldsPhrase(query, language, on)}`;
}

/** R19a: one part of a day: `laveste prøve X (NPU) under 140 mm[Hg]`. */
function dayPhrase(part: SameDayPart, profile: Profile, language: Language): string {
  const [type, query] = queryIn(part);
  const { pick = 'any', value } = query;
  const picked = pick === 'any' ? '' : `${criterionPhrases[language].picks[pick]} `;
  const asked = value
    ? ` ${describeValue(value, language)}${plausiblePhrase(value, language)}`
    : '';
  return `${picked}${recordNouns[language][type][0]}${codesPhrase(query, profile, language)}${asked}${fieldsPhrase(query, language)}`;
}

/** `P70, P20 eller P15 (ICPC-2)`; a titled set leads with its title. Of several sets one is enough. */
export function describeCodes(codes: Codes, profile: Profile, language: Language): string {
  const sets = resolveCodes(profile, codes).map((set) => describeSet(set, language));
  return joinWords(sets, criterionPhrases[language].or);
}

function describeSet(
  { system, title, include, exclude, names = {} }: CodeSet,
  language: Language,
): string {
  const text = criterionPhrases[language];
  const most = 12;
  // Beside its name a code is found by those who know it and read by those who do not.
  const named = (code: string) => {
    const name = Object.hasOwn(names, code) ? names[code] : undefined;
    return name ? `${textIn(name, language)} (${code})` : code;
  };
  const shown = include.slice(0, most).map(named);
  const listed = include.length > most ? [...shown, text.others(include.length - most)] : shown;
  const without = exclude ? `, ${text.except} ${joinWords(exclude.map(named), text.and)}` : '';
  const list = joinWords(listed, text.or);
  // In the brackets: beside another set, what is left out of this one would read as if it were left out of both.
  return title
    ? `${textIn(title, language)} (${system} ${list}${without})`
    : `${list} (${system}${without})`;
}

/** Every main group of ATC. */
const mainGroups = [...'ABCDGHJLMNPRSV'];

/** Whether a query asks of all medicine: which groups that is goes without saying. */
function isEveryMedicine(codes: Codes | undefined, profile: Profile): codes is Codes {
  if (codes === undefined) return false;
  const sets = resolveCodes(profile, codes);
  return (
    sets.length === 1 &&
    sets.every(
      ({ system, include }) =>
        system === 'ATC' && mainGroups.every((group) => include.includes(group)),
    )
  );
}

/** ` (uden A11, A12)`: what is left out of all medicine. */
function exceptPhrase(codes: Codes, profile: Profile, language: Language): string {
  const left = resolveCodes(profile, codes).flatMap(({ exclude = [] }) => exclude);
  return left.length === 0 ? '' : ` (${criterionPhrases[language].without(left.join(', '))})`;
}

function queryIn(holder: object): readonly [QueryType, AnyQuery] {
  const [type] = Object.keys(holder) as [QueryType];
  return [type, (holder as Record<QueryType, AnyQuery>)[type]];
}
