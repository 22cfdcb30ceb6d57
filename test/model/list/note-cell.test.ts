/** A note in its cell: the beginning of a long one, the whole where it is asked for. */
import { expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import { PopulationList, type RowStatus } from '../../../src/model/index.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';

const plan = planOf({ patient: { sex: 'female' } });
const clinic = new Clinic(complete);
clinic.add([patientWith({}, { id: 'p', sex: 'female' })]);

function cellOf(status: Partial<RowStatus>) {
  const list = new PopulationList(evaluate(plan, clinic, asOf), {
    tab: 'members',
    language: 'da',
    compareText: (a, b) => (a < b ? -1 : 1),
    patients: 1,
    round: {
      statuses: {
        get: () => ({ status: 'reviewed', note: '', pending: false, ...status }) as RowStatus,
      },
      exempt: new Map(),
      done: new Set(),
    } as never,
  });
  return list.cell(
    0,
    list.columns.find(({ id }) => id === 'note')!,
  );
}
const textOf = (cell: ReturnType<typeof cellOf>) => cell.parts.map(({ text }) => text).join('');

it('draws a short one whole', () => {
  expect(textOf(cellOf({ note: 'Ring til Anna' }))).toBe('Ring til Anna');
});

it.each(['note', 'earlier'] as const)('draws the beginning of a long %s', (field) => {
  const text = 'Ring til Anna. '.repeat(5000);
  const drawn = textOf(cellOf({ [field]: text }));
  expect(drawn.length).toBeLessThanOrEqual(301);
  expect(drawn.endsWith('…')).toBe(true);
  expect(text.startsWith(drawn.slice(0, -1))).toBe(true);
});

it('has the whole for tooltip, paper and file', () => {
  const text = 'x'.repeat(75_000);
  expect(cellOf({ note: text }).lines).toEqual([text]);
});

it('cuts no character in two', () => {
  const drawn = textOf(cellOf({ note: `${'x'.repeat(299)}🙂${'y'.repeat(99)}` }));
  expect(drawn).toBe(`${'x'.repeat(299)}…`);
});
