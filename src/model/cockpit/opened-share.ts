/** What an opener hands the cockpit, as far as it can be used: the opener is the host's. */
import * as z from 'zod/mini';
import { anything, calendarDate, localText, name, text } from '../../adapter/reading.ts';
import type { ClinicAdapter } from '../../adapter/index.ts';
import type { Language } from '../../i18n/language.ts';
import { dataTypes } from '../../record/index.ts';
import { readDefinitions } from './definitions.ts';
import type { OpenedShare, ShareRefusal, ShareRefusalKind } from './share.ts';

/**
 * Reads an opener's answer; undefined where it is none. Nothing of the answer's own is asked again but whether the
 * share was withdrawn. Never throws.
 */
export function readOpening(answer: unknown): OpenedShare | ShareRefusal | undefined {
  try {
    const { data: refusal } = refusalSchema.safeParse(answer);
    if (refusal) return refusal;
    const { data: share } = shareSchema.safeParse(answer);
    if (!share) return undefined;
    const given = answer as OpenedShare;
    const adapters: Readonly<Record<Language, ClinicAdapter>> = {
      da: given.adapter('da'),
      en: given.adapter('en'),
    };
    if (
      !Object.values(adapters).every((each: unknown) => z.looseObject({}).safeParse(each).success)
    )
      return undefined;
    return {
      ...share,
      facts: { ...share.facts, definitions: readDefinitions(share.facts.definitions) },
      ...(given.isWithdrawn && { isWithdrawn: async () => given.isWithdrawn?.() ?? false }),
      adapter: (language) => adapters[language],
    };
  } catch {
    return undefined;
  }
}

const party = z.object({ name, organisation: name });

const shareSchema = z.object({
  opened: z.literal(true),
  patientId: z.string(),
  profiles: z.array(z.unknown()),
  facts: z.object({
    id: z.string(),
    sender: name,
    sharedBy: party,
    recipient: party,
    purpose: text,
    from: z.string(),
    until: z.string(),
    openedAt: z.string(),
    asOf: calendarDate,
    types: z.pipe(
      z.array(z.unknown()),
      z.transform((given) => dataTypes.filter((type) => given.includes(type))),
    ),
    definitions: anything,
  }),
});

const kinds = [
  'unreadable',
  'too-large',
  'other-format',
  'altered',
  'wrong-key',
  'unknown-sender',
  'not-yet',
  'expired',
  'too-long',
  'key-not-valid',
  'withdrawn',
  'replayed',
  'not-checked',
] as const satisfies readonly ShareRefusalKind[];

const refusalSchema = z.object({
  opened: z.literal(false),
  kind: z.catch(z.enum(kinds), 'not-checked'),
  message: localText,
  fix: localText,
});
