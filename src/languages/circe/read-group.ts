/** Entry events, inclusion rules and their groups, as criteria. */
import type { Criterion, QueryType, ResultValue, Window } from '../../profile/index.ts';
import { isObject } from '../../json/values.ts';
import type { Refusal } from '../refusal.ts';
import {
  criterionOf,
  asOne,
  all,
  any,
  isEmpty,
  isAroundIndex,
  boundsOf,
  rangeOf,
  type Query,
} from './criteria.ts';
import { isSpan } from './days.ts';
import type { ReadCodes } from './read-codes.ts';
import { readWindows } from './read-windows.ts';
import {
  domains,
  genders,
  type CirceCorrelated,
  type CirceEvent,
  type CirceExpression,
  type CirceGroup,
  type CirceNumber,
  type ConceptResolver,
  type OmopConcept,
} from './types.ts';

const typeOf = new Map<string, QueryType>(
  Object.entries(domains).map(([type, domain]) => [domain, type as QueryType]),
);
// An era is made of exposures, or of occurrences: who has the one has the other.
typeOf.set('DrugEra', 'medication');
typeOf.set('ConditionEra', 'diagnosis');

/** What Circe says of an event and changes nothing where it is as it is by itself. */
const usual = /TypeExclude$/;

export class Reader {
  /** The index date, where it is one for everyone. */
  readonly #day: string | undefined;

  constructor(
    readonly document: CirceExpression,
    readonly codes: ReadCodes,
    readonly resolver: ConceptResolver,
    readonly refusals: Refusal[],
  ) {
    this.#day = this.#dayOfAll();
  }

