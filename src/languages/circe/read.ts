/**
 * An OHDSI cohort expression (Circe) as a profile: who has entered the cohort by the day of evaluation. When they leave it
 * again is told beside, for a profile has no end of its own.
 */
import type { Profile, ProfileError } from '../../profile/index.ts';
import { parseProfile } from '../../profile/index.ts';
import { pointer } from '../../json/paths.ts';
import { readCodes } from './read-codes.ts';
import { Reader } from './read-group.ts';
import type { Refusal, Refused } from '../refusal.ts';
import { expression } from './schema.ts';
import type { CirceExpression, ConceptResolver } from './types.ts';

export interface FromCirceOptions {
  readonly resolver: ConceptResolver;
  /** The profile's id, `dk.demens`, and titles: an expression has none. */
  readonly id: string;
  readonly title: string;
}

export interface CirceRead {
  readonly ok: true;
  /** A valid profile, a draft: nobody has vouched for it. */
  readonly profile: Profile;
  /** What the expression says and the profile does not: when a person leaves the cohort. */
  readonly leftOut: readonly Refusal[];
}

/** Reads an expression whole, or says what of it no profile says. */
export function fromCirce(given: unknown, options: FromCirceOptions): CirceRead | Refused {
  const parsed = expression.safeParse(given);
  if (!parsed.success) return { ok: false, refusals: parsed.error.issues.map(misshapen) };
  const document = parsed.data;
  const refusals: Refusal[] = [];
  const codes = readCodes(document, options.resolver, refusals);
  const reader = new Reader(document, codes, options.resolver, refusals);
  const include = reader.population();
  const leftOut = leavesOf(document);
  if (Object.keys(document.CensorWindow ?? {}).length > 0)
    refusals.push({
      path: '/CensorWindow',
      feature: 'CensorWindow',
      why: 'who entered and left again before it, or after, is not in the cohort; a profile knows no day of leaving.',
    });
  if (refusals.length > 0) return { ok: false, refusals };
  const profile = {
    format: 'overblik-profile/1',
    id: options.id,
    version: '0.1.0',
    status: 'draft',
    title: { da: options.title, en: options.title },
    purpose: [
      { da: `Læst af kohorten ${options.title}`, en: `Read of the cohort ${options.title}` },
    ],
    ...(codes.used.size > 0 ? { codes: Object.fromEntries(codes.used) } : {}),
    population: { include },
    information: [],
  };
  const made = parseProfile(profile);
  if (made.ok) return { ok: true, profile: made.profile, leftOut };
  return {
    ok: false,
    refusals: made.errors.map(({ path, message }: ProfileError) => ({
      path: '',
      feature: `profile ${String(path)}`,
      why: message.en ?? message.da,
    })),
  };
}

/** What has not the shape that Atlas exports. */
function misshapen({ path }: { readonly path: readonly PropertyKey[] }): Refusal {
  return {
    path: pointer(path),
    feature: String(path.findLast((key) => typeof key === 'string') ?? 'cohort expression'),
    why: 'it has not the shape of a cohort expression: export it as JSON from Atlas.',
  };
}

/** How a person leaves the cohort: no question of who enters it. */
function leavesOf(document: CirceExpression): readonly Refusal[] {
  const why = 'it says when a person leaves the cohort; the profile finds who has entered it.';
  const said = (key: 'EndStrategy' | 'CensoringCriteria') => {
    const value = document[key];
    return value !== undefined && value !== null && Object.keys(value).length > 0
      ? [{ path: `/${key}`, feature: key, why }]
      : [];
  };
  return [...said('EndStrategy'), ...said('CensoringCriteria')];
}
