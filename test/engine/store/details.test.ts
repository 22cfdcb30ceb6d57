/** What records have in common besides their codes is numbered: alike where everything is, and nowhere else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailFrom } from '../../../src/engine/store/details.ts';
import { Dictionary } from '../../../src/engine/store/index.ts';
import { recordTypes, type RecordByType, type RecordType } from '../../../src/record/index.ts';

type AnyRecord = RecordByType[RecordType];

/** Few texts, some of which begin alike for longer than is looked at before they are compared. */
const text = fc.constantFrom('a', 'b', 'ab', '', ...['x', 'y'].map((end) => 'æ'.repeat(70) + end));
const number = fc.constantFrom(0, 1, -1, 0.5, 1e300, 1e-300);

/** As the check gives them: of every type any of the fields that it may have. */
const drawn = fc.constantFrom(...recordTypes).chain((type): fc.Arbitrary<AnyRecord> => {
  const isSpan = ['diagnosis', 'medication', 'carePlan'].includes(type);
  const fields: Record<string, fc.Arbitrary<unknown>> = { text, source: text };
  const more: Partial<Record<RecordType, Record<string, fc.Arbitrary<unknown>>>> = {
    medication: {
      dose: text,
      product: text,
      strength: fc.record({ value: number, unit: text }),
    },
    result: { comparator: fc.constantFrom('<', '>'), unit: text, low: number, high: number },
    service: { specialty: text },
    appointment: { status: text, with: text },
    referral: { status: text, to: text },
    letter: { status: text, sender: text },
    vaccination: { dose: text },
    carePlan: { status: text, maintained: text, maintainedLatest: text },
    note: { sender: text },
    correspondence: { sender: text, to: text },
  };
  const own = { ...fields, ...more[type] };
  const base = { type, system: 'S', code: 'C', index: 0 };
  const extent = isSpan ? { from: '2020-01-01' } : { at: '2020-01-01' };
  const value = type === 'result' ? { value: fc.oneof(text, number) } : {};
  return fc
    .tuple(fc.record(own, { requiredKeys: [] }), fc.record(value))
    .map(([optional, required]) => ({ ...base, ...extent, ...optional, ...required }) as AnyRecord);
});

describe('the details of records', () => {
  it('have one number where they are the same, with whatever code and type', () => {
    const records = fc.array(fc.tuple(drawn, fc.nat(2)), { maxLength: 200 });
    fc.assert(
      fc.property(records, (all) => {
        const dictionary = new Dictionary();
        const numbers = new Map<string, number>();
        for (const [record, code] of all) {
          const detail = detailFrom(record);
          const key = JSON.stringify(detail);
          const number = dictionary.detailOf(record, code);
          expect(number).toBe(numbers.get(key) ?? numbers.size);
          expect(dictionary.details[number]).toStrictEqual(detail);
          numbers.set(key, number);
        }
        expect(dictionary.details).toHaveLength(numbers.size);
      }),
    );
  });
});

/** A medicine that only has a dose. */
function withDose(dose: string): AnyRecord {
  const base = { type: 'medication', system: 'ATC', code: 'C', index: 0 } as const;
  return { ...base, from: '2020-01-01', dose };
}

describe('texts that are written freely', () => {
  it('are told apart however far they are alike', () => {
    const dictionary = new Dictionary();
    const doses = Array.from({ length: 40 }, (_, at) => `${'Efter aftale, '.repeat(10)}${at + 10}`);
    for (const turn of [1, 2])
      for (const [at, dose] of doses.entries())
        expect([turn, dictionary.detailOf(withDose(dose), 0)]).toEqual([turn, at]);
  });

  it('keep their numbers when there are more of them than are looked up at once', () => {
    const dictionary = new Dictionary();
    const most = 65_536;
    const numberOf = (at: number) => dictionary.detailOf(withDose(`D${at}`), at % 7);
    for (let at = 0; at < most + 100; at++)
      if (numberOf(at) !== at) expect.fail(`${at} is not new.`);
    for (const at of [0, 1, 2, 8, most - 1, most, most + 99, 0]) expect(numberOf(at)).toBe(at);
    expect(dictionary.details).toHaveLength(most + 100);
  });
});
