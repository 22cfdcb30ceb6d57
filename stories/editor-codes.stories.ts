import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/editor.ts';
import type { OverblikProfileEditor } from '../src/editor.ts';
import { demens } from '../fixtures/profiles/index.ts';
import { demoTerminology } from '../fixtures/terminology/index.ts';
import type { Terminology } from '../src/authoring/index.ts';
import { adapterWith, asOf, stage } from './stage.ts';

interface Args {
  readonly profile: unknown;
  readonly selected: string;
  readonly terminology: Terminology | undefined;
  readonly connected: boolean;
  readonly width: string;
  /** What is opened in it. */
  readonly opened?: 'search' | 'paste' | 'missed' | 'below' | undefined;
}

/** The population's codes: some too many, some that are retired or unknown, and some that are missed. */
const worn = {
  ...demens,
  codes: {
    ...demens.codes,
    demens: {
      ...demens.codes.demens,
      include: ['P70', 'P20', 'P15', 'P2O', 'P70'],
      exclude: ['P71'],
    },
    mmse: { ...demens.codes.mmse, include: ['MCS88042', 'DNK35131'] },
  },
};

const find = <Found extends HTMLElement>(editor: OverblikProfileEditor, selector: string) =>
  editor.shadowRoot!.querySelector<Found>(selector);

function write(editor: OverblikProfileEditor, selector: string, text: string): void {
  const field = find<HTMLInputElement>(editor, selector);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const open = {
  search: async (editor: OverblikProfileEditor) => write(editor, '.code-search input', 'n05a'),
  paste: async (editor: OverblikProfileEditor) => {
    find(editor, '[id^="codes-paste-open"]')?.click();
    await editor.updateComplete;
    write(
      editor,
      '.paste textarea',
      'Kode;Tekst;Antal\nN06DA02;Donepezil;12\nn06da05;Ipidacrin;1\nN06D;\nN06DAO4;Galantamin;3\nhej\nP70;Demens;40',
    );
  },
  missed: async (editor: OverblikProfileEditor) => {
    const list = find<HTMLDetailsElement>(editor, '.missed');
    if (list) list.open = true;
  },
  below: async (editor: OverblikProfileEditor) => {
    for (let tries = 0; tries < 200 && !find(editor, 'button.twist'); tries++)
      await new Promise(requestAnimationFrame);
    find(editor, 'button.twist')?.click();
  },
};

/** Codes in the profile editor: looked up in the host's terminology, pasted, left out, and missed. */
const meta: Meta<Args> = {
  title: 'Profile editor/Codes',
  component: 'overblik-profile-editor',
  parameters: { layout: 'fullscreen' },
  args: {
    profile: demens,
    selected: '/codes/demensmedicin',
    terminology: demoTerminology(),
    connected: true,
    width: '100%',
  },
  argTypes: {
    opened: { control: 'radio', options: ['search', 'paste', 'missed', 'below'] },
    terminology: { table: { disable: true } },
    profile: { control: 'object' },
  },
  render: ({ profile, selected, terminology, connected, width, opened }) => {
    const box = stage(
      html`<overblik-profile-editor
        .adapter=${connected ? adapterWith() : undefined}
        .profile=${profile}
        .terminology=${terminology}
        as-of=${asOf}
        style="--overblik-height: 100%"
      ></overblik-profile-editor>`,
      width,
    );
    const editor = box.querySelector<OverblikProfileEditor>('overblik-profile-editor')!;
    void editor.updateComplete.then(async () => {
      editor.select(selected);
      await editor.updateComplete;
      if (opened) await open[opened](editor);
    });
    return box;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** A shared set: its codes, where it is used, and how many here have each. */
export const SharedSet: Story = {};
export const SharedSetEnglish: Story = { globals: { language: 'en' } };
/** What is wrong with codes stands at them. */
export const Worn: Story = { args: { profile: worn, selected: '/codes/demens' } };
/** What is typed is looked up in the terminology. */
export const Searching: Story = { args: { opened: 'search' } };
/** A pasted list: what was read, what was not and why, and where it goes. */
export const Pasting: Story = { args: { opened: 'paste' } };
/** Codes that may have been missed, with how often they stand in the clinic. */
export const Missed: Story = {
  args: { profile: worn, selected: '/codes/demens', opened: 'missed' },
};
/** What stands below a code is in with it, and can be left out. */
export const Below: Story = { args: { selected: '/codes/antipsykotika', opened: 'below' } };
/** A criterion asks for a shared set. */
export const InCriterion: Story = { args: { selected: '/population/include/any/0' } };
/** Without a terminology codes are typed and pasted, and their form is checked. */
export const WithoutTerminology: Story = { args: { terminology: undefined } };
/** Without a clinic there are no counts. */
export const WithoutClinic: Story = { args: { connected: false } };
/** The terminology fails: what it knows is missing, and the rest works. */
export const Failing: Story = {
  args: {
    terminology: {
      ...demoTerminology(),
      search: () => Promise.reject(new Error('no answer')),
      text: () => Promise.reject(new Error('no answer')),
      children: () => Promise.reject(new Error('no answer')),
    },
  },
};
export const Narrow: Story = { args: { width: '25rem' } };
