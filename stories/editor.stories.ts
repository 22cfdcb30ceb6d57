import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/editor.ts';
import type { OverblikProfileEditor } from '../src/editor.ts';
import {
  memoryDrafts,
  newProfile,
  type DraftStore,
  type StoredDraft,
} from '../src/authoring/index.ts';
import { demens } from '../fixtures/profiles/index.ts';
import { adapterWith, asOf, clickIn, findIn, profiles, stage } from './stage.ts';

const tag = 'overblik-profile-editor';

const kept: StoredDraft = {
  ...{ id: 'k1', revision: 3, title: 'Demens hos os', profileId: 'klinik.demens' },
  ...{ version: '0.1.0', by: 'AB', at: '2026-11-20T10:00:00Z' },
  document: { ...demens, id: 'klinik.demens', version: '0.1.0', status: 'draft' },
};

interface Args {
  readonly profile: unknown;
  readonly drafts: DraftStore | undefined;
  readonly connected: boolean;
  readonly width: string;
}

/** A profile under way: as a tree, with a form for each part. */
const meta: Meta<Args> = {
  title: 'Profile editor',
  component: 'overblik-profile-editor',
  parameters: { layout: 'fullscreen' },
  args: { profile: demens, drafts: undefined, connected: true, width: '100%' },
  argTypes: { profile: { control: 'object' }, drafts: { control: false } },
  render: ({ profile, drafts, connected, width }) =>
    stage(
      html`<overblik-profile-editor
        .adapter=${connected ? adapterWith() : undefined}
        .profiles=${profiles}
        .profile=${profile}
        .drafts=${drafts}
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
export const Narrow: Story = { args: { width: '25rem' } };
/** Nothing is said yet: what is missing is told. */
export const NewProfile: Story = { args: { profile: newProfile() } };
/** What to begin with: a new profile, a draft that the host keeps, or a variant of another. */
export const Start: Story = { args: { profile: undefined, drafts: memoryDrafts([kept]) } };
export const StartEnglish: Story = { ...Start, globals: { language: 'en' } };
/** The host keeps no drafts. */
export const StartWithoutStore: Story = { args: { profile: undefined } };
export const DraftsFailed: Story = {
  args: { profile: undefined, drafts: { ...memoryDrafts(), list: fails } },
};
/** Without a clinic it says what the profile says, and counts nobody. */
export const NoClinic: Story = { args: { connected: false } };
/** What is wrong is told, and the rest goes on. */
export const Invalid: Story = {
  args: {
    profile: {
      ...demens,
      title: {},
      population: { include: { any: [...demens.population.include.any, { diagnosis: {}, x: 1 }] } },
      markers: demens.markers.map((each, at) => (at === 1 ? { ...each, level: 'grave' } : each)),
    },
  },
};
/** A document made to break what reads it: deep, strange, and with markup for words. */
export const Hostile: Story = { args: { profile: hostile() } };
export const NoJson: Story = { args: { profile: '{"format": "overblik-profile/1",' } };
/** The JSON stands beside the form, in step both ways. */
export const Json: Story = {
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, tag, '[data-panel=json]');
    await findIn(canvasElement, tag, '.cm-content');
  },
};
/** A text that cannot be read is kept as it is written; the form waits. */
export const JsonUnreadable: Story = {
  ...NoJson,
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, tag, '[data-panel=json]');
    await findIn(canvasElement, tag, '.cm-lintRange-error');
  },
};
/** What can be added, by kind. */
export const AddMenu: Story = {
  play: async ({ canvasElement }) => {
    const element = await editorIn(canvasElement);
    element.select('/population/include');
    await clickIn(canvasElement, tag, '[data-menu=add]');
    await findIn(canvasElement, tag, '[role=menuitem]');
  },
};
/** What is written cannot be kept: it stays here, and the head says so. */
export const SavingFails: Story = {
  args: { drafts: { ...memoryDrafts(), save: fails } },
  play: async ({ canvasElement }) => {
    await writeIn(canvasElement);
    await findIn(canvasElement, tag, '.faulty');
  },
};
/** Somebody else has saved the draft: nothing is lost, and one chooses. */
export const Conflict: Story = {
  args: {
    drafts: { ...memoryDrafts(), save: () => Promise.resolve({ saved: false, conflict: kept }) },
  },
  play: async ({ canvasElement }) => {
    await writeIn(canvasElement);
    await findIn(canvasElement, tag, '.draft-conflict');
  },
};
/** The clinic's own variant, beside where it comes from. */
export const Compared: Story = {
  args: {
    profile: {
      ...demens,
      ...{ id: 'klinik.demens', version: '0.1.0', status: 'draft' },
      about: { derivedFrom: { id: 'dk.demens', version: '1.1.0' } },
      population: { include: { any: demens.population.include.any.slice(0, 1) } },
    },
  },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, tag, '[data-panel=compare]');
    await findIn(canvasElement, tag, '.changes');
  },
};

async function editorIn(canvas: HTMLElement): Promise<OverblikProfileEditor> {
  await findIn(canvas, tag, '[role=tree]');
  return canvas.querySelector<OverblikProfileEditor>(tag)!;
}

async function writeIn(canvas: HTMLElement): Promise<void> {
  const element = await editorIn(canvas);
  element.draft.edit([{ op: 'replace', path: '/title/da', value: 'Demens hos os' }], {
    da: 'Titel',
    en: 'Title',
  });
  await element.save();
}

function fails(): Promise<never> {
  return Promise.reject(new Error('No connection.'));
}

function hostile(): unknown {
  const text = `<img src=x onerror=alert(1)> \u202e${'æ'.repeat(3000)}`;
  let deep: unknown = { diagnosis: { codes: 'mangler' } };
  for (let level = 0; level < 12; level++) deep = { not: { all: [deep, { atLeast: 99, of: [] }] } };
  return {
    ...demens,
    title: { da: text, en: 7 },
    purpose: text,
    codes: JSON.parse('{"__proto__": {"system": [], "include": [null]}, "constructor": 1}'),
    population: { include: deep, exclude: [] },
    information: [null, 1, { id: text, type: 'patient' }],
    markers: { length: 1e9 },
    indicators: [{ numerator: { all: 'x', any: {} } }],
    about: { tests: 'x' },
  };
}
