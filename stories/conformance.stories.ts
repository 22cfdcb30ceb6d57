import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/conformance-element.ts';
import type { OverblikConformance } from '../src/conformance-element.ts';
import { memoryAdapter, type ClinicAdapter } from '../src/adapter/index.ts';
import { asOf, clinic, profiles, stage } from './stage.ts';

/** Few, so that a run is over soon: it reads them a dozen times. */
const patients = clinic.patients.slice(0, 60);
const adapter = memoryAdapter({
  description: { ...clinic.description, id: 'klinik', patients: patients.length },
  patients,
});

interface Args {
  readonly adapter: ClinicAdapter | undefined;
}

/** The conformance kit, opened in the host itself: an entry of its own (`overblik/conformance/element`). */
const meta: Meta<Args> = {
  title: 'Conformance',
  component: 'overblik-conformance',
  args: { adapter },
  argTypes: { adapter: { control: false } },
  render: ({ adapter }) =>
    stage(
      html`<overblik-conformance
        .adapter=${adapter}
        .profiles=${profiles}
        as-of=${asOf}
      ></overblik-conformance>`,
      'auto',
      'auto',
    ),
};
export default meta;
type Story = StoryObj<Args>;

/** A run that has ended: one requirement is not met. */
export const Failed: Story = {
  args: {
    adapter: { ...adapter, patient: () => Promise.reject(new Error('404')) },
  },
  play: async ({ canvasElement }) => {
    await canvasElement.querySelector<OverblikConformance>('overblik-conformance')?.run();
  },
};
export const BeforeARun: Story = {};
export const NotConnected: Story = { args: { adapter: undefined } };
export const English: Story = { globals: { language: 'en' } };
