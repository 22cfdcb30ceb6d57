/** Any criterion, by its one key. */
import {
  ageLimits,
  type AgeRange,
  type Criterion,
  type PatientQuery,
} from '../../profile/index.ts';
import {
  hasReachedAge,
  recordTypes,
  type CalendarDate,
  type Patient,
  type RecordType,
} from '../../record/index.ts';
import { finish, type Steps } from '../steps.ts';
import type { Finding, Span, Truth, UnknownReason } from '../types.ts';
import { findAnchored } from './anchor.ts';
import { findChange } from './change.ts';
import { findConcurrent } from './concurrent.ts';
import type { PatientContext } from './context.ts';
import type { AnyQuery } from './parts.ts';
import { findRecords } from './query.ts';
import { reasonsOnce } from './reasons.ts';
import { findSameDay } from './same-day.ts';
import { findSequence } from './sequence.ts';
import { all, any, atLeast, not } from './truth.ts';
import { dayOfAge, windowIn } from './windows.ts';

/** How a criterion comes out for a patient, with the whole tree of why. */
export function findCriterion(
  context: PatientContext,
  criterion: Criterion,
  path: string,
): Finding {
  return finish(findCriterionInSteps(context, criterion, path));
}

/** As `findCriterion`, some records of one query at a time. */
export function* findCriterionInSteps(
  context: PatientContext,
  criterion: Criterion,
  path: string,
): Steps<Finding> {
  const finding = yield* findByKind(context, criterion, path);
  const { unknownReasons } = finding;
  if (unknownReasons.length < 2) return finding;
  return { ...finding, unknownReasons: yield* reasonsOnce(unknownReasons) };
}

function findByKind(context: PatientContext, criterion: Criterion, path: string): Steps<Finding> {
  if ('all' in criterion) return findBranches(context, criterion.all, path, 'all', all);
  if ('any' in criterion) return findBranches(context, criterion.any, path, 'any', any);
  if ('not' in criterion) return findNegation(context, criterion.not, path);
  if ('atLeast' in criterion)
    return findBranches(context, criterion.of, path, 'of', (truths) =>
      atLeast(criterion.atLeast, truths),
    );
  if ('anchor' in criterion)
    return findAnchored(context, criterion.anchor, path, findCriterionInSteps);
  return findLeaf(context, criterion, path);
}

function* findBranches(
  context: PatientContext,
  parts: readonly Criterion[],
  path: string,
  name: string,
  rule: (truths: readonly Truth[]) => Truth,
): Steps<Finding> {
  const below: Finding[] = [];
  for (let index = 0; index < parts.length; index++)
    below.push(yield* findCriterionInSteps(context, parts[index]!, `${path}/${name}/${index}`));
  return joined(path, rule(below.map(({ truth }) => truth)), below);
}

function* findNegation(context: PatientContext, part: Criterion, path: string): Steps<Finding> {
  const inside = yield* findCriterionInSteps(context, part, `${path}/not`);
  return joined(path, not(inside.truth), [inside]);
}

function joined(path: string, truth: Truth, branches: readonly Finding[]): Finding {
  return { path, truth, records: [], unknownReasons: [], branches };
}

/** What asks the patient or the records themselves. */
function* findLeaf(context: PatientContext, criterion: Criterion, path: string): Steps<Finding> {
  yield;
  if ('patient' in criterion) return findPatient(context, criterion.patient, path);
  if ('concurrent' in criterion) return yield* findConcurrent(context, criterion.concurrent, path);
  if ('sequence' in criterion) return yield* findSequence(context, criterion.sequence, path);
  if ('sameDay' in criterion) return yield* findSameDay(context, criterion.sameDay, path);
  if ('change' in criterion) return yield* findChange(context, criterion.change, path);
  for (const type of recordTypes)
    if (type in criterion)
      return yield* findRecords(
        context,
        type,
        (criterion as Record<RecordType, AnyQuery>)[type],
        path,
      );
  throw new RangeError(`No criterion at ${path}.`);
}

