/** Code sets, and how a query refers to one. */
import * as z from 'zod/mini';
import { listOf, optional } from './build.ts';
import { localText, textUpTo } from './text.ts';

/** Whether it is a code of its system, a check tells (`checks/code-entries.ts`). */
const codeEntry = z.string().check(z.trim(), z.maxLength(60));
const codeEntries = listOf(codeEntry, 1, 2000);

export const codeSet = z.strictObject({
  system: textUpTo(60),
  title: optional(localText),
  include: codeEntries,
  exclude: optional(codeEntries),
  names: optional(z.record(codeEntry, localText)),
});

const codeSetName = z.string().check(z.trim(), z.minLength(1));

/** R2a: several sets, each of its own system, of which one is enough. */
const severalCodes = listOf(z.union([codeSetName, codeSet]), 1, 20);

export const codes = z.union([codeSetName, codeSet, severalCodes]);
