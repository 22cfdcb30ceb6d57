import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/editor.ts';
import { demens, osteoporose } from '../fixtures/profiles/index.ts';
import type { ClinicAdapter } from '../src/define.ts';
import { adapterWith, asOf, clinic, stage } from './stage.ts';

interface Args {
  readonly profile: unknown;
  readonly adapter: () => ClinicAdapter | undefined;
  readonly width: string;
}

/** How many patients of the clinic each rule finds, leaves and changes, while one types. */
const meta: Meta<Args> = {
  title: 'Profile editor/Attrition',
  component: 'overblik-profile-editor',
  parameters: { layout: 'fullscreen' },
  args: { profile: osteoporose, adapter: () => adapterWith(), width: '100%' },
  argTypes: { profile: { control: 'object' } },
  render: ({ profile, adapter, width }) =>
    stage(
      html`<overblik-profile-editor
        .adapter=${adapter()}
        .profile=${profile}
        as-of=${asOf}
        style="--overblik-height: 100%"
      ></overblik-profile-editor>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

/** Beside each rule: alone, left after it, only because of it, undecided; and the switch that leaves it out. */
export const Numbers: Story = {};
export const NumbersEnglish: Story = { globals: { language: 'en' } };
export const NumbersNarrow: Story = { args: { width: '25rem' } };

/** A rule is not written to its end: those that do not depend on it have their numbers, the others say why not. */
export const HalfWritten: Story = {
  args: {
    profile: {
      ...(demens as object),
      population: {
        include: { all: [(demens as { population: { include: unknown } }).population.include, {}] },
      },
    },
  },
};
export const NoClinic: Story = { args: { adapter: () => undefined } };
/** It takes a while: how far it is stands in the head. */
export const Loading: Story = { args: { adapter: () => adapterWith({ hangAfter: 120 }) } };
export const LoadFailed: Story = { args: { adapter: () => adapterWith({ failAt: 'records' }) } };
/** The numbers are those of the patients who came. */
export const Incomplete: Story = { args: { adapter: () => adapterWith({ cutAfter: 200 }) } };
/** A source is missing: what it would have told is undecided, and never no. */
export const MissingSource: Story = {
  args: { adapter: () => adapterWith({ missing: ['medication'] }) },
};
/** The clinic's system searches by itself: nobody can be counted. */
export const SearchOnly: Story = {
  args: {
    adapter: () => {
      const { records: _, ...others } = adapterWith();
      return {
        ...others,
        search: () => Promise.resolve({ patients: clinic.patients.length, found: [] }),
      };
    },
  },
};
