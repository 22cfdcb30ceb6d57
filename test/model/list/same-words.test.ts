/** A row of the list says of a patient what the cockpit says: the one is read off columns, the other off the records. */
import { expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { profiles } from '../../../fixtures/profiles/index.ts';
import { Clinic, compile, evaluate, evaluatePatient } from '../../../src/engine/index.ts';
import { textComparer } from '../../../src/i18n/numbers.ts';
import { viewCell, type CellView } from '../../../src/model/cells.ts';
import { PopulationList } from '../../../src/model/index.ts';
import { whyOf } from '../../../src/model/list/rows/why.ts';
import { viewMarkers } from '../../../src/model/marker-view.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { complete, patientWith } from '../../engine/build.ts';
import { asOf } from '../../figures.ts';

const isDeep = Number(process.env.OVERBLIK_DEEP ?? 1) > 1;
const plans = profiles.map((document) => {
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return compile(parsed.profile);
});

/** What is drawn of a cell. */
const drawn = ({ lines, parts, tone }: CellView) => ({ lines, parts, tone });

/** Every cell, marker and reason of some rows, in the list and in the cockpit. */
function bothOf(clinic: Clinic, plan: (typeof plans)[number], most: number) {
  const population = evaluate(plan, clinic, asOf);
  return (['members', 'undecided'] as const).flatMap((tab) => {
    const options = { tab, language: 'da', patients: clinic.size } as const;
    const list = new PopulationList(population, { ...options, compareText: textComparer('da') });
    return list.population[tab].slice(0, most).map((id, index) => {
      const row = list.row(index);
      const outcome = evaluatePatient(plan, clinic.patient(id)!, clinic.coverage, asOf);
      const { information } = plan.profile;
      return {
        inList: {
          ...{ id, markers: row.markers, why: row.why },
          cells: information.map((item) => drawn(row.cell(item.id))),
        },
        inCockpit: {
          ...{ id, markers: viewMarkers(outcome, 'da'), why: whyOf(outcome, 'da') },
          cells: outcome.cells.map((cell) => drawn(viewCell(cell, outcome, asOf, 'da'))),
        },
      };
    });
  });
}

it('of everybody in the made clinic', { timeout: isDeep ? 600_000 : 60_000 }, () => {
  const { description, patients } = generateClinic(isDeep ? {} : { size: 800 });
  const clinic = new Clinic(description.coverage);
  clinic.add(patients);
  let rows = 0;
  for (const plan of plans)
    for (const { inList, inCockpit } of bothOf(clinic, plan, isDeep ? Infinity : 40)) {
      expect(inList).toEqual(inCockpit);
      rows++;
    }
  expect(rows).toBeGreaterThan(200);
});

it('of a treatment that goes on under another prescription', () => {
  const clinic = new Clinic(complete);
  const medication = (from: string, to?: string) => ({
    ...{ code: 'N05AH04', text: 'Quetiapin', from },
    ...(to === undefined ? {} : { to }),
  });
  clinic.add([
    patientWith(
      {
        diagnoses: [{ code: 'P70', from: '2022-03-14' }],
        medications: [medication('2020-01-01', '2026-01-04'), medication('2026-01-05')],
      },
      { id: 'a' },
    ),
  ]);
  const demens = plans.find(({ profile }) => profile.id === 'dk.demens')!;
  const [both] = bothOf(clinic, demens, 1);
  expect(both!.inList).toEqual(both!.inCockpit);
  expect(JSON.stringify(both!.inList.cells)).toContain('aktiv siden 1. jan. 2020');
});
