/** Any criterion, by its one key. */
import type { Criterion, PatientQuery, Range } from '../../profile/index.ts';
import {
  completedYears,
  recordTypes,
  type CalendarDate,
  type Patient,
  type RecordType,
} from '../../record/index.ts';
import type { UnknownReason, Finding, Truth } from '../types.ts';
import { findConcurrent } from './concurrent.ts';
import type { PatientContext } from './context.ts';
import type { AnyQuery } from './parts.ts';
import { findRecords } from './query.ts';
import { findSequence } from './sequence.ts';
import { all, any, atLeast, not } from './truth.ts';

/** How a criterion comes out for a patient, with the whole tree of why. */
export function findCriterion(
  context: PatientContext,
  criterion: Criterion,
  path: string,
): Finding {
  const branch = (part: Criterion, name: string) => findCriterion(context, part, `${path}/${name}`);
  const join = (
    branches: readonly Finding[],
    rule: (truths: readonly Truth[]) => Truth,
  ): Finding => ({
    path,
    truth: rule(branches.map(({ truth }) => truth)),
    records: [],
    unknownReasons: [],
    branches,
  });
  if ('all' in criterion)
    return join(
      criterion.all.map((part, index) => branch(part, `all/${index}`)),
      all,
    );
  if ('any' in criterion)
    return join(
      criterion.any.map((part, index) => branch(part, `any/${index}`)),
      any,
    );
  if ('not' in criterion) {
    const inside = branch(criterion.not, 'not');
    return join([inside], () => not(inside.truth));
  }
  if ('atLeast' in criterion)
    return join(
      criterion.of.map((part, index) => branch(part, `of/${index}`)),
      (truths) => atLeast(criterion.atLeast, truths),
    );
  if ('patient' in criterion) return findPatient(context, criterion.patient, path);
  if ('concurrent' in criterion) return findConcurrent(context, criterion.concurrent, path);
  if ('sequence' in criterion) return findSequence(context, criterion.sequence, path);
  for (const type of recordTypes)
    if (type in criterion)
      return findRecords(context, type, (criterion as Record<RecordType, AnyQuery>)[type], path);
  throw new RangeError(`No criterion at ${path}.`);
}

/** R17: several fields are all required; an absent one is unknown. */
function findPatient(
  { patient: { patient }, asOf }: PatientContext,
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
  const { age, sex, municipality, postalCode, insuranceGroup, practitioner } = query;
  if (age) {
    const answer = findAge(patient, age, asOf);
    truths.push(answer.truth);
    unknownReasons.push(...answer.unknownReasons);
  }
  if (sex) ask('sex', patient.sex, (value) => value === sex);
  if (municipality)
    ask('municipality', patient.municipality, (value) => oneOf(municipality, value));
  if (postalCode) ask('postalCode', patient.postalCode, (value) => oneOf(postalCode, value));
  if (insuranceGroup)
    ask('insuranceGroup', patient.insuranceGroup, (value) => value === insuranceGroup);
  if (practitioner)
    ask('practitioner', patient.practitioner, (value) => oneOf(practitioner, value));
  return { path, truth: all(truths), records: [], unknownReasons, branches: [] };
}

/** Of a birth date known to its year or month (R4a), the age that every day of it gives. Before birth there is none. */
function findAge(
  { birthDate, birthDateLatest = birthDate }: Patient,
  { min = 0, max = Infinity }: Range,
  asOf: CalendarDate,
): Pick<Finding, 'truth' | 'unknownReasons'> {
  if (birthDate === undefined || birthDateLatest === undefined)
    return { truth: 'unknown', unknownReasons: [{ kind: 'patient-field', field: 'birthDate' }] };
  const oldest = completedYears(birthDate, asOf);
  const youngest = completedYears(birthDateLatest, asOf);
  const floor = Math.max(min, 0);
  if (youngest >= floor && oldest <= max) return { truth: 'yes', unknownReasons: [] };
  if (oldest < floor || youngest > max) return { truth: 'no', unknownReasons: [] };
  return { truth: 'unknown', unknownReasons: [{ kind: 'partial-field', field: 'birthDate' }] };
}

function oneOf(asked: readonly string[], given: string): boolean {
  return asked.some((each) => each.trim().toLowerCase() === given.trim().toLowerCase());
}