  /** Who has entered. */
  population(): Criterion {
    const {
      PrimaryCriteria: primary,
      InclusionRules: rules = [],
      AdditionalCriteria: more,
    } = this.document;
    const { PriorDays = 0, PostDays = 0 } = primary.ObservationWindow ?? {};
    if (PriorDays > 0 || PostDays > 0)
      this.#refuse(
        '/PrimaryCriteria/ObservationWindow',
        'ObservationWindow',
        'a profile does not ask for how long a person was observed: what is not covered is unknown instead.',
      );
    const groups = [
      ...(more && !isEmpty(more) ? [{ group: more, path: '/AdditionalCriteria' }] : []),
      ...rules.map(({ expression }, index) => ({
        group: expression,
        path: `/InclusionRules/${index}/expression`,
      })),
    ].filter(({ group }) => !isEmpty(group));
    if (this.#day !== undefined)
      return all(groups.map(({ group, path }) => this.group(group, path)));
    const entries = primary.CriteriaList.map((event, index) =>
      this.#event(event, `/PrimaryCriteria/CriteriaList/${index}`, true),
    ).flatMap((each) => each ?? []);
    if (!groups.some(({ group }) => isAroundIndex(group)))
      return all([
        any(entries.map((each) => criterionOf({ ...each }))),
        ...groups.map(({ group, path }) => this.group(group, path)),
      ]);
    const { Type: limit } = primary.PrimaryCriteriaLimit ?? { Type: 'All' };
    const first = asOne(entries);
    const day = all(groups.map(({ group, path }) => this.group(group, path)));
    // An event that is refused is told already.
    if (entries.length < primary.CriteriaList.length) return day;
    if (limit !== 'First' || !first) {
      this.#refuse(
        '/PrimaryCriteria/PrimaryCriteriaLimit',
        limit === 'First'
          ? 'rules around one of several entry events'
          : `PrimaryCriteriaLimit ${limit}`,
        'a profile asks around one event of a person: the earliest of one kind. Limit the entry events to the first of one domain, or write the rules without windows.',
      );
      return { not: { all: [] } };
    }
    const { type, ...selection } = first;
    return {
      anchor: {
        on: { [type]: { ...selection, when: 'ever' } },
        pick: 'earliest',
        is: day,
      },
    } as unknown as Criterion;
  }

  group(group: CirceGroup, path: string): Criterion {
    const parts: Criterion[] = [
      ...(group.CriteriaList ?? []).map((each, index) =>
        this.#correlated(each, `${path}/CriteriaList/${index}`),
      ),
      ...(group.DemographicCriteriaList ?? []).map((each, index) =>
        this.#demographic(each, `${path}/DemographicCriteriaList/${index}`),
      ),
      ...(group.Groups ?? []).map((each, index) => this.group(each, `${path}/Groups/${index}`)),
    ];
    const { Type: type, Count: count = 0 } = group;
    if (type === 'ALL') return all(parts);
    if (type === 'ANY') return any(parts);
    if (type === 'AT_LEAST' && count > 0)
      return parts.length === 1 && count === 1 ? parts[0]! : { atLeast: count, of: parts };
    if (type === 'AT_MOST')
      return { not: count === 0 ? any(parts) : { atLeast: count + 1, of: parts } };
    this.#refuse(
      path,
      `Type ${String(type)}`,
      'a group is ALL, ANY, AT_LEAST or AT_MOST, the latter two with a Count.',
    );
    return any(parts);
  }

  #refuse(path: string, feature: string, why: string): void {
    this.refusals.push({ path, feature, why });
  }

  /** One day for everyone, as `toCirce` writes it: a period of one day that each person is made to have. */
  #dayOfAll(): string | undefined {
    const [event, ...others] = this.document.PrimaryCriteria.CriteriaList;
    const period = event?.ObservationPeriod;
    if (!period || others.length > 0) return undefined;
    const { UserDefinedPeriod: defined, ...rest } = period;
    if (!isObject(defined) || Object.keys(rest).length > 0) return undefined;
    return typeof defined.StartDate === 'string' && defined.StartDate === defined.EndDate
      ? defined.StartDate
      : undefined;
  }

  #event(event: CirceEvent, path: string, isEntry: boolean): Query | undefined {
    const [domain = '', ...others] = Object.keys(event);
    const type = typeOf.get(domain);
    if (type === undefined || others.length > 0) {
      this.#refuse(
        `${path}/${domain}`,
        domain,
        'the clinic’s records have no type that all of this domain are.',
      );
      return undefined;
    }
    const {
      CodesetId: id,
      ValueAsNumber: number,
      Unit: units,
      First: first,
      ...rest
    } = event[domain]!;
    for (const [key, value] of Object.entries(rest)) {
      const says = value !== null && value !== undefined && value !== false;
      const isEmptyGroup = key === 'CorrelatedCriteria' && isEmpty(value as CirceGroup);
      if (!says || isEmptyGroup || (usual.test(key) && value !== true)) continue;
      this.#refuse(
        `${path}/${domain}/${key}`,
        key,
        'a profile’s records do not have it, or it is not asked of one event there.',
      );
    }
    // Who has an event has a first one; beside other questions the first may be another.
    if (first === true && (number !== undefined || !isEntry))
      this.#refuse(
        `${path}/${domain}/First`,
        'First',
        'the first event of all, with what is asked of it, is not asked in a profile.',
      );
    const codes =
      id === undefined || id === null
        ? undefined
        : this.codes.namesOf(id, type, `${path}/${domain}/CodesetId`);
    if (id !== undefined && id !== null && !codes) return undefined;
    const value =
      number === undefined || number === null
        ? undefined
        : this.#value(number as CirceNumber, units, `${path}/${domain}`);
    return { type, ...(codes ? { codes } : {}), ...(value ? { value } : {}) };
  }

  #value(number: CirceNumber, units: unknown, path: string): ResultValue | undefined {
    const bounds = boundsOf(number);
    if (!bounds || !path.endsWith('/Measurement')) {
      this.#refuse(
        `${path}/ValueAsNumber`,
        `ValueAsNumber ${number.Op}`,
        'a profile asks numbers of measurements: above, at least, below, at most, or between.',
      );
      return undefined;
    }
    const [unit, ...more] = [
      ...new Set(
        (Array.isArray(units) ? (units as readonly OmopConcept[]) : []).map((each) =>
          this.resolver.unitOf?.(each),
        ),
      ),
    ];
    if (unit === undefined || more.length > 0) {
      this.#refuse(
        `${path}/Unit`,
        'Unit',
        'a number needs one unit that the resolver can name: without it every unit would count.',
      );
      return undefined;
    }
    return { ...bounds, unit };
  }

  #correlated(each: CirceCorrelated, path: string): Criterion {
    const [domain = ''] = Object.keys(each.Criteria);
    const query = this.#event(each.Criteria, `${path}/Criteria`, false);
    if (each.RestrictVisit)
      this.#refuse(
        `${path}/RestrictVisit`,
        'RestrictVisit',
        'a profile knows no visit that records belong to.',
      );
    if (each.Occurrence.IsDistinct)
      this.#refuse(
        `${path}/Occurrence/IsDistinct`,
        'IsDistinct',
        'a profile counts records, not their different concepts.',
      );
    if (!query) return { not: { all: [] } };
    const windows = readWindows(each, isSpan(query.type));
    if ('refused' in windows)
      this.#refuse(`${path}/${windows.key}`, `${windows.key} of ${domain}`, windows.refused);
    const when: Window = 'when' in windows ? windows.when : 'ever';
    const { Type: type, Count: count } = each.Occurrence;
    const written = { ...query, when };
    if (type === 2 && count === 0)
      this.#refuse(
        `${path}/Occurrence`,
        'Occurrence at least 0',
        'everybody has it: leave it out.',
      );
    if (type === 2)
      return criterionOf({ ...written, ...(count === 1 ? {} : { count: { min: count } }) });
    if (count === 0) return { not: criterionOf(written) };
    return criterionOf({
      ...written,
      count: type === 0 ? { min: count, max: count } : { max: count },
    });
  }

  #demographic(each: Readonly<Record<string, unknown>>, path: string): Criterion {
    const { Age: age, Gender: gender, ...rest } = each;
    for (const [key, value] of Object.entries(rest))
      if (value !== null && value !== undefined)
        this.#refuse(`${path}/${key}`, key, 'a profile does not ask it of a patient.');
    const patient: Record<string, unknown> = {};
    if (age !== undefined && age !== null) {
      const range = this.#day === undefined ? undefined : rangeOf(age as CirceNumber);
      if (!range)
        this.#refuse(
          `${path}/Age`,
          'Age',
          'Circe subtracts the year of birth from the year of the event, which a profile asks of one day of evaluation alone.',
        );
      else patient.age = { ...range, on: `${this.#day!.slice(0, 4)}-12-31` };
    }
    const sexes = Array.isArray(gender) ? (gender as readonly OmopConcept[]) : [];
    if (sexes.length > 1) {
      this.#refuse(`${path}/Gender`, 'Gender', 'several genders are no question: leave it out.');
    } else if (sexes.length === 1) {
      const sex = Object.entries(genders).find(
        ([, { CONCEPT_ID: id }]) => id === sexes[0]!.CONCEPT_ID,
      );
      if (sex) [patient.sex] = sex;
      else
        this.#refuse(
          `${path}/Gender/0`,
          `Gender ${sexes[0]!.CONCEPT_NAME}`,
          'a profile asks female or male.',
        );
    }
    return { patient };
  }
}
