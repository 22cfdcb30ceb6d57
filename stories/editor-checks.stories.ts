import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/editor.ts';
import type { OverblikProfileEditor } from '../src/editor.ts';
import { demens, kol } from '../fixtures/profiles/index.ts';
import { readWordTable } from '../src/authoring/index.ts';
import { adapterWith, asOf, clickIn, findIn, stage } from './stage.ts';

interface Args {
  readonly profile: unknown;
  readonly panel: 'checks' | 'tests' | 'publish' | 'table';
  readonly at: string;
  readonly connected: boolean;
  readonly width: string;
}

const tag = 'overblik-profile-editor';

/** What assures a profile: checks, test patients, publishing; and the programme's table as a way in. */
const meta: Meta<Args> = {
  title: 'Profile editor/Assurance',
  component: tag,
  parameters: { layout: 'fullscreen' },
  args: { profile: demens, panel: 'checks', at: '', connected: false, width: '100%' },
  argTypes: { profile: { control: 'object' } },
  render: ({ profile, panel, at, connected, width }) => {
    const open = (element: Element | undefined) => {
      const editor = element as OverblikProfileEditor | undefined;
      void editor?.updateComplete.then(() => {
        editor.showPanel(panel);
        editor.select(at);
      });
    };
    return stage(
      html`<overblik-profile-editor
        .adapter=${connected ? adapterWith() : undefined}
        .profile=${profile}
        as-of=${asOf}
        style="--overblik-height: 100%"
        ${ref(open)}
      ></overblik-profile-editor>`,
      width,
    );
  },
};
export default meta;
type Story = StoryObj<Args>;

const has = (...include: readonly string[]) => ({
  diagnosis: { codes: { system: 'ICPC-2', include } },
});
const doubtful = {
  ...demens,
  population: { include: { any: [has('P70', 'P70'), has('P20'), has('P20')] } },
  codes: { ...demens.codes, ubrugt: { system: 'ATC', include: ['N05A'] } },
};
const faulty = {
  ...doubtful,
  titel: 'Demens',
  population: { include: { any: [has('P7O P71'), { diagnosis: { codes: 'demes' } }] } },
};
const pasted = `Patienter med demens
Formål: Skabe overblik over populationen
| Kriterier | Beskrivelse | Regler |
| Inklusionskriterier | Patienter registreret med følgende diagnosekoder<br>og/eller<br>får et præparat med følgende ATC-koder | ICPC: P70, P20<br>ATC: N06DA02, P15 |
| Eksklusionskriterier | Patienter med nyligt fald i MMSE under 20 | Prøvekoder: MCS88042 |
| Datatyper | Beskrivelse | Regler |
| Patient | Cpr, navn, skostørrelse | |
| Medicin | Antipsykotika<br>Antidepressiva<br>Sovemidler | ATC: N05A<br>N06A |
| Ydelser | EKG | |`;
const fromTable = readWordTable(pasted).document;
const wrong = {
  ...kol,
  about: {
    ...kol.about,
    tests: [
      {
        title: { da: 'Ung med astma' },
        on: asOf,
        patient: { age: 20 },
        diagnoses: ['R96'],
        expect: { population: 'yes' },
      },
    ],
  },
};

/** Each at its place in the tree, over its form and in the list; a key mends it and goes on to the next. */
export const Checks: Story = { args: { profile: doubtful, at: '/population/include/any/2' } };
export const ChecksEnglish: Story = { ...Checks, globals: { language: 'en' } };
export const ChecksNarrow: Story = { args: { ...Checks.args, width: '25rem' } };
/** Errors of the format come first. */
export const ChecksOfAnInvalidProfile: Story = { args: { profile: faulty } };
/** Over a clinic it is told too which rules find nobody, and what has no source. */
export const ChecksOverAClinic: Story = { args: { profile: doubtful, connected: true } };
export const NothingToTell: Story = {};

export const TestPatients: Story = { args: { panel: 'tests' } };
/** What comes out otherwise than expected, and why. */
export const TestPatientFails: Story = { args: { profile: wrong, panel: 'tests' } };
/** Who it is, what is recorded, and which answers are expected. */
export const TestPatientForm: Story = {
  args: { profile: wrong, panel: 'tests' },
  play: ({ canvasElement }) => clickIn(canvasElement, tag, '[data-test="0"]'),
};
export const TestPatientFormNarrow: Story = {
  ...TestPatientForm,
  args: { ...TestPatientForm.args, width: '25rem' },
};
/** A draft that nobody tests: patients are made up for each rule. */
export const NothingTested: Story = { args: { profile: fromTable, panel: 'tests' } };

/** What is changed since the version before, in words; its number follows from that. */
export const Publish: Story = {
  args: { panel: 'publish' },
  play: async ({ canvasElement }) => {
    await findIn(canvasElement, tag, '.publish');
    const editor = canvasElement.querySelector<OverblikProfileEditor>(tag);
    editor?.draft.edit([{ op: 'remove', path: '/markers/0' }], { da: 'Fjern markør' });
  },
};
export const PublishEnglish: Story = { ...Publish, globals: { language: 'en' } };
/** Not every rule is tried: a reason is asked. */
export const PublishUntested: Story = { args: { profile: fromTable, panel: 'publish' } };

export const PasteTable: Story = { args: { panel: 'table' } };
/** What is read, what is not, and what was read in one way of several. */
export const PastedTable: Story = {
  args: { panel: 'table' },
  play: async ({ canvasElement }) => {
    const field = (await findIn(canvasElement, tag, '.word-table textarea')) as HTMLTextAreaElement;
    field.value = pasted;
    field.dispatchEvent(new Event('input'));
  },
};
