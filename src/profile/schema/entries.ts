/** The entries of a profile's lists: information items, markers and indicators. */
import * as z from 'zod/mini';
import { queryTypes } from '../queries.ts';
import { codes } from './code-set.ts';
import { criterion } from './criterion.ts';
import { descriptions, optional, rule } from './build.ts';
import { id, localText, prose } from './text.ts';
import { window } from './window.ts';

const itemKeys = {
  id,
  title: localText,
  description: optional(localText),
  condition: optional(criterion).register(descriptions, {
    description: 'Asked only of the patients for whom this is yes.',
  }),
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
    uncoded: optional(localText).register(descriptions, {
      description: 'The source names the item but gives no codes: it is shown as undecidable.',
    }),
  })
  .check(
    rule('uncoded-codes', ({ codes, uncoded }) => codes === undefined || uncoded === undefined),
    rule('trend-type', ({ type, show }) => show !== 'trend' || type === 'result'),
  );

export const informationItem = z.union([patientItem, recordItem]).register(descriptions, {
  id: 'InformationItem',
  description: 'One thing that we want to know about each member.',
});

export const markerLevel = z.enum(['critical', 'warning', 'info']);

export const marker = z
  .strictObject({
    id,
    level: markerLevel,
    title: localText,
    short: optional(localText).register(descriptions, {
      description: 'A word or two for the chip in the list; default the title.',
    }),
    when: criterion,
    advice: optional(localText),
    source: optional(prose).register(descriptions, {
      description: 'The guideline or paper that the rule comes from.',
    }),
  })
  .register(descriptions, {
    id: 'Marker',
    description: 'What needs attention, with advice and the source of the rule.',
  });

export const indicator = z
  .strictObject({
    id,
    title: localText,
    numerator: criterion,
    denominator: optional(criterion).register(descriptions, {
      description: 'Among whom it is counted; default every member.',
    }),
    better: optional(z.enum(['higher', 'lower'])),
    source: optional(prose),
  })
  .register(descriptions, { id: 'Indicator', description: 'What we count among the members.' });
