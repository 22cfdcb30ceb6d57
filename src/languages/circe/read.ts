/**
 * An OHDSI cohort expression (Circe) as a profile: who has entered the cohort by the day of evaluation. When they leave it
 * again is told beside, for a profile has no end of its own.
 */
import type { Profile, ProfileError } from '../../profile/index.ts';
import { parseProfile } from '../../profile/index.ts';
import { isObject } from '../../json/values.ts';
import { readCodes } from './read-codes.ts';
import { Reader } from './read-group.ts';
import type { Refusal, Refused } from '../refusal.ts';
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
export function fromCirce(document: unknown, options: FromCirceOptions): CirceRead | Refused {
  if (!isExpression(document))
    return refusedOf('', 'cohort expression', 'it has no PrimaryCriteria and ConceptSets: export it as JSON from Atlas.');
  const refusals: Refusal[] = [];
  const codes = readCodes(document, options.resolver, refusals);
  const reader = new Reader(document, codes, options.resolver, refusals);
  const include = reader.population();
  const leftOut = leavesOf(document);
  if (refusals.length > 0) return { ok: false, refusals };
  const profile = {
    format: 'overblik-profile/1',
    id: options.id,
    version: '0.1.0',
    status: 'draft',
    title: { da: options.title, en: options.title },
    purpose: [{ da: `Læst af kohorten ${options.title}`, en: `Read of the cohort ${options.title}` }],
    ...(codes.used.size > 0 ? { codes: Object.fromEntries(codes.used) } : {}),
    population: { include },
    information: [],
  };
  const parsed = parseProfile(profile);
  if (parsed.ok) return { ok: true, profile: parsed.profile, leftOut };
  return {
    ok: false,
    refusals: parsed.errors.map(({ path, message }: ProfileError) => ({
      path: '',
      feature: `profile ${String(path)}`,
      why: message.en,
    })),
  };
}

function refusedOf(path: string, feature: string, why: string): Refused {
  return { ok: false, refusals: [{ path, feature, why }] };
}

function isExpression(document: unknown): document is CirceExpression {
  if (!isObject(document)) return false;
  const { PrimaryCriteria: primary, ConceptSets: sets } = document;
  return isObject(primary) && Array.isArray(primary.CriteriaList) && Array.isArray(sets);
}

/** How a person leaves the cohort: no question of who enters it. */
function leavesOf(document: CirceExpression): readonly Refusal[] {
  const why = 'it says when a person leaves the cohort; the profile finds who has entered it.';
  const said = (key: 'EndStrategy' | 'CensoringCriteria' | 'CensorWindow') => {
    const value = document[key];
    return value !== undefined && Object.keys(value).length > 0 ? [{ path: `/${key}`, feature: key, why }] : [];
  };
  return [...said('EndStrategy'), ...said('CensoringCriteria'), ...said('CensorWindow')];
}
