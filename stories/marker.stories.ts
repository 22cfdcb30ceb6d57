import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FaultyOptions } from '../src/testing/index.ts';
import { adapterWith, asOf, patients, profiles, stage } from './stage.ts';

interface Args {
  readonly state: FaultyOptions;
  readonly patientId: string;
}

/** The attention marker for the host's patient banner. */
const meta: Meta<Args> = {
  title: 'Marker',
  component: 'overblik-marker',
  parameters: { layout: 'padded' },
  args: { state: {}, patientId: patients.medicated },
  argTypes: { state: { control: 'object' } },
  render: ({ state, patientId }) =>
    stage(
      html`<overblik-marker
        .adapter=${adapterWith(state)}
        .profiles=${profiles}
        .patientId=${patientId}
        as-of=${asOf}
      ></overblik-marker>`,
      'auto',
      'auto',
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const Critical: Story = {};
export const CriticalEnglish: Story = { globals: { language: 'en' } };
/** Where there is little room the words go on in another line: none is cut. */
export const Narrow: Story = {
  render: ({ patientId }) =>
    stage(
      html`<overblik-marker
        .adapter=${adapterWith({})}
        .profiles=${profiles}
        .patientId=${patientId}
        as-of=${asOf}
      ></overblik-marker>`,
      '9rem',
      'auto',
    ),
};
export const None: Story = { args: { patientId: patients.young } };
export const Undecided: Story = { args: { patientId: patients.undecided } };
export const Loading: Story = { args: { state: { delay: 600_000 } } };
export const Failed: Story = { args: { state: { failAt: 'patient' } } };
