/** The kinds of criteria, and how each begins. */
import { isObject, type JsonObject } from '../../json/values.ts';
import { queryTypes, type QueryType } from '../../profile/index.ts';
import * as schema from '../../profile/schema/query.ts';
import { recordKinds } from '../../record/index.ts';

/** Those that hold others come first. */
export const groupKinds = ['all', 'any', 'atLeast', 'not'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const criterionKinds = [
  ...groupKinds,
  'patient',
  ...queryTypes,
  'concurrent',
  'sequence',
  'sameDay',
  'change',
  'anchor',
] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** The kind of what stands in the place of a criterion; undefined where that is none. */
export function kindOf(criterion: unknown): CriterionKind | undefined {
  if (!isObject(criterion)) return undefined;
  return criterionKinds.find((kind) => Object.hasOwn(criterion, kind));
}

export function isGroupKind(kind: CriterionKind | undefined): kind is GroupKind {
  return groupKinds.some((each) => each === kind);
}

export function isQueryType(kind: CriterionKind | undefined): kind is QueryType {
  return queryTypes.some((each) => each === kind);
}

const queries = {
  diagnosis: schema.diagnosisQuery,
  medication: schema.medicationQuery,
  result: schema.resultQuery,
  service: schema.serviceQuery,
  appointment: schema.appointmentQuery,
  referral: schema.referralQuery,
  letter: schema.letterQuery,
  vaccination: schema.vaccinationQuery,
  carePlan: schema.carePlanQuery,
  note: schema.noteQuery,
  correspondence: schema.correspondenceQuery,
} as const satisfies Readonly<Record<QueryType, { readonly shape: object }>>;

/** What a query of a type can ask. */
export function queryKeysOf(type: QueryType): readonly string[] {
  return Object.keys(queries[type].shape);
}

/**
 * A criterion as it begins. What its author has still to say is left empty, which the format tells as an error: nothing
 * that is half written finds anybody.
 */
export function newCriterion(kind: CriterionKind): JsonObject {
  switch (kind) {
    case 'all':
    case 'any':
      return { [kind]: [] };
    case 'atLeast':
      return { atLeast: 1, of: [] };
    case 'not':
      return { not: { any: [] } };
    case 'patient':
      return { patient: {} };
    case 'concurrent':
      return {
        concurrent: {
          of: [{ medication: noCodes('medication') }, { medication: noCodes('medication') }],
        },
      };
    case 'sequence':
      return {
        sequence: {
          of: [{ diagnosis: noCodes('diagnosis') }, { service: noCodes('service') }],
          within: '',
        },
      };
    case 'sameDay':
      return { sameDay: { of: [{ result: noCodes('result') }, { result: noCodes('result') }] } };
    case 'change':
      return { change: { of: noCodes('result'), from: 'previous', value: {} } };
    case 'anchor':
      return {
        anchor: { on: { diagnosis: noCodes('diagnosis') }, pick: 'earliest', is: { all: [] } },
      };
    default:
      return { [kind]: noCodes(kind) };
  }
}

/** A query for codes that are still to come, in the system that its type's codes are of. */
function noCodes(type: QueryType): JsonObject {
  return { codes: { system: recordKinds[type].system, include: [] } };
}
