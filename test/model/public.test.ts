/** R26: nothing that is public in the models takes a day that does not exist for another day. */
import { describe, expect, it } from 'vitest';
import {
  ActionRun,
  describeCoverage,
  describeCoverageQuality,
  describeFreshness,
  describeRecord,
  describeUpdated,
  describeYears,
  defaultView,
  exemptMarkersOf,
  ExportRun,
  exportTable,
  freshnessOf,
  PatientModel,
  PopulationList,
  resultTable,
  RoundModel,
  viewCell,
  viewCockpit,
  viewContacts,
  viewSources,
  viewWhy,
  whenOf,
} from '../../src/model/index.ts';
import { Clinic, evaluate } from '../../src/engine/index.ts';
import { memoryAdapter } from '../../src/adapter/index.ts';
import { asOf, complete, outcomeOf, patientWith, planOf } from '../engine/build.ts';

const plan = planOf(
  { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } },
  { information: [{ id: 'd', type: 'diagnosis', title: { da: 'D' } }] },
);
const outcome = outcomeOf(
  plan,
  patientWith({ diagnoses: [{ code: 'P70', text: 'Demens', from: '2020-01-01' }] }),
);
const { patient, profile } = outcome;
const [record] = patient.records.diagnosis;
const clinic = new Clinic(complete);
clinic.add([patientWith({ diagnoses: [{ code: 'P70', text: 'Demens', from: '2020-01-01' }] })]);
const list = new PopulationList(evaluate(plan, clinic, asOf), {
  ...{ tab: 'members', language: 'da', compareText: (a, b) => (a < b ? -1 : 1) },
  patients: 1,
});
const description = { name: 'K', coverage: complete };
const adapter = memoryAdapter({ description, patients: [] });
const action = {
  id: 'a',
  label: { da: 'A' },
  scope: 'many',
  run: () => Promise.resolve([]),
} as const;
const coverage = { available: true, updated: '2026-11-14' };
const freshness = freshnessOf('2026-11-14', asOf);

/** Every public function that takes a date from its caller. */
const asked: Readonly<Record<string, (date: string) => unknown>> = {
  describeCoverage: (date) => describeCoverage(coverage, date, 'da'),
  'describeCoverage of nothing': (date) => describeCoverage(undefined, date, 'da'),
  describeCoverageQuality: (date) =>
    describeCoverageQuality(
      {
        ...{ type: 'result', isAsked: true, state: 'available', coverage },
        ...{ freshness, patientIds: [] },
      },
      date,
      'da',
    ),
  describeFreshness: (date) => describeFreshness(freshness, date, 'da'),
  describeRecord: (date) => describeRecord(record!, date, 'da', outcome),
  describeUpdated: (date) => describeUpdated('', date, 'da'),
  describeYears: (date) => describeYears(patient.patient, date),
  exemptMarkersOf: (date) => exemptMarkersOf({ patientId: 'p1', status: 'new' }, date),
  'ExportRun.start': (date) =>
    new ExportRun().start(
      { title: 'T', columns: [], rows: 0, cell: () => undefined, info: [], language: 'da' },
      'csv',
      date,
    ),
  'exportTable at a time': (date) =>
    exportTable({
      ...{ list, columns: list.columns, rows: [], view: defaultView(profile), description },
      ...{ titleOf: ({ id }) => id, at: date },
    }),
  'a filter of the list': (date) =>
    list.visibleRows({ ...defaultView(profile), filters: [{ columnId: 'item:d', min: date }] }),
  freshnessOf: (date) => freshnessOf(undefined, date),
  'PatientModel.on': (date) => new PatientModel().on(date),
  resultTable: (date) =>
    resultTable(new ActionRun(action, [], { from: 'population' }, { key: 'k' }), {
      ...{ patients: [], clinic: 'K', at: date, language: 'da' },
    }),
  'RoundModel.update': (date) =>
    new RoundModel().update({
      ...{ adapter, profile, asOf: date, now: () => `${asOf}T12:00:00Z` },
      ...{ members: [], undecided: [], complete: true },
    }),
  viewCell: (date) => viewCell(outcome.cells[0]!, outcome, date, 'da'),
  viewCockpit: (date) => viewCockpit([outcome], 'da', { today: date }),
  viewContacts: (date) => viewContacts(patient, date),
  viewSources: (date) => viewSources(description, patient, date, 'da'),
  'viewSources on another day': (date) => viewSources(description, patient, asOf, 'da', date),
  viewWhy: (date) => viewWhy(outcome, 'da', date),
  whenOf: (date) => whenOf(record!, date, 'da'),
};

/** What a call throws, or rejects with. */
async function errorOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe.each(Object.entries(asked))('%s', (_, ask) => {
  it.each(['2026-02-30', '', '2026', '24-11-2026'])(
    'the day %j does not exist: an error that says what to do',
    async (date) => {
      const error = await errorOf(() => ask(date));
      expect(error).toBeInstanceOf(RangeError);
      expect(String(error)).toMatch(/ is no calendar date: give .* YYYY-MM-DD/);
    },
  );

  it('takes a day that exists', async () => {
    expect(await errorOf(() => ask(asOf))).toBeUndefined();
  });
});
