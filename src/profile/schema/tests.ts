/**
 * Test patients (`about.tests`): made-up patients with the answers that the author expects. They change no answer, so
 * keys that are not known are passed over here as in all of `about`.
 */
import * as z from 'zod/mini';
import { listNames, recordTypes, type RecordType } from '../../record/types.ts';
import { listOf, optional } from './build.ts';
import { localText, textUpTo } from './text.ts';
import { date } from './window.ts';

const short = textUpTo(200);
const number = z.number();

/** A record as the contract has it, with days that may be counted from the test's day; or its code alone. */
export const testRecord = z.union([
  short,
  z.looseObject({
    code: optional(short),
    system: optional(short),
    text: optional(short),
    from: optional(short),
    to: optional(short),
    at: optional(short),
    value: optional(z.union([number, short])),
    unit: optional(short),
    comparator: optional(short),
    status: optional(short),
    source: optional(short),
  }),
]);

const records = listOf(testRecord, 0, 200);
const lists = Object.fromEntries(
  recordTypes.map((type) => [listNames[type], optional(records)]),
) as {
  readonly [Type in RecordType as (typeof listNames)[Type]]: z.ZodMiniExactOptional<typeof records>;
};

export const testPatient = z.looseObject({
  age: optional(z.int().check(z.gte(0), z.lte(150))),
  birthDate: optional(short),
  sex: optional(z.enum(['female', 'male', 'unknown'])),
});

const truth = z.enum(['yes', 'no', 'unknown']);
/** Of an indicator `out` is who is not counted in it at all: out of its denominator, or excepted. */
const counted = z.enum(['yes', 'no', 'unknown', 'out']);

export const testAnswers = z.looseObject({
  population: optional(truth),
  markers: optional(z.record(short, truth)),
  indicators: optional(z.record(short, counted)),
  criteria: optional(z.record(z.string().check(z.minLength(1), z.maxLength(1000)), truth)),
});

export const profileTest = z.looseObject({
  title: localText,
  on: date,
  patient: optional(testPatient),
  ...lists,
  coverage: optional(z.record(short, z.looseObject({ available: z.boolean() }))),
  expect: testAnswers,
});
