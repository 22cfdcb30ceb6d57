import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/report-element.ts';
import { clinics, countsOf, mine, quarters, reports } from '../fixtures/made-reports.ts';
import { packages } from '../fixtures/packages/index.ts';
import { definitionHash, parseProfile } from '../src/profile/index.ts';
import type { OverblikReport, OwnFigures } from '../src/report-element.ts';
import { findIn, profiles, stage } from './stage.ts';

type Args = Partial<Pick<OverblikReport, 'package' | 'meeting' | 'own'>> & {
  readonly width: string;
};

const diabetes = profiles
  .map((each) => parseProfile(each))
  .flatMap((each) =>
    each.ok && each.profile.id === 'dk.type-2-diabetes' ? [each.profile] : [],
  )[0]!;
const definition = (await definitionHash(diabetes)) ?? '';
const all = reports.map((report) => ({
  ...report,
  profile: { ...report.profile, version: diabetes.version, definition },
}));
const own: OwnFigures = {
  clinicId: mine.id,
  counts: (_, date) => ({
    'hba1c-58': countsOf(mine, 'hba1c-58', date),
    acr: countsOf(mine, 'acr', date),
  }),
};
const [before, after] = quarters.slice(-2) as [string, string];

/** What a cluster meets about: beside the report, and as the slides of the meeting. */
const meta: Meta<Args> = {
  title: 'Cluster package',
  component: 'overblik-report',
  args: { package: packages[1], own, width: 'auto' },
  render: ({ width, ...props }) =>
    stage(
      html`<overblik-report
        .reports=${all}
        .profiles=${profiles}
        .expected=${clinics.map(({ id, name }) => ({ id, name }))}
        .own=${props.own}
        .package=${props.package}
        .meeting=${props.meeting}
        as-of=${after}
      ></overblik-report>`,
      width,
      'auto',
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const BesideReport: Story = {};
export const BesideReportEnglish: Story = { globals: { language: 'en' } };
export const BesideReportNarrow: Story = { args: { width: '400px' } };
/** The figures of after the meeting stand against those that it saw. */
export const AfterMeeting: Story = {
  args: {
    meeting: { met: before, agreed: 'Prøveglas sendes med indkaldelsen.\nVi ses i februar.' },
  },
};
export const AwaitingFigures: Story = { args: { meeting: { met: after } } };
export const Unusable: Story = { args: { package: { format: 'overblik-cluster-package/1' } } };

/** The presentation at one of its slides. */
const slide = (id: string): Story => ({
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('overblik-report')!;
    await findIn(canvasElement, 'overblik-report', '.focus');
    element.present();
    await findIn(canvasElement, 'overblik-report', '.slide');
    const next = () => element.renderRoot.querySelector<HTMLElement>('[data-do=next]');
    while (
      !element.renderRoot.querySelector(`[data-slide="${id}"]`) &&
      next()?.getAttribute('aria-disabled') === 'false'
    ) {
      next()?.click();
      await element.updateComplete;
    }
  },
});
export const Purpose: Story = slide('package purpose');
export const Gate: Story = slide('package gate');
export const Figures: Story = slide('package figures dk.type-2-diabetes hba1c-58');
export const Questions: Story = slide('package questions');
export const Tools: Story = slide('package tools');
export const Agreement: Story = slide('package agree');
export const FollowUp: Story = slide('package follow-up');
