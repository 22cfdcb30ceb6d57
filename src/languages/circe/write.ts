/**
 * A profile's population as an OHDSI cohort expression (Circe). The index date of everyone is the day of evaluation, and
 * the criteria are an inclusion rule around it. Circe knows yes and no alone: who is unknown is not in the cohort.
 */
import {
  defaultWindows,
  queryTypes,
  type Codes,
  type Criterion,
  type PatientQuery,
  type Profile,
  type QueryType,
  type ResultValue,
  type Window,
} from '../../profile/index.ts';
import { daysBetween, isSpan, windowOn, type CalendarDate } from './days.ts';
import type { Refusal, Refused } from '../refusal.ts';
import { ConceptSets } from './concept-sets.ts';
import {
  domains,
  genders,
  type CirceCorrelated,
  type CirceEdge,
  type CirceExpression,
  type CirceGroup,
  type CirceNumber,
  type CirceWindow,
  type ConceptResolver,
  type DomainType,
} from './types.ts';

export interface CirceOptions {
  /** The day of evaluation: Circe counts in days from a date, and knows no other. */
  readonly asOf: CalendarDate;
  readonly resolver: ConceptResolver;
}

export interface CirceWritten {
  readonly ok: true;
  readonly expression: CirceExpression;
}

/** Writes who is in, as the cohort of one day; markers, indicators and information have no place in a cohort. */
export function toCirce(profile: Profile, options: CirceOptions): CirceWritten | Refused {
  const writer = new Writer(profile, options);
  const { include, exclude } = profile.population;
  const included = writer.group(include, '/population/include');
  const parts = [
    included,
    ...(exclude ? [negated(writer.group(exclude, '/population/exclude'))] : []),
  ];
  if (writer.refusals.length > 0) return { ok: false, refusals: writer.refusals };
  const { asOf } = options;
  const title = profile.title.en ?? profile.title.da;
  return {
    ok: true,
    expression: {
      cdmVersionRange: '>=5.0.0',
      PrimaryCriteria: {
        CriteriaList: [
          { ObservationPeriod: { UserDefinedPeriod: { StartDate: asOf, EndDate: asOf } } },
        ],
        ObservationWindow: { PriorDays: 0, PostDays: 0 },
        PrimaryCriteriaLimit: { Type: 'First' },
      },
      ConceptSets: writer.sets.all,
      QualifiedLimit: { Type: 'First' },
      ExpressionLimit: { Type: 'First' },
      InclusionRules: [{ name: title, expression: allOf(parts) }],
      CensoringCriteria: [],
      CollapseSettings: { CollapseType: 'ERA', EraPad: 0 },
      CensorWindow: {},
    },
  };
}

interface AnyQuery {
  readonly codes?: Codes;
  readonly when?: Window;
  readonly count?: { readonly min?: number; readonly max?: number; readonly apart?: string };
  readonly pick?: string;
  readonly value?: ResultValue;
  readonly [field: string]: unknown;
}

class Writer {
  readonly refusals: Refusal[] = [];
  readonly sets: ConceptSets;
  readonly #asOf: CalendarDate;
  readonly #resolver: ConceptResolver;

  constructor(profile: Profile, { asOf, resolver }: CirceOptions) {
    this.#asOf = asOf;
    this.#resolver = resolver;
    this.sets = new ConceptSets(profile, resolver, this.refusals);
  }

  group(criterion: Criterion, path: string): CirceGroup {
    const parts = (list: readonly Criterion[], key: string) =>
      list.map((part, index) => this.group(part, `${path}/${key}/${index}`));
    if ('all' in criterion) return allOf(parts(criterion.all, 'all'));
    if ('any' in criterion) return { Type: 'ANY', ...inGroups(parts(criterion.any, 'any')) };
    if ('not' in criterion) return negated(this.group(criterion.not, `${path}/not`));
    if ('atLeast' in criterion)
      return {
        Type: 'AT_LEAST',
        Count: criterion.atLeast,
        ...inGroups(parts(criterion.of, 'of')),
      };
    if ('patient' in criterion) return this.#patient(criterion.patient, `${path}/patient`);
    const type = queryTypes.find((each) => each in criterion);
    if (type === undefined) {
      const [key = ''] = Object.keys(criterion);
      return this.#refuse(`${path}/${key}`, key, notInCirce[key] ?? 'Circe has nothing like it.');
    }
    const query = (criterion as Readonly<Record<string, AnyQuery>>)[type] ?? {};
    return this.#query(type, query, `${path}/${type}`);
  }

