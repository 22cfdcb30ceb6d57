/** From which value on a profile's markers are set for one patient: by the conditions that hold for that patient alone. */
import {
  all,
  any,
  findCriterionInSteps,
  not,
  selector,
  type PatientOutcome,
  type Steps,
  type Truth,
} from '../../engine/index.ts';
import { goalPhrases } from '../../i18n/phrases/goals.ts';
import {
  describeValue,
  type Criterion,
  type Language,
  type ResultQuery,
  type ResultValue,
} from '../../profile/index.ts';
import type { ResultRecord } from '../../record/index.ts';

/** A value from which on a marker is set, where its other conditions hold; whether they do may be unknown. */
interface Limit {
  readonly value: ResultValue;
  readonly isCertain: boolean;
}

/**
 * What a criterion says of a result:
 * - `limits`: it holds from these values on, each by itself;
 * - `condition`: it does not ask for the value, and comes out like this for the patient;
 * - `other`: it asks for the value in a way of which no limit can be told.
 */
type Said =
  | { readonly kind: 'limits'; readonly limits: readonly Limit[] }
  | { readonly kind: 'condition'; readonly truth: Truth }
  | { readonly kind: 'other' };

/**
 * The limits of the profile's markers for the result, in words: those alone that apply to this patient, as far as anybody
 * can say. Where nobody can say whether one does, that is said: it is neither left out nor taken for certain.
 */
export function* limitsOf(
  record: ResultRecord,
  outcome: PatientOutcome,
  language: Language,
): Steps<readonly string[]> {
  const { membership, profile } = outcome;
  // Markers are asked of members only (R22).
  if (membership.truth === 'no') return [];
  const isMember = membership.truth === 'yes';
  const told = new Set<string>();
  for (const { when } of profile.markers ?? []) {
    if (!mentions(when, record, outcome)) continue;
    const said = yield* ask(when, record, outcome);
    if (said.kind !== 'limits') continue;
    for (const { value, isCertain } of decisive(said.limits)) {
      const words = describeValue(value, language);
      told.add(isCertain && isMember ? words : goalPhrases[language].undecidedLimit(words));
    }
  }
  return [...told];
}

/** Whether a criterion has a limit for the result anywhere that one may be told of: else nothing else is looked into. */
function mentions(criterion: Criterion, record: ResultRecord, outcome: PatientOutcome): boolean {
  if ('result' in criterion)
    return criterion.result.value !== undefined && isAsked(criterion.result, record, outcome);
  const parts = 'all' in criterion ? criterion.all : 'any' in criterion ? criterion.any : [];
  return parts.some((each) => mentions(each, record, outcome));
}

function* ask(criterion: Criterion, record: ResultRecord, outcome: PatientOutcome): Steps<Said> {
  if ('result' in criterion && criterion.result.value && mayAsk(criterion.result, record, outcome))
    return isAsked(criterion.result, record, outcome)
      ? { kind: 'limits', limits: [{ value: criterion.result.value, isCertain: true }] }
      : { kind: 'other' };
  if ('all' in criterion) return together(yield* askEach(criterion.all, record, outcome));
  if ('any' in criterion) return oneOf(yield* askEach(criterion.any, record, outcome));
  if ('not' in criterion) {
    const inside = yield* ask(criterion.not, record, outcome);
    return inside.kind === 'condition'
      ? { kind: 'condition', truth: not(inside.truth) }
      : { kind: 'other' };
  }
  if ('atLeast' in criterion || 'anchor' in criterion) return { kind: 'other' };
  const { profile, patient, coverage, asOf } = outcome;
  const context = { profile, patient, clinicCoverage: coverage, asOf };
  const { truth } = yield* findCriterionInSteps(context, criterion, '');
  return { kind: 'condition', truth };
}

function* askEach(
  criteria: readonly Criterion[],
  record: ResultRecord,
  outcome: PatientOutcome,
): Steps<readonly Said[]> {
  const said: Said[] = [];
  for (const each of criteria) said.push(yield* ask(each, record, outcome));
  return said;
}

function together(parts: readonly Said[]): Said {
  const truth = all(truthsOf(parts));
  const limits = parts.filter((each) => each.kind === 'limits');
  if (truth === 'no') return { kind: 'condition', truth };
  if (parts.some(({ kind }) => kind === 'other') || limits.length > 1) return { kind: 'other' };
  const [only] = limits;
  if (!only) return { kind: 'condition', truth };
  return {
    kind: 'limits',
    limits: only.limits.map(({ value, isCertain }) => ({
      value,
      isCertain: isCertain && truth === 'yes',
    })),
  };
}

function oneOf(parts: readonly Said[]): Said {
  const limits = parts.flatMap((each) => (each.kind === 'limits' ? each.limits : []));
  if (limits.length > 0) return { kind: 'limits', limits };
  return parts.some(({ kind }) => kind === 'other')
    ? { kind: 'other' }
    : { kind: 'condition', truth: any(truthsOf(parts)) };
}

function truthsOf(parts: readonly Said[]): readonly Truth[] {
  return parts.flatMap((each) => (each.kind === 'condition' ? [each.truth] : []));
}

/** Of limits of which each is enough by itself, those that another one does not go before. */
function decisive(limits: readonly Limit[]): readonly Limit[] {
  return limits.filter(
    (each, at) =>
      !limits.some(
        (other, place) =>
          place !== at &&
          (other.isCertain || !each.isCertain) &&
          isReachedBefore(other.value, each.value, place < at),
      ),
  );
}

/**
 * Whether whatever reaches one limit has reached another.
 *
 * @param isBefore What is answered of the same limit.
 */
function isReachedBefore(other: ResultValue, each: ResultValue, isBefore: boolean): boolean {
  const [a, b] = [sideOf(other), sideOf(each)];
  if (!a || !b || a.isHigh !== b.isHigh || a.unit !== b.unit) return false;
  if (a.bound !== b.bound) return a.isHigh ? a.bound < b.bound : a.bound > b.bound;
  return a.includes === b.includes ? isBefore : a.includes;
}

/** A limit on one side alone. */
function sideOf(value: ResultValue) {
  if ('text' in value) return undefined;
  const { above, atLeast, below, atMost, unit } = value;
  const sides = [
    ...(above === undefined ? [] : [{ isHigh: true, includes: false, bound: above }]),
    ...(atLeast === undefined ? [] : [{ isHigh: true, includes: true, bound: atLeast }]),
    ...(below === undefined ? [] : [{ isHigh: false, includes: false, bound: below }]),
    ...(atMost === undefined ? [] : [{ isHigh: false, includes: true, bound: atMost }]),
  ];
  return sides.length === 1 ? { ...sides[0]!, unit } : undefined;
}

/** Whether a query asks for the result, for certain: one that asks by no code says nothing of any. */
export function isAsked(
  query: ResultQuery,
  record: ResultRecord,
  outcome: PatientOutcome,
): boolean {
  return foundBy(query, record, outcome).some((found) => found && !found.doubt);
}

/** Whether it may: without a code it asks for every result. */
function mayAsk(query: ResultQuery, record: ResultRecord, outcome: PatientOutcome): boolean {
  const { codes, prefer } = query;
  return (
    (codes === undefined && prefer === undefined) ||
    foundBy(query, record, outcome).some((found) => found !== undefined)
  );
}

function foundBy(query: ResultQuery, record: ResultRecord, outcome: PatientOutcome) {
  const { codes, prefer } = query;
  const sets = prefer ?? (codes === undefined ? [] : [codes]);
  return sets.map((each) => selector<ResultRecord>(outcome, { ...query, codes: each })(record));
}
