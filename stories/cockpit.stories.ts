import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { demens } from '../fixtures/profiles/index.ts';
import type { FacedOptions } from '../src/define.ts';
import { adapterWith, asOf, patients, profiles, stage } from './stage.ts';

interface Args {
  readonly face: FacedOptions;
  readonly profiles: readonly unknown[];
  readonly patientId?: string | undefined;
  readonly deadline?: number;
  readonly width?: string;
}

/** The patient cockpit in each of its faces. */
const meta: Meta<Args> = {
  title: 'Cockpit',
  component: 'overblik-cockpit',
  args: { face: {}, profiles, patientId: patients.medicated, width: '400px' },
  argTypes: { face: { control: 'object' } },
  render: ({ face, profiles: documents, patientId, deadline, width }) =>
    stage(
      html`<overblik-cockpit
        .adapter=${adapterWith(face)}
        .profiles=${documents}
        .patientId=${patientId}
        .deadline=${deadline}
        as-of=${asOf}
      ></overblik-cockpit>`,
      width,
      'auto',
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const SidePanel: Story = {};
export const FullPage: Story = { args: { width: '100%' } };
export const NotAMember: Story = { args: { patientId: patients.young } };
export const Undecided: Story = { args: { patientId: patients.undecided } };
export const Dead: Story = { args: { patientId: patients.dead } };
export const MarkupInData: Story = { args: { patientId: patients.markup } };
export const TwoProfiles: Story = {
  args: { profiles: [demens, { ...demens, id: 'dk.anden', title: { da: 'En anden profil' } }] },
};
export const NobodyChosen: Story = { args: { patientId: undefined } };
export const Loading: Story = { args: { face: { delay: 600_000 } } };
export const MissingSource: Story = { args: { face: { missing: ['medication', 'result'] } } };
export const Failed: Story = { args: { face: { failAt: 'patient' } } };
export const Hanging: Story = { args: { face: { hang: 'patient' }, deadline: 50 } };
export const InvalidProfile: Story = { args: { profiles: [{ ...demens, codes: {} }] } };
