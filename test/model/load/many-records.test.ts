/** A patient with very many records is gone through between the page's turns, and never shown as another. */
import { expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { nextTurn, type ClinicAdapter } from '../../../src/adapter/index.ts';
import { evaluatePatient, compile } from '../../../src/engine/index.ts';
import { bySteps, PatientModel, type PatientState } from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { checkPatient, type PatientRecords } from '../../../src/record/index.ts';
import { memoryAdapter } from '../../../src/adapter/index.ts';
import { someOf } from '../../depth.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';
import { counted, fieldsRead } from '../../engine/counted-records.ts';

const count = 6000;
const day = (days: number) => new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10);
const manyOf = (id: string): PatientRecords =>
  patientWith(
    {
      diagnoses: [{ code: 'P70', from: '2022-03-14' }],
      medications: Array.from({ length: count }, (_, index) =>
        counted({ code: 'N05AH04', text: id, from: day(index), to: day(index + 3) }),
      ),
      results: Array.from({ length: count }, (_, index) => ({
        ...{ code: 'MCS88042', at: day(index), value: index % 30, unit: '1' },
      })),
    },
    { id, name: `Navn ${id}` },
  );
const patients = ['a', 'b'].map(manyOf);
const few = patientWith({ diagnoses: [{ code: 'P70', from: '2022' }] }, { id: 'c', name: 'Få' });
const adapter: ClinicAdapter = memoryAdapter({
  description: { id: 'k', name: 'K', coverage: complete },
  patients: [...patients, few],
});

const inputs = (patientId: string) => ({
  adapter,
  profiles: [demens],
  patientId,
  asOf,
  whole: true,
});
const model = () => new PatientModel({ doSlice: bySteps(1) });

/** Everything that a model has said. */
function statesOf(of: PatientModel): PatientState[] {
  const states: PatientState[] = [];
  of.subscribe(() => states.push(of.state));
  return states;
}

/** Whose records a state shows. */
const shown = ({ patient }: PatientState) =>
  patient && [...new Set(patient.records.medication.map(({ text }) => text))];

it('it is there when all is worked out, as in one go', async () => {
  const one = model();
  const states = statesOf(one);
  await one.update(inputs('a'));
  expect(new Set(states.map(({ phase }) => phase))).toEqual(new Set(['loading', 'ready']));
  const { patient } = checkPatient(patients[0]);
  const parsed = parseProfile(demens);
  if (!parsed.ok) throw new Error();
  const whole = evaluatePatient(compile(parsed.profile), patient!, complete, asOf);
  const [outcome] = one.state.outcomes;
  expect(outcome!.markers).toEqual(whole.markers);
  expect(outcome!.cells).toEqual(whole.cells);
  expect(outcome!.membership.truth).toBe('yes');
});

it('another patient takes its place after whichever turn, and nothing of the first is seen', async () => {
  for (const turns of someOf([1, 2, 5, 9, 15, 30, 60], 2)) {
    const one = model();
    const states = statesOf(one);
    const first = one.update(inputs('a'));
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    const from = states.length;
    const second = one.update(inputs('b'));
    expect(shown(one.state)).toBeUndefined();
    await Promise.all([first, second]);
    expect(one.state).toMatchObject({ phase: 'ready', patientId: 'b', isUnderWay: false });
    for (const state of states.slice(from)) {
      expect(state.patientId).toBe('b');
      expect(shown(state) ?? ['b']).toEqual(['b']);
    }
  }
});

it('who is left is not gone through any more', async () => {
  const one = model();
  void one.update(inputs('a'));
  for (let turn = 0; turn < 3; turn++) await nextTurn();
  const second = one.update(inputs('c'));
  await second;
  for (let turn = 0; turn < 3; turn++) await nextTurn();
  fieldsRead();
  for (let turn = 0; turn < 50; turn++) await nextTurn();
  expect(fieldsRead()).toBe(0);
  expect(one.state).toMatchObject({ phase: 'ready', patientId: 'c' });
});

it('seen on an earlier day the patient stands as it was until that day is worked out', async () => {
  const one = model();
  await one.update(inputs('a'));
  const [today] = one.state.outcomes;
  const states = statesOf(one);
  await one.update({ ...inputs('a'), seenOn: '2020-01-01' });
  expect(states[0]).toMatchObject({ phase: 'ready', isUnderWay: true, outcomes: [today] });
  expect(one.state.isUnderWay).toBe(false);
  expect(one.state.outcomes[0]!.asOf).toBe('2020-01-01');
  expect(one.state.present).toEqual([today]);
});

it('one with few is there without a turn in between', async () => {
  const one = new PatientModel();
  const states = statesOf(one);
  await one.update(inputs('c'));
  expect(states.filter(({ isUnderWay }) => isUnderWay)).toEqual([]);
  void one.update({ ...inputs('c'), seenOn: '2024-01-01' });
  expect(one.state.outcomes[0]!.asOf).toBe('2024-01-01');
});
