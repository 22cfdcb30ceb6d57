/** The criterion: one boolean expression for population, conditions, markers and indicators alike. */
import * as z from 'zod/mini';
import { isSpan } from '../../record/types.ts';
import { queryTypes } from '../queries.ts';
import { listOf, optional, rule } from './build.ts';
import { keyedUnion } from './keyed-union.ts';
import {
  appointmentDaySelection,
  appointmentQuery,
  appointmentSelection,
  carePlanQuery,
  carePlanSelection,
  carePlanSpanSelection,
  correspondenceQuery,
  changeFrom,
  daySelection,
  diagnosisQuery,
  letterQuery,
  medicationQuery,
  medicationSelection,
  measuredSelection,
  medicationSpanSelection,
  noteQuery,
  patientQuery,
  recordSelection,
  referralDaySelection,
  referralQuery,
  referralSelection,
  resultDaySelection,
  resultQuery,
  resultSelection,
  serviceDaySelection,
  serviceQuery,
  serviceSelection,
  spanSelection,
  vaccinationQuery,
} from './query.ts';
import { changeBounds } from './quantity.ts';
import { period, window } from './window.ts';

export const concurrentPart = z.union([
  z.strictObject({ diagnosis: spanSelection }),
  z.strictObject({ medication: medicationSpanSelection }),
  z.strictObject({ carePlan: carePlanSpanSelection }),
]);

/** A query inside `sequence`, and what an `anchor` is on: records of one type, in a window of their own. */
export const sequencePart = z.union([
  z.strictObject({ diagnosis: recordSelection }),
  z.strictObject({ medication: medicationSelection }),
  z.strictObject({ result: resultSelection }),
  z.strictObject({ service: serviceSelection }),
  z.strictObject({ appointment: appointmentSelection }),
  z.strictObject({ referral: referralSelection }),
  z.strictObject({ letter: recordSelection }),
  z.strictObject({ vaccination: recordSelection }),
  z.strictObject({ carePlan: carePlanSelection }),
  z.strictObject({ note: recordSelection }),
  z.strictObject({ correspondence: recordSelection }),
]);
type SequencePart = z.infer<typeof sequencePart>;

/** A list of two, not a `z.tuple`: that one says nothing about its items when there are too few. */
const sequenceParts = z
  .array(sequencePart, { error: 'tuple' })
  .check(z.length(2)) as z.ZodMiniType as z.ZodMiniType<[SequencePart, SequencePart]>;

export const sameDayPart = z.union([
  z.strictObject({ result: resultDaySelection }),
  z.strictObject({ service: serviceDaySelection }),
  z.strictObject({ appointment: appointmentDaySelection }),
  z.strictObject({ referral: referralDaySelection }),
  z.strictObject({ letter: daySelection }),
  z.strictObject({ vaccination: daySelection }),
  z.strictObject({ note: daySelection }),
  z.strictObject({ correspondence: daySelection }),
]);

/** R19a: the latest day on which there is a record of each, whatever its value; on it each is judged. */
export const sameDay = z.strictObject({
  of: listOf(sameDayPart, 2, 20),
  when: optional(window),
});

/** R19c: the latest result less another one of the same. */
export const change = z.strictObject({
  of: measuredSelection,
  from: changeFrom,
  value: changeBounds,
});

/** The criteria that hold no other criterion. */
const simpleCriteria = [
  z.strictObject({ patient: patientQuery }),
  z.strictObject({ diagnosis: diagnosisQuery }),
  z.strictObject({ medication: medicationQuery }),
  z.strictObject({ result: resultQuery }),
  z.strictObject({ service: serviceQuery }),
  z.strictObject({ appointment: appointmentQuery }),
  z.strictObject({ referral: referralQuery }),
  z.strictObject({ letter: letterQuery }),
  z.strictObject({ vaccination: vaccinationQuery }),
  z.strictObject({ carePlan: carePlanQuery }),
  z.strictObject({ note: noteQuery }),
  z.strictObject({ correspondence: correspondenceQuery }),
  z.strictObject({
    concurrent: z.strictObject({
      of: listOf(concurrentPart, 2, 20),
      when: optional(window),
      lasting: optional(period),
    }),
  }),
  z.strictObject({ sequence: z.strictObject({ of: sequenceParts, within: period }) }),
  z.strictObject({ change }),
  z.strictObject({ sameDay }),
] as const;

/** TypeScript infers no type from a schema that holds itself, so its recursive part is written out. */
export type Criterion =
  | { all: Criterion[] }
  | { any: Criterion[] }
  | { not: Criterion }
  | { atLeast: number; of: Criterion[] }
  | { anchor: { on: SequencePart; pick: 'latest' | 'earliest'; at?: 'end'; is: Criterion } }
  | z.infer<(typeof simpleCriteria)[number]>;

const nested: z.ZodMiniType<Criterion> = z.lazy(() => criterion);
const parts = () => listOf(nested, 1, 500);

export const allOf = z.strictObject({ all: parts() });
export const anyOf = z.strictObject({ any: parts() });

/** A criterion asked on the day of a record, in the place of the date of evaluation (R19b). */
export const anchor = z
  .strictObject({
    on: sequencePart,
    pick: z.enum(['latest', 'earliest']),
    at: optional(z.literal('end')),
    // Of its own: what is said of it is not said of every criterion in another.
    is: z.lazy(() => criterion),
  })
  .check(
    rule(
      'anchor-end',
      ({ on, at }) => at === undefined || queryTypes.some((type) => type in on && isSpan(type)),
    ),
  );

/** Exactly one key tells which kind it is. */
export const criterion: z.ZodMiniType<Criterion> = keyedUnion([
  allOf,
  anyOf,
  z.strictObject({ not: nested }),
  z
    .strictObject({ atLeast: z.int({ abort: true }).check(z.minimum(1)), of: parts() })
    .check(rule('at-least-more', ({ atLeast, of }) => atLeast <= of.length)),
  z.strictObject({ anchor }),
  ...simpleCriteria,
]);