  #refuse(path: string, feature: string, why: string): CirceGroup {
    this.refusals.push({ path, feature, why });
    return { Type: 'ALL' };
  }

  #patient({ age, sex, ...others }: PatientQuery, path: string): CirceGroup {
    for (const field of Object.keys(others))
      this.#refuse(
        `${path}/${field}`,
        `patient.${field}`,
        'Circe asks age and gender of a person alone.',
      );
    const rules: Readonly<Record<string, unknown>>[] = [];
    if (sex) rules.push({ Gender: [genders[sex]] });
    if (age) {
      const { min, max, on } = age;
      // Circe subtracts the year of birth from the year: that is the age on the year's last day.
      if (
        on !== `${this.#asOf.slice(0, 4)}-12-31` ||
        typeof min === 'string' ||
        typeof max === 'string'
      )
        this.#refuse(
          `${path}/age`,
          'patient.age',
          `Circe counts no completed years: it subtracts the year of birth from the year. Ask the age on the year's last day ("on": "${this.#asOf.slice(0, 4)}-12-31") where that is meant.`,
        );
      else rules.push({ Age: numberOf(min, max) });
    }
    return { Type: 'ALL', DemographicCriteriaList: rules };
  }

  #query(type: QueryType, query: AnyQuery, path: string): CirceGroup {
    if (!(type in domains))
      return this.#refuse(
        path,
        type,
        'the clinic’s records of this type have no domain of OMOP that all fill alike.',
      );
    const { codes, when, count = { min: 1 }, pick = 'any', value, ...others } = query;
    for (const field of Object.keys(others))
      this.#refuse(`${path}/${field}`, field, 'Circe has nothing like it.');
    if (pick !== 'any')
      this.#refuse(
        `${path}/pick`,
        `pick ${pick}`,
        'Circe asks whether there is such a result, not what the latest is.',
      );
    if (count.apart !== undefined)
      this.#refuse(`${path}/count/apart`, 'count apart', 'Circe counts events, however close.');
    const domain = type as DomainType;
    const set =
      codes === undefined ? {} : { CodesetId: this.sets.idOf(codes, domain, `${path}/codes`) };
    const event = {
      [domains[domain]]: { ...set, ...(value ? this.#value(value, `${path}/value`) : {}) },
    };
    const windows = this.#windows(type, when ?? defaultWindows[type]);
    const { min = 0, max } = count;
    const counted = (occurrence: CirceCorrelated['Occurrence']): CirceCorrelated => ({
      Criteria: event,
      ...windows,
      Occurrence: { ...occurrence, IsDistinct: false },
      RestrictVisit: false,
      IgnoreObservationPeriod: true,
    });
    return {
      Type: 'ALL',
      CriteriaList:
        max !== undefined && max === min
          ? [counted({ Type: 0, Count: min })]
          : [
              ...(min > 0 ? [counted({ Type: 2, Count: min })] : []),
              ...(max === undefined ? [] : [counted({ Type: 1, Count: max })]),
            ],
    };
  }

  /** R7: points by their date; spans by sharing a day: begun by the window's last day, and not ended before its first. */
  #windows(type: QueryType, when: Window): Pick<CirceCorrelated, 'StartWindow' | 'EndWindow'> {
    const { from, to } = windowOn(when, this.#asOf);
    const opens = from === undefined ? everyDay(-1) : edge(daysBetween(this.#asOf, from));
    const closes = to === undefined ? everyDay(1) : edge(daysBetween(this.#asOf, to));
    if (!isSpan(type))
      return { StartWindow: { Start: opens, End: closes, UseIndexEnd: false, UseEventEnd: false } };
    return {
      StartWindow: { Start: everyDay(-1), End: closes, UseIndexEnd: false, UseEventEnd: false },
      ...(from === undefined
        ? {}
        : { EndWindow: { Start: opens, End: everyDay(1), UseIndexEnd: false, UseEventEnd: true } }),
    } satisfies Record<string, CirceWindow>;
  }

  #value(value: ResultValue, path: string): Readonly<Record<string, unknown>> {
    if ('text' in value) {
      this.#refuse(
        path,
        'value text',
        'a text of a result has a concept in OMOP, which no text tells.',
      );
      return {};
    }
    const { above, atLeast, below, atMost, unit, plausible } = value;
    if (plausible) this.#refuse(`${path}/plausible`, 'plausible', 'Circe has nothing like it.');
    const hasTwo = (above ?? atLeast) !== undefined && (below ?? atMost) !== undefined;
    if (hasTwo && (above !== undefined || below !== undefined))
      this.#refuse(
        path,
        'value above and below',
        'between two numbers Circe takes both in: use atLeast and atMost.',
      );
    const units = unit === undefined ? undefined : this.#resolver.unitConceptsOf?.(unit);
    if (unit !== undefined && !units)
      this.#refuse(`${path}/unit`, `unit ${unit}`, 'the resolver has no concept of it.');
    const number: CirceNumber = hasTwo
      ? { Value: atLeast!, Op: 'bt', Extent: atMost! }
      : above !== undefined
        ? { Value: above, Op: 'gt' }
        : atLeast !== undefined
          ? { Value: atLeast, Op: 'gte' }
          : below !== undefined
            ? { Value: below, Op: 'lt' }
            : { Value: atMost!, Op: 'lte' };
    return { ValueAsNumber: number, ...(units ? { Unit: units } : {}) };
  }
}

/** Why what asks of several records together is not written. */
const notInCirce: Readonly<Record<string, string>> = {
  anchor: 'the index date of everyone is the day of evaluation: no other record can be it.',
  concurrent: 'Circe does not count the days that several spans share.',
  sequence: 'Circe asks of each event around the index date, not around one another.',
  sameDay: 'Circe asks of each event around the index date, not around one another.',
  change: 'Circe does not subtract one result from another.',
};

function allOf(groups: readonly CirceGroup[]): CirceGroup {
  return groups.length === 1 ? groups[0]! : { Type: 'ALL', ...inGroups(groups) };
}

function negated(group: CirceGroup): CirceGroup {
  return { Type: 'AT_MOST', Count: 0, ...inGroups([group]) };
}

function inGroups(groups: readonly CirceGroup[]): Omit<CirceGroup, 'Type'> {
  return { CriteriaList: [], DemographicCriteriaList: [], Groups: groups };
}

function everyDay(Coeff: -1 | 1): CirceEdge {
  return { Coeff };
}

function edge(days: number): CirceEdge {
  return { Days: Math.abs(days), Coeff: days < 0 ? -1 : 1 };
}

function numberOf(min: number | undefined, max: number | undefined): CirceNumber {
  if (min !== undefined && max !== undefined) return { Value: min, Op: 'bt', Extent: max };
  return min === undefined ? { Value: max!, Op: 'lte' } : { Value: min, Op: 'gte' };
}
