import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { HostAction, HostTexts, OverblikPopulation } from '../src/index.ts';
import type { FaultyOptions } from '../src/testing/index.ts';
import {
  adapterWith,
  askingActions,
  asOf,
  clickIn,
  contactedRounds,
  findIn,
  hostActions,
  patients,
  profiles,
  stage,
  startedRounds,
  waitFor,
} from './stage.ts';

interface Args {
  readonly state: FaultyOptions;
  readonly patientId?: string;
  readonly width?: string;
  readonly texts?: HostTexts;
  readonly keys?: 'off';
  readonly profileId?: string | undefined;
  readonly combined?: readonly string[];
}

/** Everything in one tag: the list, and the cockpit beside it. */
const meta: Meta<Args> = {
  title: 'Workspace',
  component: 'overblik-workspace',
  args: { state: {}, profileId: 'dk.demens' },
  argTypes: { state: { control: 'object' } },
  render: ({ state, patientId, width, texts, keys, profileId, combined }) =>
    stage(
      html`<overblik-workspace
        .adapter=${adapterWith(state)}
        .profiles=${profiles}
        .patientId=${patientId}
        .texts=${texts}
        .keys=${keys}
        .profileId=${profileId}
        .combined=${combined}
        as-of=${asOf}
      ></overblik-workspace>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

/** An action that is done for all, and told in the round of each list. */
const inviting: readonly HostAction[] = [
  {
    ...{ id: 'invite', label: { da: 'Indkald', en: 'Invite' }, scope: 'many' },
    run: (chosen) =>
      Promise.resolve(
        chosen.map(({ id }) => ({
          ...{ patientId: id, ok: true, status: 'to-follow-up' as const },
          contact: { outcome: 'sent' as const },
        })),
      ),
  },
];

export const List: Story = {};
export const ListAndCockpit: Story = { args: { patientId: patients.medicated } };
const three = ['dk.kol', 'dk.type-2-diabetes', 'dk.osteoporose'];
/**
 * Everybody who is on any of three lists, one row a patient. To judge: who comes first and why; on which lists each is;
 * that a list that cannot be decided does not read as one that the patient is not on; that status is kept on each list.
 */
export const CombinedList: Story = {
  args: {
    state: { rounds: contactedRounds, actions: askingActions },
    profileId: undefined,
    combined: [...three, 'dk.demens'],
  },
};
export const CombinedListEnglish: Story = { ...CombinedList, globals: { language: 'en' } };
export const CombinedListNarrow: Story = {
  ...CombinedList,
  args: { ...CombinedList.args, width: '400px' },
};
/** With the patient beside it, through every profile. */
export const CombinedListAndCockpit: Story = {
  args: { ...CombinedList.args, patientId: patients.medicated },
};
/**
 * One message to some, about what is ticked. To judge: what each tick does is understood without trying; how many of them
 * each list is about; the preview follows the ticks.
 */
export const CombinedAction: Story = {
  ...CombinedList,
  play: async ({ canvasElement }) => {
    const box = (row: number) => `.line[aria-rowindex="${row}"] [role=checkbox]`;
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 5, 6, 7].map(box));
    await clickIn(canvasElement, 'overblik-population', '.footer .chosen .primary');
    await findIn(canvasElement, 'overblik-population', 'dialog.run[open] .reasons');
  },
};
export const CombinedActionEnglish: Story = { ...CombinedAction, globals: { language: 'en' } };
export const CombinedActionNarrow: Story = {
  ...CombinedAction,
  args: { ...CombinedAction.args, width: '400px' },
};
/** One of them is on none of the lists that are ticked still, and is left out. */
export const CombinedActionLeftOut: Story = {
  ...CombinedAction,
  play: async (context) => {
    await CombinedAction.play?.(context);
    const ticks = [1, 2, 3].map((at) => `dialog.run .reasons label:nth-of-type(${at}) input`);
    await clickIn(context.canvasElement, 'overblik-population', ...ticks.slice(0, 2));
  },
};
/**
 * What an action came to was written in the round of each of the lists: one press takes all of it back. To judge: whom it
 * was done for, what, and on which lists, is read before it is taken back.
 */
export const CombinedCanBeUndone: Story = {
  args: { ...CombinedList.args, state: { rounds: contactedRounds, actions: inviting } },
  play: async ({ canvasElement }) => {
    const box = (row: number) => `.line[aria-rowindex="${row}"] [role=checkbox]`;
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 5].map(box));
    await clickIn(canvasElement, 'overblik-population', '.footer .chosen .primary');
    await findIn(canvasElement, 'overblik-population', 'dialog.run[open] .reasons');
    await clickIn(canvasElement, 'overblik-population', 'dialog.run .primary');
    const run = await findIn(canvasElement, 'overblik-population', 'dialog.run');
    const close = await waitFor('done', () =>
      [...run.querySelectorAll('button')].find(({ textContent }) => /Luk|Close/.test(textContent)),
    );
    close.click();
    await findIn(canvasElement, 'overblik-population', '.late .notice.mild');
  },
};
export const CombinedCanBeUndoneEnglish: Story = {
  ...CombinedCanBeUndone,
  globals: { language: 'en' },
};
export const CombinedCanBeUndoneNarrow: Story = {
  ...CombinedCanBeUndone,
  args: { ...CombinedCanBeUndone.args, width: '400px' },
};
/** It is taken back in all of them, and can be done again. */
export const CombinedUndone: Story = {
  ...CombinedCanBeUndone,
  play: async (context) => {
    await CombinedCanBeUndone.play?.(context);
    await clickIn(context.canvasElement, 'overblik-population', '.late .notice.mild .button');
    await findIn(context.canvasElement, 'overblik-population', '.undone');
  },
};
export const CombinedUndoneEnglish: Story = { ...CombinedUndone, globals: { language: 'en' } };
export const CombinedUndoneNarrow: Story = {
  ...CombinedUndone,
  args: { ...CombinedUndone.args, width: '400px' },
};

/**
 * The edge between list and cockpit, with the focus. To judge: that it can be moved is seen without trying; what the list
 * keeps of its columns.
 */
export const Separator: Story = {
  args: { patientId: patients.medicated },
  play: async ({ canvasElement }) => {
    await findIn(canvasElement, 'overblik-cockpit', '.parts');
    (await findIn(canvasElement, 'overblik-workspace', '.edge')).focus();
  },
};
export const SeparatorEnglish: Story = { ...Separator, globals: { language: 'en' } };
/** Drawn as far as it goes to the left: the cockpit has most of the page, and the list its name and why first. */
export const SeparatorWidest: Story = {
  ...Separator,
  play: async (context) => {
    await Separator.play?.(context);
    await press(context.canvasElement, 'End');
  },
};
export const SeparatorWidestEnglish: Story = { ...SeparatorWidest, globals: { language: 'en' } };
/** And as far as it goes to the right. */
export const SeparatorNarrowest: Story = {
  ...Separator,
  play: async (context) => {
    await Separator.play?.(context);
    await press(context.canvasElement, 'Home');
  },
};
/**
 * The patient on the whole page, opened from the panel. To judge: the way back to the list is seen at once; what stood in
 * one column stands in several, in the same order.
 */
export const WholePage: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
  },
  play: async ({ canvasElement }) => {
    await findIn(canvasElement, 'overblik-cockpit', '.parts');
    await clickIn(canvasElement, 'overblik-workspace', '.panel-commands .wide');
    await findIn(canvasElement, 'overblik-workspace', '.frame.full');
  },
};
export const WholePageEnglish: Story = { ...WholePage, globals: { language: 'en' } };
/** Through every profile, from a combined list. */
export const WholePageOfCombinedList: Story = {
  ...WholePage,
  args: { ...CombinedList.args, patientId: patients.medicated },
};
/** A profile that is not among those that were given. To judge: nobody takes the page for the list that was meant. */
export const UnknownProfile: Story = { args: { profileId: 'dk.demnes' } };
export const UnknownProfileEnglish: Story = { ...UnknownProfile, globals: { language: 'en' } };
export const UnknownProfileNarrow: Story = { args: { ...UnknownProfile.args, width: '400px' } };
/** A combined list of which one profile is not there: the start page says so over all lists. */
export const CombinedRefused: Story = {
  args: { profileId: undefined, combined: ['dk.kol', 'dk.demnes'] },
};
export const CombinedRefusedEnglish: Story = { ...CombinedRefused, globals: { language: 'en' } };
export const CombinedRefusedNarrow: Story = { args: { ...CombinedRefused.args, width: '400px' } };

/** A host's own words, here some Norwegian ones in the place of the Danish: in the list, its grid and the cockpit. */
export const OwnWords: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
    texts: {
      da: {
        population: { inPopulation: 'På listen', search: 'Søk navn, fødselsnummer, kode …' },
        list: { columns: 'Kolonner', clearSelection: 'Fjern utvalg' },
        cockpit: { needToKnow: 'Verdt å vite' },
        patient: { practitioner: (name) => `fastlege ${name}` },
        round: { finish: 'Avslutt runden', statuses: { reviewed: 'Gjennomgått' } },
      },
    },
  },
};
/** A round under way: the list and the cockpit tell the same. */
export const Round: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
  },
};
/** The journal of another patient was opened from the list: the cockpit is of the same patient. */
export const JournalOfAnother: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
  },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-grid', '.line[aria-rowindex="7"] .link'),
};
/** However far the cockpit is scrolled, it says of whom it is. */
export const NameInSight: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
  },
  play: async ({ canvasElement }) => {
    const last = '.column:last-child > section.part:last-child';
    (await findIn(canvasElement, 'overblik-cockpit', last)).scrollIntoView({ block: 'end' });
  },
};
export const NameInSightNarrow: Story = {
  ...NameInSight,
  args: { ...NameInSight.args, width: '400px' },
};
/**
 * Through the list, patient by patient: the head says who it is and how grave over all profiles; the foot has status,
 * note, the place in the list and the way on. To judge: head and foot together leave most of a low window to what is
 * read; the button says what it does; nothing jumps from patient to patient.
 */
export const Worklist: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-grid', '.line[aria-rowindex="6"] .cell[aria-colindex="4"]'),
};
export const WorklistNarrow: Story = { ...Worklist, args: { ...Worklist.args, width: '400px' } };
export const WorklistEnglish: Story = { ...Worklist, globals: { language: 'en' } };
/** The attempts to reach the patient, and a further one to be logged: the ways on stand still below. */
export const WorklistContact: Story = {
  args: { state: { rounds: contactedRounds, actions: hostActions } },
  play: async (context) => {
    await Worklist.play?.(context);
    await clickIn(context.canvasElement, 'overblik-cockpit', '.foot .contact-log summary');
  },
};
export const WorklistContactNarrow: Story = {
  ...WorklistContact,
  args: { ...WorklistContact.args, width: '400px' },
};
export const WorklistContactEnglish: Story = { ...WorklistContact, globals: { language: 'en' } };
/** A note is being written, and the patient is to be followed up: the field has grown with the text. */
export const WorklistNote: Story = {
  ...Worklist,
  play: async (context) => {
    await Worklist.play?.(context);
    const { canvasElement } = context;
    await clickIn(canvasElement, 'overblik-cockpit', '.foot .pills label:nth-of-type(2)');
    const note = (await findIn(
      canvasElement,
      'overblik-cockpit',
      '.foot textarea.note',
    )) as HTMLTextAreaElement;
    note.focus();
    note.value =
      'Ringet til datter: hun kommer med til samtalen. Plejehjemmet tager blodtryk og vægt inden. Quetiapin trappes ud efter planen fra demensklinikken.';
    note.dispatchEvent(new Event('input', { bubbles: true }));
  },
};
export const WorklistNoteNarrow: Story = {
  ...WorklistNote,
  args: { ...WorklistNote.args, width: '400px' },
};
export const WorklistNoteEnglish: Story = { ...WorklistNote, globals: { language: 'en' } };
/** The last of the list: it is said, and the way on is closed. */
export const WorklistLast: Story = {
  ...Worklist,
  play: async ({ canvasElement }) => {
    const scroller = await findIn(canvasElement, 'overblik-grid', '.scroller');
    await findIn(canvasElement, 'overblik-grid', '.line');
    const last = await lastRow(scroller);
    await clickIn(
      canvasElement,
      'overblik-grid',
      `.line[aria-rowindex="${last}"] .cell[aria-colindex="4"]`,
    );
    await findIn(canvasElement, 'overblik-cockpit', '.foot .end');
  },
};
export const WorklistLastNarrow: Story = {
  ...WorklistLast,
  args: { ...WorklistLast.args, width: '400px' },
};
export const WorklistLastEnglish: Story = { ...WorklistLast, globals: { language: 'en' } };
/** The row has left the filter by its new status: next is who stood after it. */
export const WorklistRowGone: Story = {
  ...Worklist,
  play: async (context) => {
    const { canvasElement } = context;
    const list = await listIn(canvasElement);
    list.view = { ...list.view!, filters: [{ columnId: 'status', any: ['new'] }] };
    await list.updateComplete;
    await Worklist.play?.(context);
    await clickIn(canvasElement, 'overblik-cockpit', '.foot .pills label:nth-of-type(3)');
  },
};
export const WorklistRowGoneEnglish: Story = { ...WorklistRowGone, globals: { language: 'en' } };
/** The store does not take it: the patient is held once, with the way on and the way to try again. */
export const WorklistNotSaved: Story = {
  args: {
    state: { rounds: startedRounds, roundFaults: { failSaves: 1000 }, actions: hostActions },
  },
  play: async (context) => {
    await Worklist.play?.(context);
    const { canvasElement } = context;
    await clickIn(canvasElement, 'overblik-cockpit', '.foot .pills label:nth-of-type(3)');
    await failed(canvasElement);
    await clickIn(canvasElement, 'overblik-cockpit', '.foot .save');
    await findIn(canvasElement, 'overblik-cockpit', '.foot .notice');
  },
};
export const WorklistNotSavedNarrow: Story = {
  ...WorklistNotSaved,
  args: { ...WorklistNotSaved.args, width: '400px' },
};
export const WorklistNotSavedEnglish: Story = { ...WorklistNotSaved, globals: { language: 'en' } };
/** Who was left unsaved is told of beside the next. */
export const WorklistLeftUnsaved: Story = {
  ...WorklistNotSaved,
  play: async (context) => {
    await WorklistNotSaved.play?.(context);
    await clickIn(context.canvasElement, 'overblik-cockpit', '.foot .notice .button:last-child');
  },
};
export const WorklistLeftUnsavedEnglish: Story = {
  ...WorklistLeftUnsaved,
  globals: { language: 'en' },
};
/** Seen through another profile than the list’s: the foot says whose status it is. */
export const WorklistOtherProfile: Story = {
  ...Worklist,
  play: async (context) => {
    await Worklist.play?.(context);
    await clickIn(context.canvasElement, 'overblik-cockpit', '.tabs [role=tab]:last-child');
  },
};
export const WorklistOtherProfileEnglish: Story = {
  ...WorklistOtherProfile,
  globals: { language: 'en' },
};
/** Every shortcut, and the way to turn those of one character off. */
export const KeySheet: Story = {
  ...Worklist,
  play: async (context) => {
    await Worklist.play?.(context);
    await clickIn(context.canvasElement, 'overblik-cockpit', '.commands .keys');
    await findIn(context.canvasElement, 'overblik-cockpit', 'dialog.keys[open]');
  },
};
export const KeySheetNarrow: Story = { ...KeySheet, args: { ...KeySheet.args, width: '400px' } };
export const KeysOff: Story = { ...KeySheet, args: { ...KeySheet.args, keys: 'off' } };
export const NarrowCockpit: Story = { args: { patientId: patients.medicated, width: '400px' } };
export const MissingSource: Story = {
  args: { state: { missing: ['medication'] }, patientId: patients.medicated },
};
export const Failed: Story = { args: { state: { failAt: 'describe' } } };

/** A key on what has the focus in the workspace. */
async function press(canvas: HTMLElement, key: string): Promise<void> {
  const edge = await findIn(canvas, 'overblik-workspace', '.edge');
  edge.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}

async function listIn(canvas: HTMLElement): Promise<OverblikPopulation> {
  await findIn(canvas, 'overblik-grid', '.line');
  const frame = await findIn(canvas, 'overblik-population', '.frame');
  return (frame.getRootNode() as ShadowRoot).host as OverblikPopulation;
}

/** Scrolls to the end of the rows; answers the last one's index to screen readers. */
async function lastRow(scroller: HTMLElement): Promise<number> {
  const grid = scroller.querySelector('[role=grid]')!;
  scroller.scrollTop = scroller.scrollHeight;
  const last = Number(grid.getAttribute('aria-rowcount'));
  await waitFor('the last row', () => grid.querySelector(`.line[aria-rowindex="${last}"]`));
  return last;
}

/** The first attempt to store has failed. */
async function failed(canvas: HTMLElement): Promise<void> {
  const list = await listIn(canvas);
  await waitFor('the problem', () => list.round?.state.pending.problem);
}
