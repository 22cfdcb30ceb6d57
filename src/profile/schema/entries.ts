/** The entries of a profile's lists: information items, markers and indicators. */
import * as z from 'zod/mini';
import { queryTypes } from '../queries.ts';
import { codes } from './code-set.ts';
import { criterion } from './criterion.ts';
import { optional, rule } from './build.ts';
import { id, localText, prose } from './text.ts';
import { window } from './window.ts';

const itemKeys = {
  id,
  title: localText,
  description: optional(localText),
  condition: optional(criterion),
};

export const patientField = z.enum([
  'cpr',
  'name',
  'age',
  'sex',
  'birthDate',
  'address',
  'municipality',
  'insuranceGroup',
  'practitioner',
  'phone',
]);

export const patientItem = z.strictObject({
  ...itemKeys,
  type: z.literal('patient'),
  field: patientField,
});

export const show = z.enum(['list', 'latest', 'trend', 'count', 'next']);

export const recordItem = z
  .strictObject({
    ...itemKeys,
    type: z.enum(queryTypes),
    codes: optional(codes),
    when: optional(window),
    source: optional(prose),
    show: optional(show),
    uncoded: optional(localText),
  })
  .check(
    rule('uncoded-codes', ({ codes, uncoded }) => codes === undefined || uncoded === undefined),
    rule('trend-type', ({ type, show }) => show !== 'trend' || type === 'result'),
  );

export const informationItem = z.union([patientItem, recordItem]);

export const markerLevel = z.enum(['critical', 'warning', 'info']);

export const marker = z.strictObject({
  id,
  level: markerLevel,
  title: localText,
  short: optional(localText),
  when: criterion,
  advice: optional(localText),
  source: optional(prose),
});

export const indicator = z.strictObject({
  id,
  title: localText,
  numerator: criterion,
  denominator: optional(criterion),
  except: optional(criterion),
  better: optional(z.enum(['higher', 'lower'])),
  source: optional(prose),
});
