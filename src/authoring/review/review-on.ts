/** What there is to look at in a profile over a clinic: what it finds nobody by, and what the clinic does not have. */
import {
  compile,
  contentsInSteps,
  contentsOf,
  evaluateInSteps,
  finish,
  resultsByUnit,
  type Clinic,
  type Population,
  type Steps,
} from '../../engine/index.ts';
import { isObject } from '../../json/values.ts';
import { denominatorOf, resolveCodes, type Codes, type Profile } from '../../profile/index.ts';
import {
  anyCodeMatcher,
  requireDate,
  unitReader,
  type CalendarDate,
  type CodeMatcher,
  type RecordType,
} from '../../record/index.ts';
import { criteriaWithin, topCriteria } from '../criteria.ts';
import { explainFinding } from './explain.ts';
import { queriesOf, type LocatedQuery } from './places.ts';
import type { Found, ReviewFinding } from './types.ts';

/**
 * Tells what there is to look at in a profile over a clinic. Nothing of it need be wrong: it is told as notes.
 *
 * @throws {TypeError} of a document that is no profile. @throws {RangeError} of a day that does not exist.
 */
export function reviewProfileOn(
  document: Profile,
  clinic: Clinic,
  asOf: CalendarDate,
): readonly ReviewFinding[] {
  return finish(reviewProfileOnInSteps(document, clinic, asOf));
}

/** As `reviewProfileOn`, so much at a time that a page stays alive. */
export function* reviewProfileOnInSteps(
  document: Profile,
  clinic: Clinic,
  asOf: CalendarDate,
): Steps<readonly ReviewFinding[]> {
  const plan = compile(document);
  requireDate(asOf, 'reviewProfileOn: asOf');
  const population = yield* evaluateInSteps(plan, clinic, asOf);
  // Of nobody nothing can be told.
  if (population.size === 0) return [];
  const over: Over = { profile: plan.profile, clinic, population };
  const findings: ReviewFinding[] = [];
  for (const [name, find] of checks) {
    yield;
    const found = yield* find(over);
    for (const each of found.slice(0, mostTold)) findings.push(explainFinding(name, 'note', each));
  }
  return findings;
}

type Find = (over: Over) => Steps<readonly Found[]>;

interface Over {
  readonly profile: Profile;
  readonly clinic: Clinic;
  readonly population: Population;
}

const checks: readonly (readonly [name: string, find: Find])[] = [
  ['finds-nobody', findsNobody],
  ['finds-everybody', findsEverybody],
  ['rule-finds-nobody', rulesOfNobodyOrAll],
  ['marker-never-here', markersHere],
  ['numerator-outside', indicatorsHere],
  ['no-source', withoutSource],
  ['codes-not-here', codesNotHere],
  ['unit-not-here', unitsNotHere],
];

/** So many findings of one check are told. */
const mostTold = 100;

/** Who cannot be decided may be one: the population is not empty then. */
function* findsNobody({ population: { members, undecided } }: Over): Steps<readonly Found[]> {
  return members.length + undecided.length === 0 ? [{ path: ['population'] }] : [];
}

function* findsEverybody({ population: { members, size } }: Over): Steps<readonly Found[]> {
  return members.length === size ? [{ path: ['population'] }] : [];
}

const no = 0;
const yes = 2;

/** Of everybody who is asked; the whole of the population is told by itself. */
function* rulesOfNobodyOrAll({ profile, population }: Over): Steps<readonly Found[]> {
  const rules = topCriteria(profile)
    .filter(({ path }) => path[0] === 'population')
    .flatMap((each) => criteriaWithin(each))
    .filter(({ path }) => path.length > 2);
  const found: Found[] = [];
  for (const { path, criterion } of rules) {
    const truths = yield* population.truthsInSteps(criterion, population.asked);
    if (truths.every((truth) => truth === no)) found.push({ path });
    else if (truths.every((truth) => truth === yes))
      found.push({ path, code: 'rule-finds-everybody' });
    yield;
  }
  return found;
}

function* markersHere({ profile, population }: Over): Steps<readonly Found[]> {
  const found: Found[] = [];
  if (population.members.length === 0) return found;
  for (const [index, { when }] of (profile.markers ?? []).entries()) {
    const path = ['markers', index];
    const truths = yield* population.truthsInSteps(when);
    if (truths.every((truth) => truth === no)) found.push({ path });
    else if (truths.every((truth) => truth === yes))
      found.push({ path, code: 'marker-always-here' });
    yield;
  }
  return found;
}

