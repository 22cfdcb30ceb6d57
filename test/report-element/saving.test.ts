/** What is saved of the area: its protected figures, as on the screen; no name of a clinic, and no number of my own. */
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/report/index.ts';
import { sheetsOf } from '../../src/report-element/model/sheet.ts';
import { areaReportOf } from '../../src/report-element/saving/area.ts';
import { areaReport, clinics, mine, quarters, reports } from '../../fixtures/made-reports.ts';

const options = { mine: mine.id, expected: clinics.map(({ id, name }) => ({ id, name })) };
const late = reports.at(-1)!;
const [sheet] = sheetsOf(reports.slice(0, -1), options);
const saved = areaReportOf(sheet!);

describe('the area’s report as a file', () => {
  it('is one that can be read, with the same figures', () => {
    const reading = readReport(JSON.stringify(saved));
    expect(reading.ok).toBe(true);
    const [again] = sheetsOf(reading.ok ? [reading.report] : []);
    for (const date of quarters)
      for (const id of sheet!.indicators)
        expect(again!.total(id, date)).toEqual(sheet!.total(id, date));
    expect(again!.units).toHaveLength(11);
  });

  it('names no clinic but those who have not reported, and does not tell mine from the others', () => {
    const text = JSON.stringify(saved);
    for (const { name, id } of clinics.slice(0, -1)) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(`"${id}"`);
    }
    expect(saved.missing).toEqual([{ id: late.clinic.id, name: late.clinic.name }]);
    const [other] = sheetsOf(reports.slice(0, -1).toReversed(), { ...options, mine: 'k1' });
    expect(areaReportOf(other!).clinics).toEqual(saved.clinics);
  });

  it('holds leaves and their sums, and no other number', () => {
    const { base } = saved.protection;
    for (const { indicators } of saved.clinics!)
      for (const { values } of indicators)
        for (const leaves of values)
          for (const leaf of Object.values(leaves!))
            expect(leaf === 'under' || (leaf as number) % base === 0).toBe(true);
  });

  it('has no leaves of mine where mine alone stand beside the area’s sums', () => {
    const area = { id: 'Klyngen ved Åen', name: 'Klyngen ved Åen' };
    const sums = areaReport('cluster', area, reports, { hasClinics: false });
    const [beside] = sheetsOf([sums, reports[3]!], { mine: mine.id });
    expect(beside!.mine?.id).toBe(mine.id);
    const file = areaReportOf(beside!);
    expect(file.clinics).toBeUndefined();
    expect(readReport(JSON.stringify(file)).ok).toBe(true);
  });

  it('takes in who joined', () => {
    const area = areaReport('cluster', { id: 'a', name: 'A' }, reports.slice(0, -1), {
      missing: [{ id: late.clinic.id, name: late.clinic.name }],
    });
    const [joined] = sheetsOf([area], {}, [late]);
    expect(areaReportOf(joined!).clinics).toHaveLength(12);
    expect(areaReportOf(joined!).missing).toEqual([]);
  });
});
