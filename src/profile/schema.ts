/**
 * The profile document, version 1: its structure, and every rule that can be told from one place in it.
 * `checks/` has the rules that need more of the document; stories/docs/semantics.md says what each part means.
 */
import * as z from 'zod/mini';
import { about } from './schema/about.ts';
import { listOf, optional } from './schema/build.ts';
import { codeSet } from './schema/code-set.ts';
import { criterion } from './schema/criterion.ts';
import { indicator, informationItem, marker, message } from './schema/entries.ts';
import { id, localText, prose, url, version } from './schema/text.ts';
import { date } from './schema/window.ts';

export const reference = z.strictObject({ title: prose, url: optional(url) });

export const profileSchema = z.strictObject({
  $schema: optional(z.string()),
  format: z.literal('overblik-profile/1'),
  id,
  version,
  status: optional(z.enum(['draft', 'published', 'retired'])),
  validFrom: optional(date),
  validTo: optional(date),
  about: optional(about),
  title: localText,
  purpose: listOf(localText, 1, 50),
  description: optional(localText),
  references: optional(listOf(reference, 0, 200)),
  codes: optional(z.record(id, codeSet)),
  population: z.strictObject({ include: criterion, exclude: optional(criterion) }),
  information: listOf(informationItem, 0, 500),
  markers: optional(listOf(marker, 0, 200)),
  indicators: optional(listOf(indicator, 0, 200)),
  messages: optional(listOf(message, 0, 50)),
});
