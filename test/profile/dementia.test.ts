import { expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { describeProfile, parseProfile } from '../../src/profile/index.ts';

it('the published dementia profile passes the check', () => {
  const outcome = parseProfile(demens);
  expect(outcome).toMatchObject({ ok: true });
  if (outcome.ok) console.log(JSON.stringify(describeProfile(outcome.profile, 'da'), null, 1));
});
