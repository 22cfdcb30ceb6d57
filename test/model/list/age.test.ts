/** R4a, R17: an age that is not certain, or of a day before birth, is told as a number nowhere. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeYears,
  exportTable,
  PopulationList,
} from '../../../src/model/index.ts';
import { ageOn } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

describe('an age that is not certain', () => {
  const clinic = new Clinic(complete);
  clinic.add([patientWith({}, { id: 'p', birthDate: '1951' })]);
  const profile = profileOf({ patient: { sex: 'female' } });
  const population = evaluate(compile(profile), clinic, asOf);
  const list = new PopulationList(population, {
    ...{ tab: 'members', language: 'da', compareText: (a: string, b: string) => (a < b ? -1 : 1) },
    patients: 1,
  });
  const view = defaultView(profile);

  it('is told as what it may be, and counted nowhere', () => {
    const column = list.columns.find(({ id }) => id === 'age')!;
    expect(list.cell(0, column).parts[0]?.text).toBe('74–75 K');
    expect(list.overview(view).ages).toMatchObject({ bands: [], unknown: 1 });
    expect(list.reasonsAt(0, view.priority).join()).not.toMatch(/ år/);
    for (const bound of [{ min: 75 }, { max: 74 }])
      expect(list.visibleRows({ ...view, filters: [{ columnId: 'age', ...bound }] })).toHaveLength(
        0,
      );
    const unknown = { columnId: 'age', states: ['unknown'] as const };
    expect(list.visibleRows({ ...view, filters: [unknown] })).toHaveLength(1);
  });

  it('is no number in a file', () => {
    const table = exportTable({
      ...{ list, view, columns: list.columns, rows: [0] },
      titleOf: ({ id }) => id,
      description: { name: 'K', coverage: complete },
    });
    const at = table.columns.findIndex(({ title }) => title === 'Alder');
    expect(table.cell(0, at)).toBeTypeOf('string');
  });
});

it('there is none before birth', () => {
  const born = { birthDate: '2020-05-01' };
  expect(ageOn(born, '2020-04-30')).toBe(undefined);
  expect(ageOn(born, '2020-05-01')).toBe(0);
  expect(describeYears({ id: 'p', name: '', ...born }, '2018-01-01')).toBe(undefined);
});
