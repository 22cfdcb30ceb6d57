import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import { hostileText, neverShown, textsIn } from '../json/hostile-texts.ts';

it('a profile’s texts hold nothing hidden, nor do its errors, as text or as an object', () => {
  fc.assert(
    fc.property(hostileText, hostileText, fc.boolean(), (drawn, key, isText) => {
      const document = {
        ...demens,
        title: { da: `Demens${drawn}` },
        purpose: [{ da: drawn }],
        [`titl${key}e`]: drawn,
        format: drawn.length > 6 ? demens.format : drawn,
      };
      const outcome = parseProfile(isText ? JSON.stringify(document) : document);
      for (const text of textsIn(outcome)) expect(text).not.toMatch(neverShown);
    }),
  );
});

it('a profile with an override in its title is read without it', () => {
  const outcome = parseProfile({ ...demens, title: { da: 'Demens \u202e521' } });
  expect(outcome.ok && outcome.profile.title.da).toBe('Demens 521');
});
