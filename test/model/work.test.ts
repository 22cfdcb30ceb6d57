/** Twice as many records of one patient are twice the work, in everything that is drawn of the patient. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/profile/index.ts';
import { manyMedicines, manyOthers, manyResults } from '../engine/many-records.ts';
import { countedModules, growthOf, workOf } from '../work.ts';
import { isDeep, someOf } from '../depth.ts';

const modules = await countedModules(async () => ({
  ...(await import('../../src/engine/index.ts')),
  ...(await import('../../src/record/index.ts')),
  ...(await import('../../src/model/index.ts')),
  ...(await import('../../src/model/cockpit/changes.ts')),
  ...(await import('../engine/build.ts')),
}));
const { asOf, changesBetween, checkPatient, complete, evaluatePatient, lastVisitBefore } = modules;
const { patientWith, planOf, viewCell, viewCockpit, viewHistory, viewMarkers, viewSources } =
  modules;

const atc = (...include: string[]) => ({ codes: { system: 'ATC', include } });
const hba1c = { codes: { system: 'NPU', include: ['NPU27300'] } };
const together: Criterion = {
  concurrent: { of: [{ medication: atc('N05') }, { medication: atc('C09') }], when: 'ever' },
};

const plan = planOf(
  { any: [{ medication: { ...atc('A-Z'), when: 'ever' } }, { result: hba1c }, together] },
  {
    information: [
      { type: 'medication', ...atc('A-Z'), when: 'ever', show: 'list' },
      { type: 'medication', ...atc('A-Z'), when: 'ever', show: 'latest' },
      { type: 'result', ...hba1c, show: 'trend' },
      { type: 'result', ...hba1c, show: 'count' },
      { type: 'diagnosis', show: 'list' },
      { type: 'appointment', show: 'next' },
      { type: 'service', show: 'list' },
      { type: 'letter', show: 'list' },
    ].map((item, index) => ({ ...item, id: `i${index}`, title: { da: `Oplysning ${index}` } })),
    markers: [
      { medication: atc('N05') },
      together,
      { result: { ...hba1c, value: { above: 50, unit: 'mmol/mol' } } },
    ].map((when, index) => ({
      ...{ id: `m${index}`, level: 'warning', title: { da: `Markør ${index}` } },
      when,
    })),
  },
);

const description = {
  name: 'Klinik',
  coverage: complete,
  sources: ['Journal', 'FMK', 'Lab'].map((id) => ({
    ...{ id, title: { da: id }, available: true },
    types: ['diagnosis', 'medication', 'result', 'service', 'appointment', 'letter'] as const,
  })),
};

/** Every kind of records in the nightly run (`npm run test:deep`), else enough of them. */
const all = Object.entries({ ...manyMedicines, ...manyResults, ...manyOthers });

const asked = all.filter(([name]) => isDeep || !/one drug|many drugs/.test(name));

describe.each(someOf(asked, 2))('%s', (_, recordsOf) => {
  const outcomeOn = (date: string, count: number) => {
    const { patient } = checkPatient(patientWith(recordsOf(count)));
    const outcome = evaluatePatient(plan, patient!, complete, date);
    // Evaluating is not drawing.
    expect([outcome.membership, outcome.markers, outcome.cells]).toBeDefined();
    return outcome;
  };

  it('the cockpit', () => {
    const growth = growthOf((count) => {
      const outcome = outcomeOn(asOf, count);
      return () => JSON.stringify(viewCockpit([outcome], 'da'));
    });
    expect(growth).toBeLessThan(2.5);
  });

  it('the list: cells with all their lines, markers', () => {
    const growth = growthOf((count) => {
      const outcome = outcomeOn(asOf, count);
      return () => [
        outcome.cells.map((cell) => viewCell(cell, outcome, asOf, 'da').lines),
        viewMarkers(outcome, 'da'),
      ];
    });
    expect(growth).toBeLessThan(2.5);
  });

  it('what changed, the last visit, where it came from', () => {
    const growth = growthOf((count) => {
      const [before, now] = [outcomeOn('2020-01-01', count), outcomeOn(asOf, count)];
      return () => [
        changesBetween([before], [now], 'da'),
        lastVisitBefore(now.patient, asOf),
        viewSources(description, now.patient, asOf, 'da'),
      ];
    });
    expect(growth).toBeLessThan(2.5);
  });
});

it('a history is put in words line by line, as it is drawn', () => {
  const count = 2000;
  const { patient } = checkPatient(patientWith(manyResults['day by day']!(count)));
  const outcome = evaluatePatient(plan, patient!, complete, asOf);
  const lines = () => viewHistory([outcome], 'da').get('result')!;
  expect(lines()).toHaveLength(count);
  // Filtered, made and sorted: some thirty blocks a record. In words it is ten times as many.
  expect(workOf(lines) / count).toBeLessThan(60);
  expect(lines()[0]).toMatchObject({ name: 'NPU27300 59 mmol/mol' });
});

it('where records came from, of as many sources', () => {
  const growth = growthOf((count) => {
    const { patient } = checkPatient(patientWith(manyResults['day by day']!(count)));
    const sources = Array.from({ length: count }, (_, index) => ({
      ...{ id: `s${index}`, title: { da: 'Kilde' }, available: true, types: ['result'] as const },
    }));
    return () => viewSources({ ...description, sources }, patient!, asOf, 'da');
  });
  expect(growth).toBeLessThan(2.5);
});
