/** How wide the columns of a profile's items are, and what their heads say for all of their cells. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import { arrangeColumns } from '../../../src/model/list/columns/arrange.ts';
import { defaultView, isOwnUnit, PopulationList } from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const hba1c = { system: 'NPU', include: ['NPU27300'] };
const diabetes = { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } };

function listOf(units: readonly (string | undefined)[]) {
  const parsed = parseProfile({
    ...profileOf(diabetes),
    information: [
      { id: 'hba1c', type: 'result', title: { da: 'HbA1c' }, show: 'trend', codes: hba1c },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const clinic = new Clinic(complete);
  clinic.add(
    units.map((unit, index) =>
      patientWith(
        {
          diagnoses: [{ code: 'T90', from: '2020-01-01' }],
          results: [{ code: 'NPU27300', at: '2025-10-01', value: 53, ...(unit ? { unit } : {}) }],
        },
        { id: `p${index}` },
      ),
    ),
  );
  const list = new PopulationList(evaluate(compile(parsed.profile), clinic, asOf), {
    ...{ tab: 'members', language: 'da', patients: units.length },
    compareText: (a, b) => (a < b ? -1 : 1),
  });
  return { list, column: list.columns.find(({ id }) => id === 'item:hba1c')! };
}

describe('a column of results', () => {
  it('says the unit that most of its values have', () => {
    expect(listOf(['mmol/mol', '%', 'mmol/mol']).column.unit).toBe('mmol/mol');
    expect(listOf([undefined, undefined]).column.unit).toBeUndefined();
  });

  it('is no wider for it: it stands beside no value but those of another unit', () => {
    const long = 'a long name of a unit';
    const [plain, said] = [listOf([undefined]), listOf([long])];
    expect(said.column.width).toBe(plain.column.width);
    expect(
      listOf([...Array<string>(30).fill('%'), ...Array<string>(29).fill(long)]).column.wish,
    ).toBeGreaterThan(plain.column.width);
  });

  it('tells its own unit by any of its names, and never what has none', () => {
    const part = { text: '53' };
    expect(isOwnUnit({ ...part, unit: 'mmol/L' }, 'mmol/l')).toBe(true);
    expect(isOwnUnit({ ...part, unit: '%' }, 'mmol/mol')).toBe(false);
    expect(isOwnUnit(part, 'mmol/mol')).toBe(false);
    expect(isOwnUnit({ ...part, unit: '%' }, undefined)).toBe(false);
  });
});

it('a width that the user gave is not wished over', () => {
  const { list } = listOf(['%']);
  const view = defaultView(list.population.profile);
  const named = (columns = view.columns) =>
    arrangeColumns(list.columns, { ...view, columns }).find(({ id }) => id === 'name')!;
  expect(named().wish).toBeGreaterThan(named().width);
  const given = named([{ id: 'name', width: 90 }]);
  expect([given.width, given.wish]).toEqual([90, undefined]);
});
