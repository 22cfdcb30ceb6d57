/** Why patients are unknown or exempt, as the leaves of the clinics tell. */
import { expect, it } from 'vitest';
import { clinicReport, clinics, mine, quarters, reports } from '../../fixtures/made-reports.ts';
import { causesOf, exemptionsOf } from '../../src/report-element/model/causes.ts';
import { sheetsOf } from '../../src/report-element/model/sheet.ts';
import type { ClinicReport, Leaves } from '../../src/report/index.ts';

const last = quarters.at(-1)!;

/** The same with the unknown by cause. */
function withCauses(report: ClinicReport): ClinicReport {
  const told = (leaves: Leaves | null): Leaves | null =>
    leaves && {
      ...leaves,
      unknown: [
        { cause: 'source', count: 10 },
        { cause: 'records', count: 'under' },
      ],
    };
  return {
    ...report,
    indicators: report.indicators.map((each) => ({ ...each, values: each.values.map(told) })),
    exemptions: [
      { marker: 'hba1c', reason: 'declined', count: 15 },
      { reason: '', count: 'under' },
    ],
  };
}

it('the causes of all clinics that tell them, and mine beside', () => {
  const three = clinics.slice(2, 5).map((each) => withCauses(clinicReport(each)));
  const [sheet] = sheetsOf([...three, ...reports.slice(6)], { mine: mine.id });
  expect(causesOf(sheet!, 'acr', last)).toEqual([
    {
      what: 'source',
      all: { least: 30, most: 42, estimate: 36 },
      mine: { least: 10, most: 14, estimate: 12 },
    },
    {
      what: 'records',
      all: { least: 0, most: 12, estimate: 6 },
      mine: { least: 0, most: 4, estimate: 2 },
    },
  ]);
  expect(causesOf(sheetsOf(reports)[0]!, 'acr', last)).toEqual([]);
});

it('the coded reasons of exemption, by marker', () => {
  const two = clinics.slice(0, 2).map((each) => withCauses(clinicReport(each)));
  expect(exemptionsOf(sheetsOf(two)[0]!).map(({ what, all }) => [what, all.least])).toEqual([
    [{ marker: 'hba1c', reason: 'declined' }, 30],
    [{ marker: undefined, reason: '' }, 0],
  ]);
  expect(exemptionsOf(sheetsOf(reports)[0]!)).toEqual([]);
});
