/** Profiles written as the programme's table and read back: the same population, or it is told what was not read. */
import { describe, expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { demens, profiles } from '../../../fixtures/profiles/index.ts';
import {
  readWordTable,
  wordTableAsHtml,
  wordTableAsText,
  writeWordTable,
} from '../../../src/authoring/index.ts';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import { parsed } from '../../fixtures/profiles/cases.ts';
import { dementia } from './tables.ts';

const asOf = '2026-11-24';
const { patients, description } = generateClinic({ size: 500, asOf });
const clinic = new Clinic(description.coverage);
clinic.add(patients);

function found(profile: Profile) {
  const { members, undecided } = evaluate(compile(profile), clinic, asOf);
  return { members, undecided };
}

/** Notes after which the draft may ask for something else than the table. */
const told = new Set(['condition-not-read', 'type-unsaid', 'and-or-mixed', 'read-as-not']);

describe('written as the programme’s table and read back', () => {
  it.each(profiles.map((document) => [(document as Profile).id, parsed(document)] as const))(
    '%s finds the same, or it is told why not',
    (_, profile) => {
      const written = writeWordTable(profile);
      for (const source of [wordTableAsText(written), wordTableAsHtml(written)]) {
        const { profile: read, notes, errors } = readWordTable(source);
        expect(errors).toEqual([]);
        expect(read!.title.da).toBe(profile.title.da);
        expect(read!.purpose.map(({ da }) => da)).toEqual(profile.purpose.map(({ da }) => da));
        if (!notes.some(({ code }) => told.has(code))) expect(found(read!)).toEqual(found(profile));
      }
    },
  );

  it('most of them are wholly read', () => {
    const whole = profiles.filter((document) => {
      const { notes } = readWordTable(wordTableAsHtml(writeWordTable(parsed(document))));
      return !notes.some(({ code }) => code === 'condition-not-read' || code === 'type-unsaid');
    });
    expect(whole.length).toBeGreaterThanOrEqual(9);
  });
});

it('the programme’s own table finds who its profile finds', () => {
  expect(found(readWordTable(dementia).profile!)).toEqual(found(parsed(demens)));
});

it('a text is text in HTML', () => {
  const profile = parsed({ ...demens, title: { da: 'Under <b>60</b> & "over"' } });
  const html = wordTableAsHtml(writeWordTable(profile));
  expect(html).toContain('Under &lt;b&gt;60&lt;/b&gt; &amp; &quot;over&quot;');
  expect(readWordTable(html, { title: profile.title.da }).profile!.title).toEqual(profile.title);
});
