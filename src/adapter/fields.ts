/** Reads what an action asks the user for: what fits is kept, and what does not is named by its place. */
import * as z from 'zod/mini';
import { excessOfValue, type DocumentLimits } from '../json/limits.ts';
import { pointer } from '../json/paths.ts';
import { isObject } from '../json/values.ts';
import { readMessage } from '../profile/placeholders.ts';
import { isCalendarDate } from '../record/index.ts';
import { parsePeriod } from '../record/period.ts';
import type { ActionField, HostAction } from './action-types.ts';
import { isSaid, lenient, localText, present, readLabel, text } from './reading.ts';

/** Nobody fills in more. */
const mostFields = 20;

/** The most characters that a field may take, and those that it takes where it does not say. */
export const longestContent = 10_000;
export const usualContent = 4000;

/** All that the fields of one action may be. */
const fieldsLimits: DocumentLimits = {
  characters: 500_000,
  depth: 8,
  nodes: 10_000,
  key: 1000,
};

const mostFaults = 20;

/** @param part Path below `fields`: `/2/label`, or `''` for the whole of them. */
type TellFault = (part: string, kind?: 'unusable' | 'plain-text') => void;

/**
 * The fields of an action. One that cannot be read is left out. Undefined where the action cannot do without what is left
 * out: a required field, one of which nobody knows whether it is, or all of them.
 */
export function readFields(
  action: Pick<HostAction, 'fields'>,
  tell: TellFault,
): readonly ActionField[] | undefined {
  try {
    const given: unknown = action.fields;
    if (given === undefined || given === null) return [];
    const isList = Array.isArray(given) && given.length <= mostFields;
    if (isList && !excessOfValue(given, fieldsLimits)) return readList(given, tell);
  } catch {
    // What throws when it is read is none.
  }
  tell('');
  return undefined;
}

function readList(given: readonly unknown[], tellAll: TellFault): ActionField[] | undefined {
  let left = mostFaults;
  const tell: TellFault = (part, kind) => {
    if (left-- > 0) tellAll(part, kind);
  };
  const ids = new Set<string>();
  const fields: ActionField[] = [];
  for (const [index, each] of given.entries()) {
    const field = readField(each, (part, kind) => tell(`/${index}${part}`, kind));
    const isNew = field && !ids.has(field.id);
    if (isNew) {
      ids.add(field.id);
      fields.push(field);
      continue;
    }
    if (field) tell(`/${index}/id`);
    // Done without what it needs, it would do something else.
    if (!isObject(each) || (each.required ?? false) !== false) return undefined;
  }
  return fields;
}

function readField(given: unknown, tell: TellFault): ActionField | undefined {
  const { data: field, error } = fieldSchema.safeParse(given, { reportInput: false });
  if (!field) {
    for (const { path } of error.issues) tell(pointer(path));
    return undefined;
  }
  if (isObject(given) && typeof given.label === 'string') tell('/label', 'plain-text');
  if (field.type === 'template') tellPlaceholders(field, tell);
  const { default: start, ...rest } = field;
  if (start === undefined || fits(start, field)) return field;
  tell('/default');
  return rest;
}

/** Whether a field can begin with a value. */
function fits(start: string, field: ActionField): boolean {
  switch (field.type) {
    case 'text':
    case 'template':
      return start.length <= (field.maxLength ?? usualContent);
    case 'date':
      return isEdge(start);
    case 'choice':
    case 'priority':
      return optionIds(field).includes(start);
  }
}

/** FHIR's, of those that a clinic tells apart. */
const usualPriorities = ['routine', 'urgent'] as const;

/** The ids that the user chooses between. */
export function optionIds(
  field: Extract<ActionField, { type: 'choice' | 'priority' }>,
): readonly string[] {
  return field.options?.map(({ id }) => id) ?? usualPriorities;
}

/** The form tells the user as well, and does not let it go off. */
function tellPlaceholders(
  { default: start, templates = [] }: Extract<ActionField, { type: 'template' }>,
  tell: TellFault,
): void {
  if (start !== undefined && isUnknownIn(start)) tell('/default');
  for (const [index, { body }] of templates.entries())
    for (const language of ['da', 'en'] as const)
      if (isUnknownIn(body[language] ?? '')) tell(`/templates/${index}/body/${language}`);
}

function isUnknownIn(body: string): boolean {
  return readMessage(body).some(({ kind }) => kind === 'unknown');
}

const id = z.string().check(z.regex(/^[\p{L}\d][\p{L}\d._-]{0,99}$/u));

const label = z.pipe(
  z.unknown(),
  z.transform((given, context) => {
    const read = readLabel(given);
    if (!read) context.issues.push({ code: 'custom', input: given });
    return read!;
  }),
);

const content = text.check(z.maxLength(longestContent));
const length = z.nullish(z.number().check(z.int(), z.minimum(1), z.maximum(longestContent)));

function isEdge(given: string): boolean {
  return isCalendarDate(given) || parsePeriod(given) !== undefined;
}

const edge = z.nullish(z.string().check(z.refine(isEdge)));

const base = {
  id,
  label,
  hint: lenient(localText),
  required: z.nullish(z.boolean()),
  default: z.nullish(text),
};

const options = z
  .array(z.object({ id, label }))
  .check(z.minLength(1), z.maxLength(100), z.refine(isOnceEach));

const body = z.pipe(
  z.object({
    da: content.check(z.refine(isSaid)),
    en: lenient(content.check(z.refine(isSaid))),
  }),
  z.transform(present),
);

const templates = z
  .array(z.object({ id, title: label, body }))
  .check(z.maxLength(50), z.refine(isOnceEach));

const fieldSchema = z.pipe(
  z.discriminatedUnion('type', [
    z.object({ ...base, type: z.literal('text'), maxLength: length }),
    z.object({
      ...base,
      type: z.literal('template'),
      maxLength: length,
      templates: z.nullish(templates),
    }),
    z.object({ ...base, type: z.literal('date'), min: edge, max: edge }),
    z.object({ ...base, type: z.literal('choice'), options }),
    z.object({ ...base, type: z.literal('priority'), options: z.nullish(options) }),
  ]),
  z.transform((field) => present(field) as ActionField),
);

function isOnceEach(entries: readonly { readonly id: string }[]): boolean {
  return new Set(entries.map((each) => each.id)).size === entries.length;
}
