/** What is asked of each clinic: the programme's profiles at the ends of quarters. */
import { profiles as documents } from '../../../fixtures/profiles/index.ts';
import { compile, type Plan } from '../../../src/engine/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { seenOn } from './country.ts';

/** All profiles, ready to be asked. */
export function plansOfAll(): readonly Plan[] {
  return documents.map((document) => {
    const parsed = parseProfile(document);
    if (!parsed.ok) throw new Error('A profile of the fixtures cannot be read.');
    return compile(parsed.profile);
  });
}

/** The last days of the quarters that were over on the day that the country is seen on, oldest first. */
export function endsOfQuarters(number: number): readonly string[] {
  const [year = 0, month = 0] = seenOn.split('-').map(Number);
  const quartersUntilNow = 4 * year + Math.floor((month - 1) / 3);
  return Array.from({ length: number }, (_, index) => {
    const quarter = quartersUntilNow - number + index;
    return `${Math.floor(quarter / 4)}-${['03-31', '06-30', '09-30', '12-31'][quarter % 4]}`;
  });
}

/** What stands in every report of a run: the same, so that reports can be held against one another. */
export const madeAt = `${seenOn}T08:14:00+01:00`;
export const madeBy = 'bench';
