/** Why patients are unknown or exempt, as the leaves of the clinics tell; each sum as the clinics' own and as an area's. */
import { describe, expect, it } from 'vitest';
import { withCauses, withExemptions, withFurther } from '../../fixtures/made-further.ts';
import { clinics, mine, quarters, reports } from '../../fixtures/made-reports.ts';
import { activitiesOf } from '../../src/report-element/model/activities.ts';
import { causesOf, exemptionsOf } from '../../src/report-element/model/causes.ts';
import { sheetsOf } from '../../src/report-element/model/sheet.ts';
import { mergeReports, type AreaReport, type ClinicReport } from '../../src/report/index.ts';

const last = quarters.at(-1)!;
const sheetOf = (all: readonly (ClinicReport | AreaReport)[]) =>
  sheetsOf(all, { mine: mine.id })[0]!;
const options = { madeAt: '2026-10-03T09:00:00+02:00', engine: '0.1.0' };
const area = (id: string, all: readonly ClinicReport[], more: object = {}) =>
  mergeReports(all, { ...options, level: 'municipality', area: { id, name: id }, ...more });

describe('causes', () => {
  const all = reports.map((each, at) => (at < 6 ? withCauses(each, clinics[at]!) : each));
  const told = causesOf(sheetOf(all), 'acr', last)!;

  it('are of all clinics that tell them, and mine beside', () => {
    expect(told.reported).toBe(6);
    expect(told.parts.map(({ what }) => what)).toEqual(['source', 'records', 'other']);
    const [source] = told.parts;
    expect(source!.mine).toEqual({ least: 0, most: 4, estimate: 2 });
    expect(source!.units).toHaveLength(6);
    // The sixth lacks data.
    const shares = source!.units.map(({ share }) => share!.estimate);
    expect(shares.indexOf(Math.max(...shares))).toBe(5);
    // The others' patients are in no share of those who tell it.
    expect(source!.share).toBeUndefined();
  });

  it('are the same of the area’s own report, with its clinics and as sums alone', () => {
    const counts = ({ parts }: typeof told) => parts.map((each) => each.all);
    for (const more of [{}, { clinics: false }]) {
      const again = causesOf(sheetOf([area('a', all, more)]), 'acr', last)!;
      expect(counts(again)).toEqual(counts(told));
      expect(again.reported).toBe(6);
    }
  });

  it('are nothing where the clinics tell the unknown as one', () => {
    expect(causesOf(sheetOf(reports), 'acr', last)).toBeUndefined();
  });
});

describe('exemptions', () => {
  const all = reports.map((each, at) => withExemptions(each, clinics[at]!));
  const told = exemptionsOf(sheetOf(all))!;

  it('are told where some clinic has so many, the most of a marker first', () => {
    const own = told.rows.filter(({ marker }) => marker === 'ldl');
    expect(own[0]!.reason).toBe('declined');
    expect(own.every(({ having }) => having! > 0)).toBe(true);
    expect(told.hidden).toEqual(['sglt2']);
    expect(told.reported).toBe(12);
    expect(own[0]!.mine!.least).toBeGreaterThan(0);
  });

  it('are the same of an area, of its areas, and of the clinics', () => {
    const sums = (sheet: Parameters<typeof exemptionsOf>[0]) =>
      exemptionsOf(sheet)!.rows.map(({ marker, reason, all: each }) => [marker, reason, each]);
    const two = [area('a', all.slice(0, 6)), area('b', all.slice(6))];
    expect(sums(sheetOf([area('a', all, { clinics: false })]))).toEqual(sums(sheetOf(all)));
    expect(sums(sheetOf(two))).toEqual(sums(sheetOf(all)));
    expect(exemptionsOf(sheetOf(two))!.rows[0]!.having).toBe(2);
  });

  it('are nothing where no clinic tells them', () => {
    expect(exemptionsOf(sheetOf(reports))).toBeUndefined();
  });
});

describe('care plans', () => {
  const all = reports.map((each, at) => withFurther(each, clinics[at]!));

  it('are added, as exemptions and causes are, where a clinic comes that sums alone miss', () => {
    const full = all.map((each, at) => withCauses(each, clinics[at]!));
    const late = full.at(-1)!;
    const expected = [{ id: late.clinic.id, name: late.clinic.name }];
    const sums = area('a', full.slice(0, -1), { clinics: false, expected });
    const [together, apart] = [sheetOf(full), sheetOf([sums, late])];
    expect(apart.missing).toEqual([]);
    expect(apart.causes('acr', last)).toEqual(together.causes('acr', last));
    expect(apart.further()).toEqual(together.further());
  });

  it('are the same of an area, of its areas, and of the clinics', () => {
    const [told] = activitiesOf(sheetOf(all));
    const two = [area('a', all.slice(0, 6)), area('b', all.slice(6), { clinics: false })];
    for (const given of [[area('a', all, { clinics: false })], two])
      expect(activitiesOf(sheetOf(given))[0]!.all).toEqual(told!.all);
    expect(told!.clinics).toBe(12);
    expect(told!.mine!.periods).toHaveLength(12);
    // Whose capacity nobody knows is in no band.
    expect(told!.all.bands.notKnown).toBe(1);
  });

  it('are told of those alone who have the same periods as most', () => {
    const other = {
      ...all[0]!,
      activities: [{ ...all[0]!.activities![0]!, periods: [], values: [] }],
    };
    const [told] = activitiesOf(sheetOf([other, ...all.slice(1)]));
    expect([told!.clinics, told!.all.others]).toEqual([11, 1]);
  });
});
