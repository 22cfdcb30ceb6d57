/** Code sets, and how a query refers to one. */
import * as z from 'zod/mini';
import { descriptions, listOf, optional } from './build.ts';
import { localText, textUpTo } from './text.ts';

/** Whether it is a code of its system, a check tells (`checks/code-entries.ts`). */
const codeEntry = z.string().check(z.trim(), z.maxLength(60));
const codeEntries = listOf(codeEntry, 1, 2000);

export const codeSet = z
  .strictObject({
    system: textUpTo(60).register(descriptions, {
      description: 'Code system, e.g. ICPC-2, ATC, NPU, ydelse.',
    }),
    title: optional(localText),
    include: codeEntries.register(descriptions, {
      description:
        'Codes and ranges. In ATC, ICPC-2, ICD-10 and SKS a code stands for all below it.',
    }),
    exclude: optional(codeEntries).register(descriptions, {
      description: 'Codes and ranges taken out again.',
    }),
  })
  .register(descriptions, { id: 'CodeSet', description: 'Codes of one system.' });

export const codes = z
  .union([z.string().check(z.trim(), z.minLength(1)), codeSet])
  .register(descriptions, {
    id: 'Codes',
    description: 'The name of a code set in `codes`, or a code set written here.',
  });
