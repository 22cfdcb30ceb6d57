/** What the head says of who has reported agrees with who is named as missing, and as not counted. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/report-element/parts/head.ts';
import { sheetsOf } from '../../src/report-element/model/sheet.ts';
import { rowOf } from '../../src/report-element/model/rows.ts';
import { reportUis } from '../../src/report-element/ui.ts';
import {
  areaReport,
  clinicReport,
  clinics,
  quarters,
  reports,
} from '../../fixtures/made-reports.ts';

const date = quarters.at(-1)!;
const expected = clinics.map(({ id, name }) => ({ id, name }));

function said(...input: Parameters<typeof sheetsOf>): readonly string[] {
  const sheet = sheetsOf(...input)[0]!;
  const row = rowOf(sheet, 'acr', date, undefined);
  return facts({ ui: reportUis.da, sheet, date, row, title: 'Type 2-diabetes' } as Parameters<
    typeof facts
  >[0]);
}

describe('how many have reported', () => {
  const refused = clinicReport(clinics[0]!, { profile: { version: '0.9.0' } });
  const some = reports.slice(1, 11);

  it('counts whoever was refused, and is short of all by those who are missing', () => {
    expect(said([refused, ...some], { expected })).toContain('11 af 12 klinikker har afleveret');
  });

  it('counts a clinic once that has reported twice', () => {
    const older = clinicReport(clinics[1]!, { madeAt: '2026-09-30T08:00:00+02:00' });
    expect(said([older, ...some], { expected })).toContain('10 af 12 klinikker har afleveret');
  });

  it('is of the sums, where they are told alone', () => {
    const area = { id: 'Klyngen ved Åen', name: 'Klyngen ved Åen' };
    const missing = [{ id: 'k1', name: 'Lægerne Åhusene' }];
    const sums = areaReport('cluster', area, some, { hasClinics: false, missing });
    const words = said([sums, reports[3]!], { mine: 'k4' });
    expect(words).toContain('10 af 11 klinikker har afleveret');
  });
});
