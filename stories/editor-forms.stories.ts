import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import '../src/editor.ts';
import type { OverblikProfileEditor } from '../src/editor.ts';
import { demens } from '../fixtures/profiles/index.ts';
import { asOf, stage } from './stage.ts';

interface Args {
  readonly profile: unknown;
  /** JSON Pointer of what has the form. */
  readonly at: string;
  readonly width: string;
}

const codes = (system: string, ...include: readonly string[]) => ({ system, include });

/** A profile that uses what the format has, one criterion a kind. */
const everything = {
  format: 'overblik-profile/1',
  id: 'dk.alt',
  version: '1.0.0',
  status: 'draft',
  title: { da: 'Alt, hvad formatet har', en: 'All that the format has' },
  purpose: [{ da: 'Vise formularerne', en: 'Show the forms' }],
  codes: { demens: { ...codes('ICPC-2', 'P70', 'P20'), title: { da: 'Demens', en: 'Dementia' } } },
  population: {
    include: {
      all: [
        {
          patient: {
            age: { min: 18, max: 'P540M', on: '-P1Y' },
            sex: 'female',
            registered: { when: { last: 'P2Y' } },
            municipality: ['0101', '0751'],
            listed: true,
          },
        },
        {
          anchor: {
            on: { diagnosis: { codes: 'demens' } },
            pick: 'earliest',
            is: {
              result: {
                codes: codes('NPU', 'NPU27300'),
                when: { from: 'P0D', to: '+P3M' },
                pick: 'latest',
                value: { above: 48.5, unit: 'mmol/mol', plausible: { min: 10, max: 200 } },
              },
            },
          },
        },
        {
          sameDay: {
            of: [
              {
                result: {
                  codes: codes('NPU', 'DNK05472'),
                  pick: 'lowest',
                  value: { below: 140, unit: 'mm[Hg]' },
                },
              },
              { service: { codes: codes('ydelse', '2150'), specialty: '80' } },
            ],
            when: { last: 'P1Y6M' },
          },
        },
        {
          change: {
            of: { codes: codes('NPU', 'DNK35302') },
            from: 'previous',
            value: { below: -5, unit: 'mL/min' },
          },
        },
        {
          concurrent: {
            of: [
              { medication: { codes: codes('ATC', 'C09'), strength: { atLeast: 5, unit: 'mg' } } },
              { medication: { codes: [codes('ATC', 'C03'), codes('ATC', 'M01A')] } },
            ],
            lasting: 'P14D',
          },
        },
        {
          sequence: {
            of: [{ referral: { status: ['sent', 'accepted'] } }, { letter: {} }],
            within: 'P3M',
          },
        },
        {
          medication: {
            codes: codes('ATC', 'N05A'),
            when: { last: 'P12M' },
            lasting: { atLeast: 'P3M', atMost: 'P1Y' },
            gap: 'P14D',
          },
        },
        { not: { atLeast: 2, of: [{ diagnosis: {} }, { note: { first: true, when: 'now' } }] } },
      ],
    },
  },
  information: [],
};

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
export const Population: Story = { args: { at: '/population' } };
export const Patient: Story = { args: { profile: everything, at: '/population/include/all/0' } };
export const PatientEnglish: Story = { ...Patient, globals: { language: 'en' } };
export const Anchor: Story = { args: { profile: everything, at: '/population/include/all/1' } };
/** Bounds, what is plausible, and a window from one day to another. */
export const Result: Story = {
  args: { profile: everything, at: '/population/include/all/1/anchor/is' },
};
export const ResultNarrow: Story = { args: { ...Result.args, width: '25rem' } };
export const SameDay: Story = { args: { profile: everything, at: '/population/include/all/2' } };
export const Change: Story = { args: { profile: everything, at: '/population/include/all/3' } };
export const Concurrent: Story = { args: { profile: everything, at: '/population/include/all/4' } };
export const Sequence: Story = { args: { profile: everything, at: '/population/include/all/5' } };
export const Medication: Story = { args: { profile: everything, at: '/population/include/all/6' } };
export const Item: Story = { args: { at: '/information/6' } };
export const Marker: Story = { args: { at: '/markers/0' } };
export const Indicator: Story = { args: { at: '/indicators/0' } };
export const CodeSet: Story = { args: { at: '/codes/demens' } };
export const About: Story = { args: { at: '/about' } };
/** What the format does not know is kept and told. */
export const UnknownKey: Story = { args: { profile: odd, at: '/colour' } };
/** A window of another shape, a period that is none, and rules that are broken, each at its field. */
export const Faults: Story = { args: { profile: odd, at: '/population/include' } };
