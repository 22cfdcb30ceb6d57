import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { demens } from '../fixtures/profiles/index.ts';
import type { FacedOptions } from '../src/define.ts';
import { adapterWith, asOf, profiles, stage } from './stage.ts';

interface Args {
  readonly face: FacedOptions;
  readonly profiles: readonly unknown[];
  readonly density?: 'compact';
  readonly deadline?: number;
  readonly width?: string;
  readonly connected: boolean;
}

/** The population list in each of its faces. */
const meta: Meta<Args> = {
  title: 'Population',
  component: 'overblik-population',
  args: { face: {}, profiles, connected: true },
  argTypes: { face: { control: 'object' } },
  render: ({ face, profiles: documents, density, deadline, width, connected }) =>
    stage(
      html`<overblik-population
        .adapter=${connected ? adapterWith(face) : undefined}
        .profiles=${documents}
        .density=${density}
        .deadline=${deadline}
        as-of=${asOf}
      ></overblik-population>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

const nobody = { ...demens, population: { include: { patient: { age: { min: 130 } } } } };

export const Ready: Story = {};
export const Compact: Story = { args: { density: 'compact' } };
export const Narrow: Story = { args: { width: '400px' } };
export const Loading: Story = { args: { face: { delay: 600_000 } } };
export const NoClinic: Story = { args: { connected: false } };
export const NoProfile: Story = { args: { profiles: [] } };
export const NoMembers: Story = { args: { profiles: [nobody] } };
export const MissingSource: Story = { args: { face: { missing: ['medication'] } } };
export const CutShort: Story = { args: { face: { cutAfter: 1500 } } };
export const BadRecords: Story = { args: { face: { junk: 60 } } };
export const Failed: Story = { args: { face: { failAt: 'records' } } };
export const Hanging: Story = { args: { face: { hang: 'records' }, deadline: 50 } };
export const InvalidProfile: Story = {
  args: { profiles: [{ ...demens, codes: {}, markers: [{ id: 'x', level: 'high' }] }] },
};
