/** The entries of a profile's lists: information items, markers, indicators and messages. */
import * as z from 'zod/mini';
import { recordKinds } from '../../record/types.ts';
import { queryTypes, type QueryType } from '../queries.ts';
import { codes } from './code-set.ts';
import { criterion } from './criterion.ts';
import { askableStatuses, furtherFields } from './query.ts';
import { listOf, optional, rule } from './build.ts';
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

/** Of whichever type the item is: its own are asked by `hasOwnStatus`. */
const itemStatus = z.enum(askableStatuses);

export const recordItem = z
  .strictObject({
    ...itemKeys,
    type: z.enum(queryTypes),
    codes: optional(codes),
    when: optional(window),
    source: optional(prose),
    ...furtherFields.medication,
    ...furtherFields.service,
    ...furtherFields.carePlan,
    status: optional(z.union([itemStatus, listOf(itemStatus, 1, 10)])),
    show: optional(show),
    uncoded: optional(localText),
  })
  .check(
    rule('uncoded-codes', ({ codes, uncoded }) => codes === undefined || uncoded === undefined),
    rule('field-type', (item) => fieldsOfOthers(item).length === 0 && hasOwnStatus(item)),
    rule('trend-type', ({ type, show }) => show !== 'trend' || type === 'result'),
  );

/** Whether each status that an item asks is one of its type's. */
function hasOwnStatus(item: { readonly type: QueryType; readonly status?: string | string[] }) {
  const kind = recordKinds[item.type];
  const statuses: readonly string[] = 'statuses' in kind ? kind.statuses : [];
  return [item.status ?? []].flat().every((each) => statuses.includes(each));
}

/** The fields that an item asks and its type does not have. */
function fieldsOfOthers(item: { readonly type: QueryType }): readonly string[] {
  const own: object = (furtherFields as Partial<Record<QueryType, object>>)[item.type] ?? {};
  const all = Object.values(furtherFields).flatMap((each) => Object.keys(each));
  return all.filter((field) => field in item && !(field in own));
}

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

/** A message to the patients: placeholders stand between braces (placeholders.ts). */
export const message = z.strictObject({ id, title: localText, body: localText });

export const indicator = z.strictObject({
  id,
  title: localText,
  why: optional(localText),
  numerator: criterion,
  denominator: optional(criterion),
  except: optional(criterion),
  better: optional(z.enum(['higher', 'lower'])),
  source: optional(prose),
});
