import { describe, expect, it } from 'vitest';
import type { ActionField } from '../../../src/adapter/index.ts';
import { ActionDraft, type DraftSource } from '../../../src/model/index.ts';

const letter: ActionField = {
  ...{ id: 'letter', type: 'template', required: true, label: { da: 'Besked' } },
  maxLength: 60,
  templates: [
    { id: 'a', title: { da: 'A' }, body: { da: 'Kære {firstName}. Kom {næste aftale}.' } },
  ],
};
const facts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  anna: { firstName: 'Anna', nextAppointment: '3. december 2026', age: '81' },
  bo: { firstName: 'Bo' },
  // Looks like a placeholder, and is a name.
  cy: { firstName: '{alder}', nextAppointment: '4. december 2026' },
  __proto__: { firstName: 'Dea', nextAppointment: '5. december 2026' },
};
const draftOf = (fields: readonly ActionField[], source: Partial<DraftSource> = {}) =>
  new ActionDraft({
    ...{ fields, messages: [], today: '2026-11-24', language: 'da' },
    patientIds: Object.keys(facts),
    factOf: (id, name) => facts[id]?.[name],
    ...source,
  });

describe('a message', () => {
  it('is filled in for each; who lacks something is left out, and why is said', () => {
    const draft = draftOf([letter]);
    expect(draft.value('letter')).toBe('Kære {fornavn}. Kom {næste aftale}.');
    expect([...draft.faults]).toEqual([]);
    expect(draft.gaps).toEqual([{ name: 'nextAppointment', patientIds: ['bo'] }]);
    expect(draft.complete).toEqual(['anna', 'cy']);
    const { of, leftOut } = draft.content();
    expect(of!('anna')).toEqual({ letter: 'Kære Anna. Kom 3. december 2026.' });
    // What is filled in is not filled in again.
    expect(of!('cy')).toEqual({ letter: 'Kære {alder}. Kom 4. december 2026.' });
    expect([...leftOut]).toEqual([['bo', { da: 'mangler næste aftale' }]]);
  });

  it('says what it said when it was finished, whatever is written later', () => {
    const draft = draftOf([letter]);
    const { of } = draft.content();
    draft.put('letter', 'Andet');
    expect(of!('anna').letter).toMatch(/^Kære Anna/);
    expect(draft.isWritten).toBe(true);
  });

  it('that is too long when it is filled in is sent to nobody it is too long for', () => {
    const draft = draftOf([{ ...letter, maxLength: 34 }]);
    expect(draft.complete).toEqual(['anna']);
    expect(draft.content().leftOut.get('cy')).toEqual({
      da: 'teksten er for lang, når den er udfyldt',
    });
  });

  it('with what is no placeholder is told where that stands, and so is one that is empty', () => {
    const draft = draftOf([letter]);
    draft.put('letter', 'Hej\n{Fornavn} {FIRST NAME}\n{cpr}');
    expect(draft.faults.get('letter')).toEqual({
      ...{ kind: 'unknown-placeholder', written: '{cpr}', line: 3 },
    });
    draft.put('letter', ' \n ');
    expect(draft.faults.get('letter')).toEqual({ kind: 'missing' });
  });

  it('of the profile comes first, and before the host’s default', () => {
    const message = {
      title: { da: 'P' },
      body: { da: 'Fra profilen, {clinic}', en: 'By {clinic}' },
    };
    const given = { ...letter, default: 'Standard' } as ActionField;
    expect(draftOf([given], { messages: [message] }).value('letter')).toBe(
      'Fra profilen, {klinik}',
    );
    expect(draftOf([given], { messages: [message], language: 'en' }).value('letter')).toBe(
      'By {clinic}',
    );
    expect(draftOf([given]).value('letter')).toBe('Standard');
    const titles = draftOf([given], { messages: [message] }).messagesOf(given);
    expect(titles.map(({ title }) => title)).toEqual(['P', 'A']);
  });

  it('finds out in steps of few patients what is missing', () => {
    let asked = 0;
    const patientIds = Array.from({ length: 95 }, (_, index) => `p${index}`);
    const factOf = () => (asked++, 'x');
    const draft = draftOf([letter], { patientIds, factOf });
    const steps = draft.check();
    steps.next();
    expect(asked).toBeLessThanOrEqual(40);
    let count = 1;
    while (!steps.next().done) count++;
    expect(count).toBe(4);
    expect(asked).toBe(190);
    void draft.complete;
    expect(asked, 'what was found out stays').toBe(190);
  });
});

describe('the other fields', () => {
  const due: ActionField = {
    ...{ id: 'due', type: 'date', label: { da: 'Frist' }, default: 'P14D', min: 'P0D' },
    max: '2026-12-31',
  };
  const priority: ActionField = { id: 'p', type: 'priority', label: { da: 'Prioritet' } };
  const choice: ActionField = {
    ...{ id: 'c', type: 'choice', required: true, label: { da: 'Hvem' } },
    options: [{ id: 'x', label: { da: 'X' } }],
  };
  const what: ActionField = { id: 'w', type: 'text', label: { da: 'Hvad' }, maxLength: 5 };

  it('begin with what they say, and go out as they stand; what is empty does not', () => {
    const draft = draftOf([due, priority, choice, what], { patientIds: ['anna'] });
    expect(draft.isWritten).toBe(false);
    expect(Object.fromEntries(draft.faults)).toEqual({ c: { kind: 'missing' } });
    draft.put('c', 'x');
    expect(draft.content().of!('anna')).toEqual({ due: '2026-12-08', p: 'routine', c: 'x' });
  });

  it('say what is wrong', () => {
    const draft = draftOf([due, what]);
    draft.put('due', '2026-11-23');
    draft.put('w', 'seks tegn');
    expect(Object.fromEntries(draft.faults)).toEqual({
      due: { kind: 'before', edge: '2026-11-24' },
      w: { kind: 'too-long', most: 5, count: 9 },
    });
    draft.put('due', '2027-01-01');
    expect(draft.faults.get('due')).toEqual({ kind: 'after', edge: '2026-12-31' });
    draft.put('due', '2026-02-30');
    expect(draft.faults.get('due')).toEqual({ kind: 'no-date' });
  });
});
