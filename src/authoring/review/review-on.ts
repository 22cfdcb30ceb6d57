/** What there is to look at in a profile over a clinic: what it finds nobody by, and what the clinic does not have. */
import {
  compile,
  contentsOf,
  evaluate,
  resultsByUnit,
  type Clinic,
  type Population,
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
  const plan = compile(document);
  requireDate(asOf, 'reviewProfileOn: asOf');
  const population = evaluate(plan, clinic, asOf);
  // Of nobody nothing can be told.
  if (population.size === 0) return [];
  const over: Over = { profile: plan.profile, clinic, population };
  return checks.flatMap(([name, find]) =>
    find(over)
      .slice(0, mostTold)
      .map((found) => explainFinding(name, 'note', found)),
  );
}

interface Over {
  readonly profile: Profile;
  readonly clinic: Clinic;
  readonly population: Population;
}

const checks: readonly (readonly [name: string, find: (over: Over) => readonly Found[]])[] = [
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
function findsNobody({ population: { members, undecided } }: Over): readonly Found[] {
  return members.length + undecided.length === 0 ? [{ path: ['population'] }] : [];
}

function findsEverybody({ population: { members, size } }: Over): readonly Found[] {
  return members.length === size ? [{ path: ['population'] }] : [];
}

const no = 0;
const yes = 2;

/** Of everybody who is asked; the whole of the population is told by itself. */
function rulesOfNobodyOrAll({ profile, population }: Over): readonly Found[] {
  return topCriteria(profile)
    .filter(({ path }) => path[0] === 'population')
    .flatMap((each) => criteriaWithin(each))
    .filter(({ path }) => path.length > 2)
    .flatMap(({ path, criterion }): readonly Found[] => {
      const truths = population.truths(criterion, population.asked);
      if (truths.every((truth) => truth === no)) return [{ path }];
      return truths.every((truth) => truth === yes) ? [{ path, code: 'rule-finds-everybody' }] : [];
    });
}

function markersHere({ profile, population }: Over): readonly Found[] {
  if (population.members.length === 0) return [];
  return (profile.markers ?? []).flatMap(({ id }, index): readonly Found[] => {
    const path = ['markers', index];
    const truths = population.markerTruths(id);
    if (truths.every((truth) => truth === 'no')) return [{ path }];
    return truths.every((truth) => truth === 'yes') ? [{ path, code: 'marker-always-here' }] : [];
  });
}

function indicatorsHere({ profile, population }: Over): readonly Found[] {
  if (population.members.length === 0) return [];
  return (profile.indicators ?? []).flatMap((indicator, index): readonly Found[] => {
    const denominator = denominatorOf(indicator);
    if (!denominator) return [];
    const below = population.truths(denominator);
    const path = ['indicators', index, 'denominator'];
    if (below.every((truth) => truth === no)) return [{ path, code: 'denominator-empty' }];
    const above = population.truths(indicator.numerator);
    const count = above.filter((truth, at) => truth === yes && below[at] === no).length;
    return count > 0 ? [{ path: ['indicators', index, 'numerator'], details: { count } }] : [];
  });
}

function withoutSource({ profile, clinic }: Over): readonly Found[] {
  const contents = contentsOf(clinic);
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
function codesNotHere({ profile, clinic }: Over): readonly Found[] {
  const contents = contentsOf(clinic);
  const isThere = new CodesOf(clinic);
  const lacking = queriesOf(profile).filter(
    ({ type, query }) =>
      query.codes !== undefined &&
      contents[type].records > 0 &&
      !isThere.has(type, matcherOf(profile, query)),
  );
  // Once of each set, where it is first asked for.
  return onceOf(lacking, ({ type, query }) => JSON.stringify([type, query.codes])).map(
    ({ path }) => ({ path: [...path, 'codes'] }),
  );
}

function onceOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.toReversed().map((each) => [keyOf(each), each])).values()].toReversed();
}

/** Results with the codes have units, and none of them can be judged in the profile's. */
function unitsNotHere({ profile, clinic }: Over): readonly Found[] {
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
