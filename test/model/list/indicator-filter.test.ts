/** The patients behind a number of an indicator: the same as are counted, in each of its three groups. */
import { describe, expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeFilter,
  indicatorFilter,
  PopulationList,
  readView,
  toggleFilter,
  type IndicatorAnswer,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';

const codes = (include: string) => ({ codes: { system: 'ATC', include: [include] } });
const plan = planOf(
  { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } },
  {
    indicators: [
      {
        ...{ id: 'psyk', title: { da: 'Antipsykotika' }, better: 'lower' },
        numerator: { medication: { ...codes('N05A'), when: 'now' } },
        denominator: { patient: { age: { min: 65 } } },
      },
    ],
  },
);
const dementia = [{ code: 'P70', from: '2020-01-01' }];
const medicine = [{ code: 'N05AX08', from: '2026-01-01' }];
const people = [
  ['yes', '1940-01-01', medicine],
  ['no', '1940-01-01', []],
  ['young', '1990-01-01', []],
  ['young with', '1990-01-01', medicine],
  ['ageless', undefined, medicine],
] as const;

const clinic = new Clinic(complete);
clinic.add(
  people.map(([id, birthDate, medications]) =>
    patientWith({
      patient: { id, name: id, sex: 'female', ...(birthDate ? { birthDate } : {}) } as never,
      diagnoses: dementia,
      medications: [...medications],
    }),
  ),
);
const population = evaluate(plan, clinic, asOf);
const list = new PopulationList(population, {
  ...{ tab: 'members', language: 'da', patients: people.length, notFetched: 0 },
  compareText: (a: string, b: string) => (a < b ? -1 : 1),
});
const view = (answer: IndicatorAnswer) =>
  toggleFilter(defaultView(plan.profile), indicatorFilter('psyk', answer));
const shown = (answer: IndicatorAnswer) =>
  [...list.visibleRows(view(answer))].map((row) => list.row(row).patient.id).sort();

describe('a list narrowed by an indicator', () => {
  it.each<[IndicatorAnswer, readonly string[]]>([
    ['numerator', ['yes']],
    // Who is not in the denominator is in none of them.
    ['rest', ['no']],
    ['unknown', ['ageless']],
  ])('%s', (answer, ids) => {
    expect(shown(answer)).toEqual(ids);
  });

  it('says which', () => {
    const words = (answer: IndicatorAnswer) => {
      const own = view(answer);
      return describeFilter(list, own.filters[0]!, own, () => 'Indikatorer');
    };
    expect(words('rest')).toBe('Indikatorer: Antipsykotika: nej');
    expect(words('unknown')).toBe('Indikatorer: Antipsykotika: kan ikke afgøres');
  });

  it('is kept in a view and given back, as it was', () => {
    const own = JSON.parse(JSON.stringify(view('rest'))) as unknown;
    expect(readView(own, plan.profile).view.filters).toEqual([indicatorFilter('psyk', 'rest')]);
  });
});
