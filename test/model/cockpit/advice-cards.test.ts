/** What several profiles say of one thing is said on one card. */
import { describe, expect, it } from 'vitest';
import { adviceCards, viewCockpit } from '../../../src/model/index.ts';
import { outcomeOf, patientWith, planOf } from '../../engine/build.ts';

const patient = patientWith({
  diagnoses: [{ code: 'P70', from: '2022-03-14' }],
  medications: [
    { code: 'A10BA02', text: 'Metformin', from: '2024-01-01' },
    { code: 'N05CF01', text: 'Zopiclon', from: '2024-01-01' },
  ],
  results: [{ code: 'NPU27300', at: '2026-10-12', value: 61, unit: 'mmol/mol' }],
});
const give = (code: string) => ({
  medication: { codes: { system: 'ATC', include: [code] } },
});
const demented = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
const sugar = { result: { codes: { system: 'NPU', include: ['NPU27300'] } } };

interface Rule {
  readonly id: string;
  readonly level: string;
  readonly when: object;
  readonly title?: string;
}

function seen(profiles: Readonly<Record<string, readonly Rule[]>>) {
  const outcomes = Object.entries(profiles).map(([id, rules]) =>
    outcomeOf(
      planOf(
        { patient: { age: { min: 1 } } },
        {
          id,
          markers: rules.map(({ title, ...rule }) => ({
            ...rule,
            title: { da: title ?? rule.id },
          })),
        },
      ),
      patient,
    ),
  );
  const [first, ...others] = outcomes;
  if (!first) throw new Error('A profile is needed.');
  const { advice } = viewCockpit([first, ...others], 'da');
  return adviceCards(advice).map(({ markers }) =>
    markers.map((marker) => `${marker.profile.id} ${marker.id}`),
  );
}

describe('the cards of what is advised', () => {
  it('a medicine that two profiles advise on is one card, the gravest first', () => {
    expect(
      seen({
        a: [{ id: 'sleep', level: 'warning', when: give('N05CF01') }],
        b: [
          { id: 'risk', level: 'critical', when: give('N05C') },
          { id: 'metformin', level: 'info', when: give('A10BA02') },
        ],
      }),
    ).toEqual([['b risk', 'a sleep'], ['b metformin']]);
  });

  it('what else set the marker off does not part a medicine from itself; another medicine does', () => {
    const both = { all: [give('N05CF01'), give('A10BA02')] };
    expect(
      seen({
        a: [{ id: 'sleep', level: 'warning', when: { all: [demented, give('N05CF01')] } }],
        b: [
          { id: 'risk', level: 'warning', when: give('N05CF01') },
          { id: 'both', level: 'warning', when: both },
        ],
      }),
    ).toEqual([['a sleep', 'b risk'], ['b both']]);
  });

  it('the same result is one card where it is called the same, and apart where it is not', () => {
    expect(
      seen({
        a: [{ id: 'high', title: 'HbA1c', level: 'warning', when: sugar }],
        b: [
          { id: 'goal', title: 'HbA1c', level: 'info', when: sugar },
          { id: 'other', level: 'info', when: sugar },
        ],
      }),
    ).toEqual([['a high', 'b goal'], ['b other']]);
  });

  it('what no record set off is one card only where it is said in the same words', () => {
    const none = { not: give('C10AA') };
    expect(
      seen({
        a: [{ id: 'x', title: 'Ingen statin', level: 'info', when: none }],
        b: [
          { id: 'y', title: 'Ingen statin', level: 'info', when: none },
          { id: 'z', title: 'Ikke forsøgt', level: 'info', when: none },
        ],
      }),
    ).toEqual([['a x', 'b y'], ['b z']]);
  });

  it('one profile alone says everything by itself', () => {
    expect(
      seen({
        a: [
          { id: 'one', level: 'warning', when: give('N05CF01') },
          { id: 'two', level: 'warning', when: give('N05CF01') },
        ],
      }),
    ).toEqual([['a one'], ['a two']]);
  });
});