type FieldAnswer = Pick<Finding, 'truth' | 'unknownReasons'>;

/** R17: several fields are all required; an absent one is unknown. */
function findPatient(
  { patient: { patient }, asOf, anchor }: PatientContext,
  query: PatientQuery,
  path: string,
): Finding {
  const truths: Truth[] = [];
  const unknownReasons: UnknownReason[] = [];
  const ask = <Value>(
    field: keyof Patient,
    value: Value | undefined,
    test: (value: Value) => boolean,
  ) => {
    if (value === undefined) {
      truths.push('unknown');
      unknownReasons.push({ kind: 'patient-field', field });
    } else truths.push(test(value) ? 'yes' : 'no');
  };
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner, registered, listed } =
    query;
  const add = (answer: FieldAnswer) => {
    truths.push(answer.truth);
    unknownReasons.push(...answer.unknownReasons);
  };
  if (age) add(findAge(patient, age, anchor ?? asOf));
  if (sex) ask('sex', patient.sex, (value) => value === sex);
  if (municipality)
    ask('municipality', patient.municipality, (value) => oneOf(municipality, value));
  if (postalCode) ask('postalCode', patient.postalCode, (value) => oneOf(postalCode, value));
  if (insuranceGroup)
    ask('insuranceGroup', patient.insuranceGroup, (value) => value === insuranceGroup);
  if (practitioner)
    ask('practitioner', patient.practitioner, (value) => oneOf(practitioner, value));
  if (registered) add(findRegistered(patient, windowIn({ asOf, anchor }, registered.when)));
  if (listed !== undefined) ask('listed', patient.listed, (value) => value === listed);
  return { path, truth: all(truths), records: [], unknownReasons, branches: [] };
}

/** Of a birth date known to its year or month (R4a), the age that every day of it gives. Before birth there is none. */
function findAge(
  { birthDate, birthDateLatest = birthDate }: Patient,
  age: AgeRange,
  asOf: CalendarDate,
): FieldAnswer {
  if (birthDate === undefined || birthDateLatest === undefined)
    return { truth: 'unknown', unknownReasons: [{ kind: 'patient-field', field: 'birthDate' }] };
  const day = dayOfAge(age, asOf);
  const { from, before } = ageLimits(age);
  const isOldEnough = (birth: CalendarDate) => hasReachedAge(birth, from, day);
  const isTooOld = (birth: CalendarDate) =>
    before !== undefined && hasReachedAge(birth, before, day);
  if (isOldEnough(birthDateLatest) && !isTooOld(birthDate))
    return { truth: 'yes', unknownReasons: [] };
  if (!isOldEnough(birthDate) || isTooOld(birthDateLatest))
    return { truth: 'no', unknownReasons: [] };
  return { truth: 'unknown', unknownReasons: [{ kind: 'partial-field', field: 'birthDate' }] };
}

/** Of a day known to its year or month (R4a), what every day of it gives. */
function findRegistered(
  { registered, registeredLatest = registered }: Patient,
  { from = '', to }: Span,
): FieldAnswer {
  if (registered === undefined || registeredLatest === undefined)
    return { truth: 'unknown', unknownReasons: [{ kind: 'patient-field', field: 'registered' }] };
  const isInside = registered >= from && (to === undefined || registeredLatest <= to);
  const isOutside = registeredLatest < from || (to !== undefined && registered > to);
  // An empty window has no day.
  if (isOutside || (to !== undefined && to < from)) return { truth: 'no', unknownReasons: [] };
  if (isInside) return { truth: 'yes', unknownReasons: [] };
  return { truth: 'unknown', unknownReasons: [{ kind: 'partial-field', field: 'registered' }] };
}

function oneOf(asked: readonly string[], given: string): boolean {
  return asked.some((each) => each.trim().toLowerCase() === given.trim().toLowerCase());
}
