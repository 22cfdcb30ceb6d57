import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import '../src/editor.ts';
import type { OverblikProfileEditor } from '../src/editor.ts';
import { codes, everything } from '../fixtures/every-kind.ts';
import { demens } from '../fixtures/profiles/index.ts';
import { asOf, stage } from './stage.ts';

interface Args {
  readonly profile: unknown;
  /** JSON Pointer of what has the form. */
  readonly at: string;
  readonly width: string;
}

/** A document with what no form can show, and what its rules do not let stand together. */
const odd = {
  ...everything,
  colour: { of: 'blue' },
  population: {
    include: {
      medication: {
        codes: codes('ATC', 'N05A'),
        when: { last: 12 },
        first: true,
        lasting: 'P3',
        distinct: { level: 5 },
        wen: 'now',
      },
    },
  },
};

/** Makes the editor, and opens a form in it. */
function editorAt({ profile, at }: Args): TemplateResult {
  const open = (element: Element | undefined) => {
    const editor = element as OverblikProfileEditor | undefined;
    void editor?.updateComplete.then(() => editor.select(at));
  };
  return html`${keyed(
    at,
    html`<overblik-profile-editor
      .profile=${profile}
      as-of=${asOf}
      style="--overblik-height: 100%"
      ${ref(open)}
    ></overblik-profile-editor>`,
  )}`;
}

/** The forms of a profile's parts: each key of the format has a field. */
const meta: Meta<Args> = {
  title: 'Profile editor/Forms',
  component: 'overblik-profile-editor',
  parameters: { layout: 'fullscreen' },
  args: { profile: demens, at: '', width: '100%' },
  argTypes: { profile: { control: 'object' } },
  render: (args) => stage(editorAt(args), args.width),
};
export default meta;
type Story = StoryObj<Args>;

export const TheProfile: Story = {};
export const Patient: Story = { args: { profile: everything, at: '/population/include/all/0' } };
export const PatientEnglish: Story = { ...Patient, globals: { language: 'en' } };
/** Bounds, what is plausible, and a window from one day to another. */
export const Result: Story = {
  args: { profile: everything, at: '/population/include/all/1/anchor/is' },
};
export const ResultNarrow: Story = { args: { ...Result.args, width: '25rem' } };
export const SameDay: Story = { args: { profile: everything, at: '/population/include/all/2' } };
export const Concurrent: Story = { args: { profile: everything, at: '/population/include/all/4' } };
export const Medication: Story = { args: { profile: everything, at: '/population/include/all/6' } };
export const Item: Story = { args: { at: '/information/6' } };
export const Indicator: Story = { args: { at: '/indicators/0' } };
export const CodeSet: Story = { args: { at: '/codes/demens' } };
export const About: Story = { args: { at: '/about' } };
/** What the format does not know is kept and told. */
export const UnknownKey: Story = { args: { profile: odd, at: '/colour' } };
/** A window of another shape, a period that is none, and rules that are broken, each at its field. */
export const Faults: Story = { args: { profile: odd, at: '/population/include' } };
