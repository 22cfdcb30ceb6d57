import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { demens } from '../fixtures/profiles/index.ts';
import type { FollowUp } from '../src/index.ts';
import type { FaultyOptions } from '../src/testing/index.ts';
import {
  adapterWith,
  aimedRounds,
  asOf,
  clickIn,
  profiles,
  stage,
  startedRounds,
} from './stage.ts';

interface Args {
  readonly state: FaultyOptions;
  readonly followUps?: readonly FollowUp[];
  readonly profiles: readonly unknown[];
  readonly width?: string;
}

/**
 * What a clinic sees first: how all of its lists stand, those with the most to be done first. A press on a list opens
 * it, a press on a number opens it narrowed to whom the number counts.
 */
const meta: Meta<Args> = {
  title: 'Start page',
  component: 'overblik-workspace',
  args: { state: { rounds: startedRounds }, profiles },
  argTypes: { state: { control: 'object' } },
  render: ({ state, profiles, followUps, width }) =>
    stage(
      html`<overblik-workspace
        page="start"
        .adapter=${adapterWith(state)}
        .profiles=${profiles}
        .followUps=${followUps}
        as-of=${asOf}
      ></overblik-workspace>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

const english = { language: 'en' };
const narrow = '400px';

/**
 * To judge: at 1366 × 768 all sixteen lists are in sight; who comes first and why is seen in two seconds; red stands
 * for serious patients whom nobody has looked at, and for nothing else.
 */
export const AllLists: Story = {};
export const AllListsEnglish: Story = { globals: english };
/** Cards. To judge: each says what its numbers are; nothing scrolls to the side; every number can be met by a thumb. */
export const AllListsNarrow: Story = { args: { width: narrow } };
export const AllListsNarrowEnglish: Story = { args: { width: narrow }, globals: english };
/**
 * The round of dementia is to be evaluated: since when, by whom, to what end. To judge: that it is due is seen among
 * sixteen lists, and yet louder than the serious ones it is not.
 */
export const EvaluationDue: Story = { args: { state: { rounds: aimedRounds('2026-11-20') } } };
export const EvaluationDueEnglish: Story = { ...EvaluationDue, globals: english };
export const EvaluationDueNarrow: Story = {
  args: { ...EvaluationDue.args, width: narrow },
};
/** A round with its goal, and a day of evaluation that has not come. */
export const EvaluationToCome: Story = {
  args: { state: { rounds: aimedRounds('2027-05-24') } },
  globals: english,
};
/** Sorted by name: the head says so. */
export const SortedByName: Story = {
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-workspace', '.start .col-list button'),
};
/**
 * Three lists are ticked, to be opened as one. To judge: what is ticked, and what the button will open, is seen at once;
 * nothing has moved since nothing was ticked.
 */
export const Ticked: Story = {
  play: ({ canvasElement }) =>
    tick(canvasElement, 'dk.kol', 'dk.type-2-diabetes', 'dk.osteoporose'),
};
export const TickedEnglish: Story = { ...Ticked, globals: english };
export const TickedNarrow: Story = { ...Ticked, args: { width: narrow } };
/** More than one list can hold: it is said in words, and the button opens nothing. */
export const TickedTooMany: Story = {
  play: ({ canvasElement }) =>
    tick(canvasElement, ...(profiles as readonly { readonly id: string }[]).map(({ id }) => id)),
};
export const TickedTooManyNarrow: Story = { ...TickedTooMany, args: { width: narrow } };
/** The patients are on their way: the lists are named, and no figure stands before it is known. */
export const Loading: Story = { args: { state: { hangAfter: 900 } } };
/** The rounds are not here yet. To judge: nothing reads as if nobody had been reviewed. */
export const RoundsOnTheirWay: Story = {
  args: { state: { rounds: startedRounds, roundFaults: { delay: 3_600_000 } } },
};
/** A clinic that keeps no rounds: nothing is said of them. */
export const WithoutRounds: Story = { args: { state: {} } };
export const WithoutRoundsEnglish: Story = { ...WithoutRounds, globals: english };
/** A profile with errors says so at its own row, and the others go on. */
export const OneUnusable: Story = {
  args: {
    profiles: [
      { ...demens, id: 'dk.forkert', title: { da: 'Forløb uden kriterier' }, population: {} },
      ...profiles.slice(0, 5),
    ],
  },
};
export const OneUnusableEnglish: Story = { ...OneUnusable, globals: english };
/** Medicine is missing, and only a part of the patients came: it is said over all lists, once. */
export const Incomplete: Story = { args: { state: { missing: ['medication'], cutAfter: 1500 } } };
export const IncompleteEnglish: Story = { ...Incomplete, globals: english };
export const IncompleteNarrow: Story = { args: { ...Incomplete.args, width: narrow } };
/** The clinic could not be fetched: no list, no 0, and the way to try again. */
export const Failed: Story = { args: { state: { failAt: 'records' } } };
export const FailedEnglish: Story = { ...Failed, globals: english };
/** The host has given no profile. */
export const NoLists: Story = { args: { profiles: [] } };

function tick(canvas: HTMLElement, ...ids: readonly string[]): Promise<void> {
  const boxes = ids.map((id) => `.start tr[data-id="${id}"] .tick input`);
  return clickIn(canvas, 'overblik-workspace', ...boxes);
}

const followUp: FollowUp = {
  id: 'dk.klynge.demens-antipsykotika',
  title: {
    da: 'Antipsykotika til patienter med demens',
    en: 'Antipsychotics for patients with dementia',
  },
  met: '2026-11-10',
  due: '2027-02-10',
  agreed: 'Hver klinik gennemgår sin liste, og fortæller om én ting, den har ændret.',
  indicators: [
    {
      profileId: 'dk.demens',
      indicatorId: 'antipsykotika',
      title: { da: 'Andel i antipsykotisk behandling', en: 'Proportion on antipsychotics' },
      better: 'lower',
    },
  ],
};

/** What the cluster agreed, when the next figures come, and the list that moves them. */
export const FollowUpOfMeeting: Story = { args: { followUps: [followUp] } };
/** The next figures are here: they are the first thing to look at. */
export const FiguresHaveCome: Story = {
  args: { followUps: [{ ...followUp, figures: '2026-11-20' }] },
};
export const FollowUpOfMeetingEnglish: Story = { ...FollowUpOfMeeting, globals: english };
export const FollowUpOfMeetingNarrow: Story = {
  args: { followUps: [followUp], width: narrow },
};
