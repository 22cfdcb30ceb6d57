import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/editor.ts';
import { demens } from '../fixtures/profiles/index.ts';
import { adapterWith, asOf, profiles, stage } from './stage.ts';

interface Args {
  readonly profile: unknown;
  readonly connected: boolean;
  readonly width: string;
}

/** A profile under way: as a tree, with a form for each part. */
const meta: Meta<Args> = {
  title: 'Profile editor',
  component: 'overblik-profile-editor',
  parameters: { layout: 'fullscreen' },
  args: { profile: demens, connected: true, width: '100%' },
  argTypes: { profile: { control: 'object' } },
  render: ({ profile, connected, width }) =>
    stage(
      html`<overblik-profile-editor
        .adapter=${connected ? adapterWith() : undefined}
        .profiles=${profiles}
        .profile=${profile}
        as-of=${asOf}
        style="--overblik-height: 100%"
      ></overblik-profile-editor>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const Whole: Story = {};
export const WholeEnglish: Story = { globals: { language: 'en' } };
/** Nothing is said yet: what is missing is told. */
export const NewProfile: Story = { args: { profile: undefined } };
export const Narrow: Story = { args: { width: '25rem' } };
