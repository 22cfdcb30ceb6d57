/** Texts of any length: what is kept of one, of a patient, and what becomes of one that decides something. */
import { describe, expect, it } from 'vitest';
import {
  checkPatient,
  longestBody,
  longestName,
  longestText,
  mostCharacters,
} from '../../src/record/index.ts';

const someone = { id: 'p1', name: 'Test Testesen', birthDate: '1941-01-01', sex: 'female' };
const at = '2020-01-01';
const mark = ' […]';
const long = 'å'.repeat(1_000_000);
const checked = (lists: object, patient: object = someone) => {
  const { patient: found, rejected } = checkPatient({ patient, ...lists });
  return { ...found!, rejected };
};

/** All texts in a value, together. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  const parts: unknown[] = value instanceof Set ? [...value] : Object.values(value);
  return parts.reduce<number>((sum, part) => sum + lengthOf(part), 0);
}

describe('a text that is only shown is cut, says so, and is counted', () => {
  it.each([
    ['diagnoses', { code: 'P70' }, 'text', 'text'],
    ['medications', { code: 'N05A' }, 'dose', 'dose'],
    ['appointments', { at }, 'with', 'with'],
    ['referrals', { at }, 'to', 'to'],
    ['letters', { at }, 'from', 'sender'],
  ])('%s: %o with its %s', (list, rest, field, kept) => {
    const { records, hints, rejected } = checked({ [list]: [{ ...rest, [field]: long }] });
    const [record] = Object.values(records).flat();
    expect((record as unknown as Record<string, string>)[kept]).toBe(
      long.slice(0, longestText) + mark,
    );
    expect(hints).toEqual([expect.objectContaining({ kind: 'cut-text', count: 1 })]);
    expect(rejected).toEqual([]);
  });

  it('of a letter more is kept', () => {
    const { records } = checked({ letters: [{ at, body: long }] });
    expect(records.letter[0]?.body).toBe(long.slice(0, longestBody) + mark);
  });

  it('one that just fits stays whole', () => {
    const text = 'a'.repeat(longestText);
    const { records, hints } = checked({ services: [{ code: '0101', at, text }] });
    expect(records.service[0]?.text).toBe(text);
    expect(hints).toBeUndefined();
  });

  it('no character is cut in two', () => {
    const text = 'a' + '😀'.repeat(longestText);
    const { records } = checked({ services: [{ code: '0101', at, text }] });
    expect(records.service[0]?.text).toMatch(/^a(?:😀)+ \[…\]$/u);
  });

  it('name and address', () => {
    const { patient, hints, rejected } = checked({}, { ...someone, name: long, city: long });
    expect([patient.name, patient.city]).toEqual(Array(2).fill(long.slice(0, longestName) + mark));
    expect(hints).toEqual([{ kind: 'cut-text', type: 'patient', count: 2 }]);
    expect(rejected).toEqual([]);
  });

  it('a patient’s texts have a bound together', () => {
    const letters = Array.from({ length: 1000 }, () => ({ at, body: long }));
    const { records, hints } = checked({ letters });
    expect(records.letter).toHaveLength(1000);
    expect(lengthOf(records.letter)).toBeLessThan(mostCharacters + 1000 * 100);
    expect(records.letter.at(-1)?.body).toBe(mark);
    expect(hints).toEqual([{ kind: 'cut-text', type: 'letter', count: 1000 }]);
  });
});

describe('R3 of a text that can decide something a part decides nothing: it is set aside', () => {
  const point = { code: 'NPU1', at, value: 1 };
  it.each([
    ['code', 'diagnoses', { code: long, from: at }],
    ['system', 'diagnoses', { code: 'P70', system: long, from: at }],
    ['source', 'diagnoses', { code: 'P70', source: long, from: at }],
    ['unit', 'results', { ...point, unit: long }],
    ['value', 'results', { ...point, value: long }],
    ['comparator', 'results', { ...point, comparator: long }],
    ['status', 'appointments', { at, status: long }],
  ])('%s', (field, list, record) => {
    const { records, rejected, hints } = checked({ [list]: [record] });
    expect(Object.values(records).flat()).toEqual([]);
    expect(rejected).toMatchObject([{ index: 0, field, reason: 'too-long' }]);
    expect(hints).toBeUndefined();
    expect(lengthOf(rejected)).toBeLessThan(200);
  });

  it.each(['municipality', 'practitioner'])('a patient’s %s', (field) => {
    const { patient, rejected } = checked({}, { ...someone, [field]: long });
    expect(patient).not.toHaveProperty(field);
    expect(rejected).toEqual([{ patientId: 'p1', type: 'patient', field, reason: 'too-long' }]);
  });

  it('a patient whose id is longer than any cannot be told from others', () => {
    expect(checkPatient({ patient: { ...someone, id: long } })).toEqual({
      rejected: [{ type: 'patient', field: 'id', reason: 'too-long' }],
    });
  });
});

it('names of fields of any length are passed over, and not remembered', () => {
  const { records, rejected } = checked(
    { services: [{ code: '0101', at, [`end${long}`]: 1 }], [long]: [] },
    { ...someone, [`dead${long}`]: 1 },
  );
  expect(records.service).toHaveLength(1);
  expect(rejected).toEqual([]);
});
