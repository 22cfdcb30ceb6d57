/** How what a host hands over is read: what fits is kept, and what does not is named by its place. */
import * as z from 'zod/mini';
import { cutWithin } from '../json/cut-text.ts';
import { pointer } from '../json/paths.ts';
import { plainText } from '../json/plain-text.ts';
import { isCalendarDate } from '../record/index.ts';

/** A part of any kind, read later or not at all; it may be absent. */
export const anything = z.optional(z.unknown());

/** A date `YYYY-MM-DD` that is in the calendar. */
export const calendarDate = z.string().check(z.refine(isCalendarDate));

/** A text for people, without what nobody sees in it: every such text of a host's is read by this. */
export const text = z.string().check(z.overwrite(plainText));

/** Characters that are kept of a name: whoever draws it all would keep the page waiting. */
const longestName = 1000;

/** What somebody or something is called, or is told in a line: of one that is longer than any, the beginning. */
export const name = text.check(z.overwrite((plain) => cutWithin(plain, longestName)));

/** Makes a part that is taken as absent when it does not fit. */
export function lenient<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

/** A text in Danish and perhaps English: what says nothing in English is said in Danish. */
export const localText = z.pipe(
  z.object({ da: name, en: lenient(name.check(z.refine(isSaid))) }),
  z.transform(present),
);

/** What a button, a field or a choice is called: a plain text is the Danish one. Without a word there is none. */
export function readLabel(given: unknown): z.output<typeof localText> | undefined {
  const plain = name.safeParse(given).data?.trim();
  if (plain) return { da: plain };
  const label = localText.safeParse(given).data;
  // A button without a word would do nobody knows what.
  return label && isSaid(label.da) ? label : undefined;
}

/** Whether a text has anything to be seen. */
export function isSaid(plain: string): boolean {
  return plain.trim() !== '';
}

/** Copies an object without the parts that are absent; `null` is taken as absent. */
export function present<Parts extends object>(parts: Parts): Present<Parts> {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<Parts>;
}

type Present<Parts> = { [Key in keyof Parts]: Exclude<Parts[Key], null | undefined> };

/**
 * Reads one part of an answer.
 *
 * @param path JSON Pointer to the part.
 * @param unusable Gets the JSON Pointers to what does not fit. They name places that the schema knows,
 *   never a key or a value of the host's own.
 * @returns undefined when the part does not fit.
 */
export function readPart<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  path: string,
  unusable: string[],
): z.output<Schema> | undefined {
  const { data, error } = schema.safeParse(value);
  if (error) unusable.push(...error.issues.map((issue) => path + pointer(issue.path)));
  return data;
}
