/** Discharge letters: a type that came after the first six, and asks for nothing of its own. */
import { describe, expect, it } from 'vitest';
import { requestFor } from '../../src/engine/index.ts';
import { viewCell } from '../../src/model/cells.ts';
import { describeProfile, parseProfile } from '../../src/profile/index.ts';
import { profileJsonSchema } from '../../src/profile/json-schema.ts';
import { recordTypes, type PatientRecords } from '../../src/record/index.ts';
import { queryTypes } from '../../src/profile/queries.ts';
import { ask, asOf, complete, documentOf, outcomeOf, patientWith, planOf } from './build.ts';

const recent = { letter: { when: { last: 'P3M' } } } as const;
const letters = [
  { at: '2026-10-02', text: 'Udskrivning', from: 'Geriatrisk afdeling', source: 'LPR3' },
  { at: '2026-08-23', text: 'Ambulant', from: 'Kardiologisk ambulatorium', source: 'LPR3' },
];
const patient = patientWith({ letters });

it('profile and record name the same types in the same order', () => {
  expect(queryTypes).toEqual(recordTypes);
});

describe('a letter within three months', () => {
  it('yes, with the letter as its proof', () => {
    expect(ask(recent, patient)).toMatchObject({
      truth: 'yes',
      records: [{ type: 'letter', at: '2026-10-02', sender: 'Geriatrisk afdeling' }],
    });
  });
  it('no, where letters are covered', () => {
    expect(ask(recent, patientWith({ letters: letters.slice(1) })).truth).toBe('no');
  });
  it.each([
    ['the source is away', { ...complete, letter: { available: false, source: 'LPR3' } }],
    ['the source begins later', { ...complete, letter: { available: true, from: '2026-09-01' } }],
  ])('unknown, where %s', (_, coverage) => {
    const asked = ask(recent, patientWith({ letters: [] }), { coverage });
    expect(asked).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'not-covered', type: 'letter' }],
    });
  });
  it('unknown, where nobody speaks of letters', () => {
    const { letters: _, ...six } = patientWith() as PatientRecords & { letters: unknown };
    expect(ask({ letter: {} }, six, { coverage: {} }).truth).toBe('unknown');
  });
  it('unknown, where one cannot be read', () => {
    const bad = patientWith({ letters: [{ at: '2026-13-01' }] });
    expect(ask(recent, bad)).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'rejected', type: 'letter', count: 1 }],
    });
  });
});

describe('letters as information', () => {
  const cell = (item: object, of = patient, coverage = complete) => {
    const plan = planOf(
      { patient: { age: { min: 1 } } },
      {
        information: [{ id: 'brev', type: 'letter', title: { da: 'Epikrise' }, ...item }],
      },
    );
    const outcome = outcomeOf(plan, of, { coverage });
    return viewCell(outcome.cells[0]!, outcome, asOf, 'da');
  };
  it('the latest, and who wrote it', () => {
    expect(cell({}).parts).toMatchObject([{ text: 'Udskrivning, Geriatrisk afdeling' }]);
  });
  it('the list, newest first', () => {
    expect(cell({ show: 'list' }).parts.map(({ text }) => text)).toEqual([
      'Udskrivning, Geriatrisk afdeling',
      'Ambulant, Kardiologisk ambulatorium',
    ]);
  });
  it('the count, of one source', () => {
    expect(cell({ show: 'count', source: 'lpr3' }).parts).toEqual([{ text: '2' }]);
  });
  it('none, and a letter that says nothing of itself', () => {
    expect(cell({}, patientWith())).toMatchObject({ tone: 'missing', parts: [{ text: 'ingen' }] });
    expect(cell({}, patientWith({ letters: [{ at: '2026-10-02' }] })).parts).toMatchObject([
      { text: 'Epikrise' },
    ]);
  });
  it('what is missing, in words', () => {
    const away = { ...complete, letter: { available: false, source: 'LPR3' } };
    expect(cell({}, patientWith(), away)).toMatchObject({
      tone: 'unknown',
      lines: ['Data om epikriser mangler (LPR3)'],
    });
  });
});

it('is asked for by code and first day', () => {
  const codes = { system: 'local', include: ['UDSKRIVNING'] };
  const plan = planOf({ letter: { codes, when: { last: 'P3M' } } });
  expect(requestFor(plan, asOf).types).toEqual({
    letter: { codes: [codes], earliest: '2026-08-24' },
  });
});

describe('the profile', () => {
  it('says a letter’s window and item in words', () => {
    const parsed = parseProfile(
      documentOf(recent, { information: [{ id: 'e', type: 'letter', title: { da: 'Epikrise' } }] }),
    );
    if (!parsed.ok) throw new Error('The profile is right.');
    expect(describeProfile(parsed.profile, 'da').sections).toContainEqual({
      title: 'Epikriser',
      lines: ['Epikrise: på et hvilket som helst tidspunkt'],
    });
  });
  it('suggests the type to those who misspell it, and knows no trend of letters', () => {
    const parsed = parseProfile(
      documentOf({ leter: {} } as never, {
        information: [{ id: 'e', type: 'letter', show: 'trend', title: { da: 'E' } }],
      }),
    );
    expect(parsed.ok ? [] : parsed.errors.map(({ path, code }) => [path, code])).toEqual([
      ['/population/include/leter', 'unknown-key'],
      ['/information/0', 'trend-type'],
    ]);
    expect(parsed.ok ? '' : parsed.errors[0]?.fix?.en).toContain('letter');
  });
  it('has it in its JSON Schema', () => {
    expect(JSON.stringify(profileJsonSchema())).toContain('LetterQuery');
  });
});
