/** What clinics report of exemptions: by coded reasons, without patients, without small numbers. */
import { describe, expect, it } from 'vitest';
import type { CheckedRound } from '../../src/adapter/index.ts';
import {
  exemptionCountsReport,
  readExemptionReports,
  reportFromRounds,
} from '../../src/archive/index.ts';
import { requireParsed } from '../cli/parsed.ts';
import { diabetes } from '../cli/call.ts';

const profile = requireParsed(diabetes());
const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);
const report = (many: number, few: number) =>
  exemptionCountsReport(
    [
      { marker: 'hba1c-mangler', reason: 'declined', patientIds: people(many) },
      { marker: 'hba1c-mangler', reason: 'Hr. Jensen vil ikke', patientIds: people(few) },
      { marker: undefined, reason: '', patientIds: people(few) },
    ],
    profile,
    '2026-11-24',
  );

describe('a clinic’s report', () => {
  it('has a row for each marker and reason, rounded, and no word that the clinic wrote', () => {
    const text = JSON.stringify(report(13, 2));
    expect(text).not.toMatch(/Jensen|p0/);
    const { counts } = report(13, 2);
    expect(counts).toHaveLength(2 * 7);
    expect(counts).toContainEqual({ marker: 'hba1c-mangler', reason: 'declined', count: 10 });
    expect(counts).toContainEqual({ marker: 'hba1c-mangler', reason: 'other', count: 'under' });
  });

  it('says the same of nobody and of somebody', () => {
    const rows = (many: number) =>
      report(many, 0).counts.map(({ marker, reason }) => [marker, reason]);
    expect(rows(0)).toEqual(rows(50));
    expect(report(0, 0)).toEqual(report(4, 4));
  });
});

describe('from stored rounds', () => {
  const round = (nr: number, at: string, members: object[], id = profile.id) =>
    ({
      rejected: [],
      round: {
        id: `${id}#${nr}`,
        revision: 1,
        profile: { id, version: '1.0.0' },
        asOf: at,
        members,
      },
    }) as unknown as CheckedRound;
  const exempt = (patientId: string, more: object = {}) => ({
    ...{ patientId, status: 'follow-up' },
    exemptions: [{ marker: 'hba1c-mangler', reason: 'declined', ...more }],
  });

  it('counts who is exempt by the latest of the profile, on the day', () => {
    const members = [
      ...people(6).map((id) => exempt(id)),
      exempt('over', { until: '2026-11-23' }),
      { patientId: 'whole', status: 'exempt', exemptReason: 'wrong-data' },
    ];
    const made = reportFromRounds(
      [
        round(2, '2026-11-01', members),
        round(
          1,
          '2025-11-01',
          people(60).map((id) => exempt(id)),
        ),
        round(
          3,
          '2026-11-20',
          people(90).map((id) => exempt(id)),
          'dk.andet',
        ),
      ],
      profile,
      '2026-11-24',
    );
    expect(made?.counts.filter(({ count }) => count !== 'under')).toEqual([
      { marker: 'hba1c-mangler', reason: 'declined', count: 5 },
    ]);
    expect(JSON.stringify(made)).not.toMatch(/whole|"over"|p0/);
  });

  it('is none where there is no round', () => {
    expect(reportFromRounds([], profile, '2026-11-24')).toBeUndefined();
  });
});

describe('what the archive makes of them', () => {
  it('adds up what is told, and says of how many clinics it is not', () => {
    const { summaries, unreadable } = readExemptionReports(
      [report(13, 2), JSON.stringify(report(21, 7))],
      profile.id,
    );
    expect(unreadable).toBe(0);
    expect(summaries).toMatchObject([{ version: '1.0.0', clinics: 2 }]);
    const [, marker] = summaries[0]!.markers;
    expect(marker!.reasons).toContainEqual({ reason: 'declined', count: 30, under: 0 });
    expect(marker!.reasons).toContainEqual({ reason: 'other', count: 5, under: 1 });
  });

  it.each<readonly [what: string, given: unknown]>([
    ['no JSON', '{'],
    ['another profile', { ...report(5, 5), profile: 'dk.andet' }],
    ['a number that names somebody', { ...report(5, 5), counts: [{ reason: '', count: 1 }] }],
    ['a number that is not rounded', { ...report(5, 5), counts: [{ reason: '', count: 7 }] }],
    ['a reason of its own', { ...report(5, 5), counts: [{ reason: 'x', count: 5 }] }],
    ['nothing', null],
  ])('does not read %s, and says so', (_, given) => {
    expect(readExemptionReports([given], profile.id)).toEqual({ summaries: [], unreadable: 1 });
  });
});
