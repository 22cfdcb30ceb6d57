import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/report-element.ts';
import {
  areaReport,
  clinicReport,
  clinics,
  countsOf,
  manyClinics,
  mine,
  reports,
} from '../fixtures/made-reports.ts';
import { withCarePlans, withExemptions, withFurther } from '../fixtures/made-further.ts';
import { mergeReports, periodsUntil } from '../src/report/index.ts';
import { definitionHash, parseProfile } from '../src/profile/index.ts';
import type { OwnFigures, OverblikReport, Report } from '../src/report-element.ts';
import { profiles, stage } from './stage.ts';

type Args = Partial<
  Pick<OverblikReport, 'reports' | 'own' | 'expected' | 'view' | 'loading' | 'area'>
> & { readonly documents: readonly unknown[]; readonly width: string };

const diabetes = profiles
  .map((each) => parseProfile(each))
  .flatMap((each) =>
    each.ok && each.profile.id === 'dk.type-2-diabetes' ? [each.profile] : [],
  )[0]!;
const definition = (await definitionHash(diabetes)) ?? '';

/** The reports, counted by the profile that the page has. */
const byProfile = <Some extends Report>(report: Some): Some => ({
  ...report,
  profile: { ...report.profile, version: diabetes.version, definition },
});
const all = reports.map(byProfile);
const expected = clinics.map(({ id, name }) => ({ id, name }));
const region = byProfile(
  areaReport('region', { id: '1083', name: 'Region Syddanmark' }, manyClinics(160)),
);

const own: OwnFigures = {
  clinicId: mine.id,
  counts: (_, date) => ({
    'hba1c-58': countsOf(mine, 'hba1c-58', date),
    acr: countsOf(mine, 'acr', date),
  }),
};

/** Reports of indicators: an entry of its own (`overblik/report/element`). */
const meta: Meta<Args> = {
  title: 'Report',
  component: 'overblik-report',
  args: { reports: all, documents: profiles, expected, width: 'auto' },
  render: ({ documents, width, ...props }) =>
    stage(
      html`<overblik-report
        .reports=${props.reports ?? []}
        .profiles=${documents}
        .own=${props.own}
        .expected=${props.expected ?? []}
        .area=${props.area}
        .view=${props.view ?? {}}
        ?loading=${props.loading ?? false}
      ></overblik-report>`,
      width,
      'auto',
    ),
};
export default meta;
type Story = StoryObj<Args>;

/** My clinic in its cluster, with its own numbers beside, and the region. */
export const MyClinic: Story = { args: { reports: [...all, region], own } };
export const MyClinicEnglish: Story = { ...MyClinic, globals: { language: 'en' } };
export const MyClinicNarrow: Story = { args: { ...MyClinic.args, width: '400px' } };
const told = clinics.map((each) => byProfile(withFurther(clinicReport(each), each)));
/** The clinics tell causes, exemptions and care plans too. */
export const Further: Story = { args: { reports: told, own } };
export const FurtherEnglish: Story = { ...Further, globals: { language: 'en' } };
export const FurtherNarrow: Story = { args: { ...Further.args, width: '400px' } };
/** The same as a region's sums: no clinic is in it. */
export const FurtherSumsAlone: Story = {
  args: {
    reports: mergeReports(told, {
      ...{ level: 'region', area: { id: '1083', name: 'Region Syddanmark' }, clinics: false },
      ...{ madeAt: '2026-10-03T09:00:00+02:00', engine: '0.1.0' },
    }),
    expected: [],
  },
};
/** Of exemptions no number can be told; of care plans the year alone, and no capacity is known. */
export const FurtherHidden: Story = {
  args: {
    expected: [],
    reports: clinics.slice(0, 3).map((each) => {
      const { capacity: _, ...report } = withCarePlans(
        withExemptions(clinicReport({ ...each, size: 40 }), { ...each, size: 40 }),
        each,
        periodsUntil(1, 12, '2026-09-30'),
      );
      return byProfile(report);
    }),
  },
};
/** As a visitor sees it: nobody is marked. */
export const Cluster: Story = {};
/** Two have not reported, and one has by an older version. */
export const SomeMissing: Story = {
  args: {
    own,
    reports: [...all.slice(2), { ...all[1]!, profile: { ...all[1]!.profile, version: '0.9.0' } }],
    expected: [...expected, { id: 'k13', name: 'Lægehuset Ny Mølle' }],
  },
};
/** The region's own report, without the clinics: its sums alone. */
export const SumsAlone: Story = {
  args: {
    reports: byProfile(
      areaReport('region', { id: '1083', name: 'Region Syddanmark' }, reports, {
        hasClinics: false,
      }),
    ),
    expected: [],
  },
};
/** My clinic beside its cluster's report, which has sums alone. */
export const MineBesideSums: Story = {
  args: {
    own,
    expected: [],
    reports: [
      all[3]!,
      byProfile(
        areaReport('cluster', { id: 'Klyngen ved Åen', name: 'Klyngen ved Åen' }, all, {
          hasClinics: false,
        }),
      ),
    ],
  },
};
/** Two clusters that have counted the same clinic. */
export const CountedTwice: Story = {
  args: {
    expected: [],
    reports: [0, 9].map((from) =>
      byProfile(
        areaReport('cluster', { id: `c${from}`, name: `Klynge ${from}` }, manyClinics(10, from)),
      ),
    ),
  },
};
/** A region's 116 clusters as rows. */
export const Clusters: Story = {
  args: {
    expected: [],
    reports: Array.from({ length: 116 }, (_, at) =>
      byProfile(
        areaReport('cluster', { id: `c${at}`, name: `Klynge ${at + 1}` }, manyClinics(12, at * 12)),
      ),
    ),
    area: { id: '1083', name: 'Region Syddanmark', level: 'region' },
  },
};
/** A country's 1,600 clinics, in one report. */
export const Country: Story = {
  args: {
    expected: [],
    reports: byProfile(areaReport('country', { id: 'dk', name: 'Danmark' }, manyClinics(1600))),
  },
};
export const NoReport: Story = { args: { reports: [], expected: [] } };
export const NoReportEnglish: Story = { ...NoReport, globals: { language: 'en' } };
export const Loading: Story = { args: { reports: [], loading: true } };
export const OneClinic: Story = { args: { reports: [all[3]!], own, expected: [] } };
/** So few patients that no share can be told. */
export const AllHidden: Story = {
  args: {
    expected: [],
    reports: clinics
      .slice(0, 3)
      .map((each) => byProfile(clinicReport({ ...each, size: 7, shares: { acr: [0.5, 0.5] } }))),
  },
};
/** The host has another version of the profile than they reported by. */
export const OtherVersion: Story = {
  args: {
    reports: all.map((each) => ({ ...each, profile: { ...each.profile, version: '0.9.0' } })),
  },
};
export const WithoutProfile: Story = { args: { documents: [] } };
/** My own numbers cannot be fetched. */
export const OwnFailed: Story = {
  args: { own: { ...own, counts: () => Promise.reject(new Error('500')) } },
};
/** My own clinic has not reported. */
export const WithoutMine: Story = {
  args: { reports: all.filter(({ clinic }) => clinic.id !== mine.id), own },
};
/** A document among the reports is none. */
export const Unreadable: Story = {
  args: { reports: [...all, { format: 'overblik-report/9' } as unknown as Report] },
};
