/** Profiles of tests, each as short as it can be. */
import { parseProfile, type Criterion, type Profile } from '../../src/profile/index.ts';

/** A profile of one question. @throws {Error} with what is wrong, where it is none. */
export function profileOf(include: Criterion, more: object = {}): Profile {
  const parsed = parseProfile({
    format: 'overblik-profile/1',
    id: 'dk.test',
    version: '1.0.0',
    title: { da: 'Prøve', en: 'Trial' },
    purpose: [{ da: 'Prøve', en: 'Trial' }],
    population: { include },
    information: [],
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors, undefined, 2));
  return parsed.profile;
}
