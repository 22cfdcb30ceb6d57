/** What an action asks the user for, as a host may say it: right, nearly right, or hostile. */
import { describe, expect, it } from 'vitest';
import { readActions } from '../../src/adapter/actions.ts';

const run = () => Promise.resolve([]);
const text = { id: 'what', type: 'text', label: { da: 'Hvad' } };
const read = (fields: unknown) => {
  const { actions, faults } = readActions([
    { id: 'a', label: { da: 'A' }, scope: 'many', run, fields },
  ]);
  return {
    fields: actions[0] && (actions[0].fields ?? []),
    faults: faults.map(({ part }) => part),
  };
};

describe('fields', () => {
  it('are read as they are', () => {
    const fields = [
      { ...text, required: true, default: 'x', maxLength: 200, hint: { da: 'Kort' } },
      {
        ...{ id: 'letter', type: 'template', label: { da: 'Besked', en: 'Message' } },
        templates: [{ id: 't', title: { da: 'T' }, body: { da: 'Kære {firstName}' } }],
      },
      { id: 'due', type: 'date', label: { da: 'Frist' }, default: 'P14D', min: 'P0D', max: '2027-01-01' },
      { id: 'who', type: 'choice', label: { da: 'Hvem' }, options: [{ id: 'x', label: { da: 'X' } }], default: 'x' },
      { id: 'p', type: 'priority', label: { da: 'P' }, default: 'urgent' },
    ]; // prettier-ignore
    expect(read(fields)).toEqual({ fields, faults: [] });
    expect(read(undefined)).toEqual({ fields: [], faults: [] });
    expect(read(null)).toEqual({ fields: [], faults: [] });
  });

  it('that cannot be read are left out, each told by its path; the action stays', () => {
    const bad = [
      { ...text, id: 'a b' },
      { ...text, id: 'n', type: 'number' },
      { ...text, id: 'm', maxLength: 0 },
      { id: 'c', type: 'choice', label: { da: 'C' }, options: [] },
      { id: 'd', type: 'date', label: { da: 'D' }, min: 'snart' },
      { id: 'l', type: 'text', label: { da: ' ' } },
    ];
    const found = read([...bad, text, text]);
    expect(found.fields).toEqual([text]);
    expect(found.faults).toEqual([
      ...['fields/0/id', 'fields/1/type', 'fields/2/maxLength', 'fields/3/options'],
      ...['fields/4/min', 'fields/5/label', 'fields/7/id'],
    ]);
  });

  it('that are needed and cannot be read take the action with them', () => {
    for (const bad of [
      { ...text, id: '', required: true },
      { type: 'text', required: 'ja' },
      null,
      7,
    ])
      expect(read([text, bad]).fields).toBe(undefined);
  });

  it('say a default that cannot be, a plain label and an unknown placeholder, and go on', () => {
    const found = read([
      { ...text, default: 'for langt', maxLength: 3 },
      { id: 'd', type: 'date', label: 'Dato', default: 'i morgen' },
      { id: 'p', type: 'priority', label: { da: 'P' }, default: 'stat' },
      {
        ...{ id: 'l', type: 'template', label: { da: 'L' }, default: '{cpr}' },
        templates: [{ id: 't', title: { da: 'T' }, body: { da: '{fornavn}', en: '{surname}' } }],
      },
    ]);
    expect(found.fields).toHaveLength(4);
    expect(found.fields?.slice(0, 3).every((field) => !('default' in field))).toBe(true);
    expect(found.fields?.[1]?.label).toEqual({ da: 'Dato' });
    expect(found.faults).toEqual([
      ...['fields/0/default', 'fields/1/label', 'fields/1/default', 'fields/2/default'],
      ...['fields/3/default', 'fields/3/templates/0/body/en'],
    ]);
  });

  it('are bounded: too many, too large, claimed lengths, getters that throw', () => {
    const throwing = Object.defineProperty({ ...text, id: 'x' }, 'label', {
      enumerable: true,
      get: () => {
        throw new Error('Anna Bang 010203-0405');
      },
    });
    const claimed = [] as unknown[];
    claimed.length = 4e9;
    const hostile: readonly unknown[] = [
      Array.from({ length: 10_000 }, (_, at) => ({ ...text, id: `f${at}` })),
      [{ ...text, default: 'x'.repeat(1_000_000) }],
      [throwing],
      claimed,
      'felter',
      { length: 1, 0: text },
      new Proxy([], {
        get: () => {
          throw new Error('no');
        },
      }),
    ];
    for (const fields of hostile) {
      const found = read(fields);
      expect(found.fields).toBe(undefined);
      expect(found.faults).toEqual(['fields']);
    }
  });

  it('hold what their reader sees: no marks that turn text round, and markup as text', () => {
    const { fields } = read([
      {
        ...{ id: 'l', type: 'template', label: { da: '\u202eBesked' } },
        templates: [
          { id: 't', title: { da: '<b>T</b>' }, body: { da: 'Kære\u2028{fornavn}\u0000\u2066!' } },
        ],
      },
    ]);
    expect(fields).toEqual([
      {
        ...{ id: 'l', type: 'template', label: { da: 'Besked' } },
        templates: [{ id: 't', title: { da: '<b>T</b>' }, body: { da: 'Kære\n{fornavn}!' } }],
      },
    ]);
  });
});