function* indicatorsHere({ profile, population }: Over): Steps<readonly Found[]> {
  const found: Found[] = [];
  if (population.members.length === 0) return found;
  for (const [index, indicator] of (profile.indicators ?? []).entries()) {
    const denominator = denominatorOf(indicator);
    if (!denominator) continue;
    const below = yield* population.truthsInSteps(denominator);
    const path = ['indicators', index, 'denominator'];
    if (below.every((truth) => truth === no)) {
      found.push({ path, code: 'denominator-empty' });
      continue;
    }
    const above = yield* population.truthsInSteps(indicator.numerator);
    const count = above.filter((truth, at) => truth === yes && below[at] === no).length;
    if (count > 0) found.push({ path: ['indicators', index, 'numerator'], details: { count } });
    yield;
  }
  return found;
}

function* withoutSource({ profile, clinic }: Over): Steps<readonly Found[]> {
  const contents = yield* contentsInSteps(clinic);
  const lacking = queriesOf(profile).filter(
    ({ type }) => contents[type].records === 0 && !isCovered(clinic, type),
  );
  // Once of each item, marker and indicator.
  return onceOf(lacking, ({ type, path }) => `${type} ${path.slice(0, 2).join('/')}`).map(
    ({ type, path }) => ({ path, details: { type } }),
  );
}

/** Whether anything says that the clinic has the type: its description, or a patient who brought the list. */
function isCovered(clinic: Clinic, type: RecordType): boolean {
  const declared = clinic.coverage[type];
  return declared ? declared.available : contentsOf(clinic)[type].isSupplied;
}

/** Of types that the clinic has records of: the others are told by their source. */
function* codesNotHere({ profile, clinic }: Over): Steps<readonly Found[]> {
  const contents = yield* contentsInSteps(clinic);
  const isThere = new CodesOf(clinic);
  const lacking: LocatedQuery[] = [];
  for (const each of queriesOf(profile)) {
    const { type, query } = each;
    if (query.codes === undefined || contents[type].records === 0) continue;
    if (!isThere.has(type, matcherOf(profile, query))) lacking.push(each);
    yield;
  }
  // Once of each set, where it is first asked for.
  return onceOf(lacking, ({ type, query }) => JSON.stringify([type, query.codes])).map(
    ({ path }) => ({ path: [...path, 'codes'] }),
  );
}

function onceOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.toReversed().map((each) => [keyOf(each), each])).values()].toReversed();
}

/** Results with the codes have units, and none of them can be judged in the profile's. */
function* unitsNotHere({ profile, clinic }: Over): Steps<readonly Found[]> {
  yield;
  const units = resultsByUnit(clinic, () => true);
  return queriesOf(profile).flatMap(({ type, query, path }) => {
    const { value } = query;
    if (type !== 'result' || !isObject(value) || typeof value.unit !== 'string') return [];
    const { unit } = value;
    const read = unitReader(unit);
    const matches = matcherOf(profile, query);
    const found = units.filter(({ codes }) =>
      codes.some(({ system, code }) => matches(system, code)),
    );
    if (found.length === 0 || found.some((each) => read(each.unit) !== undefined)) return [];
    const named = found.slice(0, mostNamed).map((each) => each.unit);
    return [{ path: [...path, 'value', 'unit'], details: { unit, found: named.join(', ') } }];
  });
}

const mostNamed = 5;

function matcherOf(profile: Profile, { codes, prefer }: LocatedQuery['query']): CodeMatcher {
  const asked = [codes, prefer].flat().filter((each) => each !== undefined) as unknown[] as Codes[];
  if (asked.length === 0) return () => true;
  return anyCodeMatcher(asked.flatMap((each) => resolveCodes(profile, each)));
}

/** Which codes a clinic's records of each type have. */
class CodesOf {
  readonly #byType = new Map<RecordType, ReadonlySet<number>>();

  constructor(private readonly clinic: Clinic) {}

  has(type: RecordType, matches: CodeMatcher): boolean {
    const { codes } = this.clinic.dictionary;
    for (const number of this.#numbersOf(type)) {
      const { system, code } = codes[number]!;
      if (matches(system, code)) return true;
    }
    return false;
  }

  #numbersOf(type: RecordType): ReadonlySet<number> {
    let numbers = this.#byType.get(type);
    if (!numbers) {
      const found = new Set<number>();
      for (const segment of this.clinic.segments)
        for (const number of segment.types[type].postings.codes) found.add(number);
      this.#byType.set(type, (numbers = found));
    }
    return numbers;
  }
}
