import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { demens, manglendeVaccination, type2Diabetes } from '../fixtures/profiles/index.ts';
import {
  memoryAdapter,
  type ClinicAdapter,
  type HostAction,
  type HostTexts,
  type ListView,
  type NamedView,
  type OverblikPopulation,
  type PatientRecords,
} from '../src/define.ts';
import type { FaultyOptions } from '../src/testing/index.ts';
import {
  adapterWith,
  asOf,
  clinic,
  clickIn,
  aimedBefore,
  aimedRounds,
  contactedRounds,
  exemptRounds,
  findIn,
  framed,
  askingActions,
  hostActions,
  insideFrame,
  plannedRounds,
  profiles,
  stage,
  startedRounds,
  waitFor,
} from './stage.ts';

interface Args {
  readonly state: FaultyOptions;
  /** In the place of one with faults. */
  readonly adapter?: ClinicAdapter;
  readonly profiles: readonly unknown[];
  readonly view?: Partial<ListView>;
  readonly density?: 'compact';
  readonly views?: readonly NamedView[];
  readonly overview?: 'line' | 'charts';
  readonly beside?: boolean;
  readonly texts?: HostTexts;
  readonly deadline?: number;
  readonly width?: string;
  readonly connected: boolean;
}

/** Does not come to its end. */
const endless: HostAction = {
  ...{ id: 'endless', label: { da: 'Send besked', en: 'Send message' }, scope: 'many' },
  run: () => new Promise(() => undefined),
};

/** The population list in each of its states. */
const meta: Meta<Args> = {
  title: 'Population',
  component: 'overblik-population',
  args: { state: {}, profiles, connected: true },
  argTypes: { state: { control: 'object' }, view: { control: 'object' } },
  render: ({
    state,
    adapter,
    profiles: documents,
    view,
    views,
    density,
    overview,
    beside,
    texts,
    deadline,
    width,
    connected,
  }) =>
    stage(
      html`<overblik-population
        .adapter=${connected ? (adapter ?? adapterWith(state)) : undefined}
        .profiles=${documents}
        .view=${view && { profileId: 'dk.demens', ...view }}
        .density=${density}
        .views=${views}
        .overview=${overview}
        ?beside=${beside}
        .texts=${texts}
        .deadline=${deadline}
        as-of=${asOf}
      ></overblik-population>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

const english = { language: 'en' };

/** Who it is, and why first, with all the room there is. */
const reasonsAlone = ['diagnoses', 'item:antipsykotika', 'item:mmse', 'item:aftaler'].map((id) => ({
  id,
  hidden: true,
}));

const ownTexts: HostTexts = {
  da: {
    list: { seriousPatients: (count) => `${count} skal ses i dag`, quality: 'Om data' },
    population: { search: 'Søg i listen' },
  },
  en: {
    list: { seriousPatients: (count) => `${count} to be seen today`, quality: 'About the data' },
    population: { search: 'Search the list' },
  },
};

const nobody = { ...demens, population: { include: { patient: { age: { min: 130 } } } } };
const wide = {
  ...demens,
  information: Array.from({ length: 300 }, (_, index) => ({
    id: `m${index}`,
    type: 'medication',
    title: { da: `Medicin ${index}`, en: `Medicine ${index}` },
    codes: { system: 'ATC', include: ['N05A'] },
    show: 'list',
  })),
};

/** Its rules were written for another year, and who vouched for it does no more. */
const outdated = {
  ...demens,
  validTo: '2025-12-31',
  about: { approvedBy: [{ name: 'Klinisk gruppe', on: '2025-01-01', until: '2025-12-31' }] },
};

const inSks = {
  ...demens,
  codes: {
    ...demens.codes,
    demens: { system: 'SKS', include: ['DF00', 'DF01', 'DF02', 'DF03', 'DG30'] },
  },
};
const halfDone: HostAction = {
  id: 'queue',
  label: { da: 'Læg i kø', en: 'Add to queue' },
  scope: 'many',
  run: (patients) =>
    Promise.resolve(
      patients.slice(0, 3).map(({ id }, index) => ({
        patientId: id,
        ok: index !== 1,
        ...(index === 1 ? { message: { da: 'Køen er fuld', en: 'The queue is full' } } : {}),
      })),
    ),
};
const named = { ...clinic, description: { ...clinic.description, id: 'klinik-1' } };
const misnamed = memoryAdapter({
  ...clinic,
  patients: clinic.patients.map(({ diagnoses, ...rest }) => ({ ...rest, diagnosis: diagnoses })),
});

/** What can be read and yet looks odd: units of its own, times told in UTC, dates without a day, no code. */
const odd = memoryAdapter({
  ...clinic,
  patients: clinic.patients.map((each, index) =>
    // Those at the edge are odd enough, and not all of their lists are lists.
    each.patient.id.startsWith('edge-') ? each : withOddities(each, index),
  ),
});

/** Some laboratories hand over HbA1c in a unit of another kind than the profile asks in. */
const otherUnits = memoryAdapter({
  ...clinic,
  patients: clinic.patients.map((each, index) =>
    each.patient.id.startsWith('edge-') || index % 3 > 0
      ? each
      : {
          ...each,
          results: (each.results ?? []).map((result) =>
            result.code === 'NPU27300' ? { ...result, unit: 'mmol/L' } : result,
          ),
        },
  ),
});

function withOddities(
  { patient, diagnoses = [], results = [], medications = [], ...rest }: PatientRecords,
  index: number,
): PatientRecords {
  const isOne = (place: number, of: number) => place === 0 && index % of === 0;
  return {
    ...rest,
    patient: index % 97 === 3 ? { ...patient, birthDate: '1950-05-05' } : patient,
    diagnoses: diagnoses.map((diagnosis) =>
      index % 3 === 0 ? { ...diagnosis, from: diagnosis.from?.slice(0, 4) ?? '' } : diagnosis,
    ),
    results: results.map((result, place) => ({
      ...result,
      ...(isOne(place, 5) ? { unit: 'mmol pr. mol' } : {}),
      ...(isOne(place, 11) ? { at: `${result.at.slice(0, 10)}T23:00:00Z` } : {}),
    })),
    medications: medications.map((medication, place) =>
      isOne(place, 13) ? { ...medication, code: '' } : medication,
    ),
  };
}

/** Everybody is dealt with. */
const allReviewed = {
  id: 'dk.demens#1',
  revision: 1,
  profile: { id: 'dk.demens', version: demens.version },
  asOf,
  members: clinic.patients.map(({ patient }) => ({
    patientId: patient.id,
    status: 'reviewed' as const,
  })),
};

export const Ready: Story = {};
export const Compact: Story = { args: { density: 'compact' } };

/** One line of numbers, each of which filters the list: charts behind a button. What nobody can say is `?`, never 0. */
export const OverviewLine: Story = { args: { overview: 'line' } };
export const OverviewLineEnglish: Story = { ...OverviewLine, globals: english };
/** A figure is pressed while its filter is on; the first one takes all filters off. */
export const OverviewLineFiltered: Story = {
  args: { overview: 'line', state: { rounds: startedRounds } },
  play: ({ canvasElement }) =>
    clickIn(
      canvasElement,
      'overblik-population',
      '.figure.critical',
      '.figure[aria-pressed]:last-child',
    ),
};
/** Those of whom nobody can say, beside those who are: a source is missing. */
export const OverviewLineUndecided: Story = {
  args: { overview: 'line', state: { missing: ['medication'] } },
};

/** Why each stands where it stands: whole words, the gravest first; `+1` opens the others. */
export const Reasons: Story = { args: { overview: 'line', view: { columns: reasonsAlone } } };
export const ReasonsEnglish: Story = { ...Reasons, globals: english };
/** The same where there is room for the gravest alone. */
export const ReasonsInLittleRoom: Story = {
  args: { overview: 'line', beside: true, width: '720px' },
};
export const ReasonsOpened: Story = {
  ...ReasonsInLittleRoom,
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-grid', '.line .count'),
};

/** A cockpit stands beside: who it is and why stay, and what the user has chosen. */
export const Beside: Story = { args: { beside: true, width: '880px' } };

/** How much could not be read stands on what tells of it: as text to those who hear it. */
export const UnreadBadge: Story = { args: { overview: 'line', state: { junk: 60 } } };
export const UnreadBadgeEnglish: Story = { ...UnreadBadge, globals: english };

/** A host's own words: some of the Danish, and of the English, are others. The rest stay ours. */
export const OwnTexts: Story = {
  args: { overview: 'line', state: { rounds: startedRounds }, texts: ownTexts },
};
export const OwnTextsEnglish: Story = { ...OwnTexts, globals: english };

/** Six hundred pixels or less: a card a patient, without a scroll to the side. */
export const Cards: Story = {
  args: { width: '400px', state: { rounds: startedRounds, actions: hostActions } },
};
export const CardsEnglish: Story = { ...Cards, globals: english };
export const CardsAt320: Story = { args: { ...Cards.args, width: '320px' } };
export const CardsAt600: Story = { args: { ...Cards.args, width: '600px' } };
export const CardsCompact: Story = { args: { ...Cards.args, density: 'compact' } };
/** Who is chosen, and who is open, are told apart; what can be done stands under the thumb. */
export const CardsSelected: Story = {
  ...Cards,
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-grid', ...[2, 4].map(checkBox)),
};
export const CardsUndecided: Story = { args: { ...Cards.args, view: { tab: 'undecided' } } };
/** Without a round there is no status. */
export const CardsWithoutRound: Story = { args: { width: '400px' } };
/** What the rows are sorted by stands on the card. */
export const CardsSorted: Story = {
  args: {
    ...Cards.args,
    view: { sort: [{ columnId: 'item:mmse', descending: false }] },
  },
};
export const CardsNoneFound: Story = {
  args: { ...Cards.args, view: { query: 'findes ikke' } },
};
/** The reasons that had no room, opened in place. */
export const CardsReasonsOpened: Story = {
  ...CardsAt320,
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-grid', '.line .count'),
};
/** How the list is shown has no room on a line of its own. */
export const CardsView: Story = {
  args: { ...Cards.args, state: { ...Cards.args?.state, junk: 60 } },
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-population', '.tools .view'),
};
export const CardsOrder: Story = {
  ...Cards,
  play: async ({ canvasElement }) => {
    (await buttonSaying(await listIn(canvasElement), /Mest sårbare|Most vulnerable/)).click();
    await findIn(canvasElement, 'overblik-population', '.panel select');
  },
};

export const Filtered: Story = {
  args: {
    view: {
      filters: [
        { columnId: 'age', min: 80 },
        { columnId: 'reasons', any: ['antipsykotika'] },
      ],
      sort: [
        { columnId: 'age', descending: true },
        { columnId: 'name', descending: false },
      ],
      query: 'quetiapin',
    },
  },
};
/** Columns that are marked, to be copied of the rows that are chosen. */
export const CopyColumns: Story = {
  args: { overview: 'line' },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', checkBox(3));
    await clickIn(canvasElement, 'overblik-grid', checkBox(5));
    const cell = await findIn(canvasElement, 'overblik-grid', '.line .cell.c3');
    cell.focus();
    for (let step = 0; step < 2; step++) {
      const root = cell.getRootNode() as ShadowRoot;
      const event = { key: 'ArrowRight', shiftKey: true, bubbles: true, composed: true };
      root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
    }
  },
};
/** They are copied. To judge: how many rows and columns is said, and the rows are chosen still. */
export const CellsCopied: Story = {
  ...CopyColumns,
  play: async (context) => {
    await CopyColumns.play?.(context);
    const grid = await findIn(context.canvasElement, 'overblik-grid', '.line .cell.c3');
    const root = grid.getRootNode() as ShadowRoot;
    const list = await listIn(context.canvasElement);
    await withClipboard(async () => {
      const event = { key: 'c', ctrlKey: true, bubbles: true, composed: true };
      root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
      await waitFor('copied', () => /kopieret|copied/.test(list.shadowRoot?.textContent ?? ''));
    });
  },
};
export const CellsCopiedEnglish: Story = { ...CellsCopied, globals: english };
/** Rows in groups: by the doctor whose patients they are, one of them closed; and by their gravest marker. */
export const Groups: Story = {
  args: { overview: 'line', view: { group: 'practitioner' } },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-grid', '.group-cell[aria-expanded=true]'),
};
export const GroupsEnglish: Story = { ...Groups, globals: english };
/** By marker. To judge: each head says how grave it is; who may be graver than is known stands by itself. */
export const GroupsByMarker: Story = { args: { overview: 'line', view: { group: 'reasons' } } };
export const GroupsByMarkerEnglish: Story = { ...GroupsByMarker, globals: english };
export const GroupsByMarkerNarrow: Story = {
  args: { ...GroupsByMarker.args, width: '400px' },
};
/** All are chosen, with those in the closed group. To judge: whoever acts on them knows whom it reaches. */
export const GroupsAllChosen: Story = {
  args: { ...Groups.args, state: { rounds: startedRounds, actions: hostActions } },
  play: async (context) => {
    await Groups.play?.(context);
    await findIn(context.canvasElement, 'overblik-grid', '.group-cell[aria-expanded=false]');
    await clickIn(context.canvasElement, 'overblik-grid', '.heads [role=checkbox]');
  },
};
export const GroupsAllChosenEnglish: Story = { ...GroupsAllChosen, globals: english };
export const GroupsAllChosenNarrow: Story = {
  ...GroupsAllChosen,
  args: { ...GroupsAllChosen.args, width: '400px' },
};
/** All groups closed: how many there are of each. */
export const GroupsClosed: Story = {
  args: Groups.args!,
  play: async ({ canvasElement }) => {
    const first = '.group-cell[aria-expanded=true]';
    await findIn(canvasElement, 'overblik-grid', first);
    const grid = (await listIn(canvasElement)).shadowRoot!.querySelector('overblik-grid')!;
    for (;;) {
      const open = grid.shadowRoot!.querySelector<HTMLElement>(first);
      if (!open) break;
      open.click();
      await waitFor('closed', () => !open.isConnected || open.ariaExpanded === 'false');
    }
  },
};
export const GroupsClosedNarrow: Story = {
  ...GroupsClosed,
  args: { ...GroupsClosed.args, width: '400px' },
};
export const GroupsByMunicipality: Story = {
  args: { overview: 'line', view: { group: 'municipality' } },
};
export const GroupsBySeverity: Story = {
  args: { overview: 'line', view: { group: 'severity', filters: [{ columnId: 'age', min: 90 }] } },
};
export const GroupsNarrow: Story = { args: { ...GroupsBySeverity.args, width: '400px' } };
/** How old a result is, how grave the gravest marker is, and who looks after the patient. */
export const FilteredByAge: Story = {
  args: {
    overview: 'line',
    view: {
      columns: [
        { id: 'practitioner', hidden: false },
        { id: 'municipality', hidden: false },
        { id: 'severity', hidden: false },
      ],
      filters: [
        { columnId: 'item:mmse', when: 'over-12-months', states: ['none'] },
        { columnId: 'severity', any: ['critical', 'warning'] },
        { columnId: 'item:aftaler', when: 'next-3-months' },
      ],
    },
  },
};
export const FilteredByAgeEnglish: Story = { ...FilteredByAge, globals: english };
export const FilterPanelAge: Story = {
  args: { overview: 'line' },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-population', '.filters .pill:nth-of-type(3)');
    (await buttonSaying(await listIn(canvasElement), /^\s*MMSE\s*$/)).click();
    await findIn(canvasElement, 'overblik-population', '.panel select');
  },
};
/** Views with a name: the one that is looked at is changed; another is a colleague's. */
const viewsOf = (profileId: string): readonly NamedView[] => {
  const usual = {
    profileId,
    tab: 'members',
    columns: [],
    sort: [],
    priority: [],
    query: '',
  } as const;
  return [
    {
      ...{ id: 'a', name: 'Alvorlige over 80', shared: true },
      view: {
        ...usual,
        filters: [
          { columnId: 'age', min: 80 },
          { columnId: 'severity', any: ['critical'] },
        ],
      },
    },
    {
      ...{ id: 'b', name: 'Fredags-gennemgang', shared: true, fixed: true },
      view: { ...usual, filters: [], done: 'hidden' },
    },
  ];
};
/** Where there is one already, and where there is none yet. */
export const Views: Story = {
  args: { overview: 'line', views: viewsOf('dk.demens') },
  play: async ({ canvasElement }) => {
    const list = await listIn(canvasElement);
    list.view = { ...viewsOf('dk.demens')[0]!.view };
    (await buttonSaying(list, /: Alvorlige over 80/)).click();
    await findIn(canvasElement, 'overblik-population', '.panel .managed');
  },
};
export const ViewsEnglish: Story = { ...Views, globals: english };
export const ViewsNone: Story = {
  args: { overview: 'line', views: [] },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-population', '.named-view button', '.new-view button'),
};
/** A name that another has: it is said beside the field. */
export const ViewsNameTaken: Story = {
  ...Views,
  play: async (context) => {
    await Views.play?.(context);
    const { canvasElement } = context;
    const found = await findIn(canvasElement, 'overblik-population', '.new-view input');
    (found as HTMLInputElement).value = 'Fredags-gennemgang';
    await clickIn(canvasElement, 'overblik-population', '.new-view button');
  },
};
export const ViewsNameTakenEnglish: Story = { ...ViewsNameTaken, globals: english };
/**
 * The host could not keep a new one, and gives what it has. To judge: no view reads as saved that is not, and what is
 * looked at stays.
 */
export const ViewsNotStored: Story = {
  args: { overview: 'line', views: [] },
  play: async ({ canvasElement }) => {
    const list = await listIn(canvasElement);
    list.view = { ...viewsOf('dk.demens')[0]!.view };
    const refused = new Promise((resolve) => {
      const refuse = () => resolve((list.views = []));
      list.addEventListener('overblik-views-changed', refuse, { once: true });
    });
    await clickIn(canvasElement, 'overblik-population', '.named-view button');
    const found = await findIn(canvasElement, 'overblik-population', '.new-view input');
    (found as HTMLInputElement).value = 'Fredags-gennemgang';
    await clickIn(canvasElement, 'overblik-population', '.new-view button');
    await refused;
    await list.updateComplete;
  },
};
export const ViewsNotStoredEnglish: Story = { ...ViewsNotStored, globals: english };
/** Some that the host keeps cannot be read, and one names a column that the profile does not have. */
export const ViewsUnreadable: Story = {
  args: {
    overview: 'line',
    views: [
      ...viewsOf('dk.demens'),
      { id: 'c', name: 'Uden indhold' } as unknown as NamedView,
      {
        ...{ id: 'd', name: 'Fra en ældre profil' },
        view: { ...viewsOf('dk.demens')[0]!.view, filters: [{ columnId: 'item:gone', min: 1 }] },
      },
    ],
  },
};
export const ViewsUnreadableNarrow: Story = {
  args: { ...ViewsUnreadable.args, width: '400px' },
};
export const ViewsPartly: Story = {
  ...ViewsUnreadable,
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-population', '.named-view button');
    const list = await listIn(canvasElement);
    (await buttonSaying(list, /^\s*Fra en ældre profil\s*$/)).click();
  },
};
export const ViewsNarrow: Story = {
  args: { ...Views.args, width: '400px' },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-population', '.tools .view');
    (await buttonSaying(await listIn(canvasElement), /^\s*(Visninger|Views)\s*$/)).click();
  },
};
/** One filter is enough: the choice stands before them, and a row passes by either. */
export const FilteredByAny: Story = {
  args: {
    overview: 'line',
    view: {
      filters: [
        { columnId: 'age', min: 90 },
        { columnId: 'reasons', all: ['antipsykotika', 'benzodiazepin'] },
      ],
      match: 'any',
    },
  },
};
/**
 * A figure and a number of the round narrow what one of two filters finds. To judge: which of the four are asked of
 * everybody, and of which one is enough, is read from left to right.
 */
export const FilteredByAnyNarrowed: Story = {
  args: {
    overview: 'line',
    state: { rounds: plannedRounds, actions: hostActions },
    view: {
      filters: [
        { columnId: 'age', min: 80 },
        { columnId: 'item:mmse', states: ['none'] },
      ],
      match: 'any',
    },
  },
  play: async ({ canvasElement }) => {
    const remaining = '.reached:not(.own, .overdue)';
    await clickIn(canvasElement, 'overblik-population', '.figure.critical', remaining);
    await findIn(canvasElement, 'overblik-population', `${remaining}[aria-pressed=true]`);
  },
};
export const FilteredByAnyNarrowedEnglish: Story = { ...FilteredByAnyNarrowed, globals: english };
export const FilteredByAnyNarrowedNarrow: Story = {
  ...FilteredByAnyNarrowed,
  args: { ...FilteredByAnyNarrowed.args, width: '400px' },
};
/** Nobody passes either. */
export const FilteredByAnyNone: Story = {
  args: {
    overview: 'line',
    view: {
      filters: [
        { columnId: 'age', min: 120 },
        { columnId: 'name', contains: 'findes ikke' },
      ],
      match: 'any',
    },
  },
};
export const FilteredByAnyEnglish: Story = { ...FilteredByAny, globals: english };
export const FilteredByAnyNarrow: Story = { args: { ...FilteredByAny.args, width: '400px' } };
/** The rules may be others by now, and the approval has ended: the list says both. */
export const OutsideItsDays: Story = { args: { profiles: [outdated] } };
export const OutsideItsDaysEnglish: Story = { ...OutsideItsDays, globals: english };
export const MissingVaccination: Story = { args: { profiles: [manglendeVaccination] } };
export const NoneFound: Story = { args: { view: { query: 'findes ikke' } } };
/** Whoever is searched for and is not on the list: who they are, and of each why, from the same evidence. */
export const NotListed: Story = {
  args: { view: { query: 'Testesen' } },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-population', '.filters .not-listed', '.panel .reasons'),
};
export const NotListedNarrow: Story = {
  ...NotListed,
  args: { ...NotListed.args, width: '400px' },
};
export const NotListedEnglish: Story = { ...NotListed, globals: english };
/** One of whom it cannot be decided. To judge: it reads as that, with what is missing, and never as not being ill. */
export const NotListedUndecided: Story = {
  args: { view: { query: 'Uoplyst' } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-population', '.filters .not-listed');
    // Of one alone it is told at once.
    await findIn(canvasElement, 'overblik-population', '.panel .node.unknown');
  },
};
export const NotListedUndecidedEnglish: Story = { ...NotListedUndecided, globals: english };
export const NotListedUndecidedNarrow: Story = {
  ...NotListedUndecided,
  args: { ...NotListedUndecided.args, width: '400px' },
};
/** Nobody in the clinic is called so. To judge: it is told apart from one who is there and not on the list. */
export const NotListedNobody: Story = { args: { view: { query: '0101010000' } } };
export const Undecided: Story = { args: { view: { tab: 'undecided' } } };
/** Those who are dealt with are hidden among the undecided too, and so many are said to be. */
export const UndecidedDoneHidden: Story = {
  args: {
    overview: 'line',
    state: { rounds: startedRounds },
    view: { tab: 'undecided', done: 'hidden' },
  },
};
export const ManyColumns: Story = { args: { profiles: [wide] } };
/** Some are reviewed, some to be followed up, one is exempt; an earlier round is finished. */
export const Round: Story = { args: { state: { rounds: startedRounds, actions: hostActions } } };
/** Choices are made by clicks, as a user makes them. */
export const Selected: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox)),
};
/** Many are marked only after a word: who they are, and whom the user may not think of. */
export const AskedBeforeMany: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 5, 6, 7, 8].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(3));
  },
};
/** An action tells how many of the chosen are out of sight. */
export const AskedBeforeAction: Story = {
  args: { state: { actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    const list = await listIn(canvasElement);
    list.view = { ...list.view!, query: 'findes ikke' };
    await clickIn(canvasElement, 'overblik-population', deed(1));
  },
};
/** A message with the profile's own letter, and its preview. To judge: is it clear who gets what? */
export const MessageWritten: Story = {
  args: { state: { actions: askingActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(1));
    await findIn(canvasElement, 'overblik-population', '.letter');
  },
};
export const MessageWrittenEnglish: Story = { ...MessageWritten, globals: english };
export const MessageWrittenNarrow: Story = {
  ...MessageWritten,
  args: { ...MessageWritten.args, width: '400px' },
};
/** Something is missing for some: who they are, and that they are left out. */
export const MessageWithGaps: Story = {
  ...MessageWritten,
  play: async (context) => {
    await MessageWritten.play!(context);
    await chooseReminder(context.canvasElement);
    await findIn(context.canvasElement, 'overblik-population', '.gaps');
  },
};
export const MessageWithGapsNarrow: Story = {
  ...MessageWithGaps,
  args: { width: '400px', state: { actions: askingActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[2, 4].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(1));
    await chooseReminder(canvasElement);
    await findIn(canvasElement, 'overblik-population', '.gaps');
  },
};
/** One could not be told and never will: it is said what to do instead, and not offered again. */
export const MessageNotPossible: Story = {
  ...MessageWritten,
  play: async (context) => {
    await MessageWritten.play!(context);
    await clickIn(context.canvasElement, 'overblik-population', 'dialog.run .primary');
    await findIn(context.canvasElement, 'overblik-population', 'dialog.run .failed');
  },
};
export const MessageNotPossibleEnglish: Story = { ...MessageNotPossible, globals: english };
export const MessageNotPossibleNarrow: Story = {
  ...MessageNotPossible,
  args: { ...MessageNotPossible.args, width: '400px' },
};
/** What is wrong stands at its field. */
export const TaskNotFilledIn: Story = {
  ...MessageWritten,
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(2));
    await findIn(canvasElement, 'overblik-population', '.action-form');
    await clickIn(canvasElement, 'overblik-population', 'dialog.run .primary');
    await findIn(canvasElement, 'overblik-population', '[aria-invalid=true]');
  },
};
export const TaskNotFilledInEnglish: Story = { ...TaskNotFilledIn, globals: english };

/** Of the messages the last. */
async function chooseReminder(canvas: HTMLElement): Promise<void> {
  const found = await findIn(canvas, 'overblik-population', '.action-form select');
  const select = found as HTMLSelectElement;
  select.selectedIndex = select.options.length - 1;
  select.dispatchEvent(new Event('change'));
}

/** And it can be taken back. */
export const CanBeUndone: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(3), 'dialog.ask .primary');
  },
};
export const CanBeUndoneEnglish: Story = { ...CanBeUndone, globals: english };
/** What was taken back is said, and can be done again. */
export const Undone: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(
      canvasElement,
      'overblik-population',
      ...[deed(3), 'dialog.ask .primary', '.late .button'],
    );
    await findIn(canvasElement, 'overblik-population', '.undone');
  },
};
export const UndoneNarrow: Story = { ...Undone, args: { ...Undone.args, width: '400px' } };
/** A colleague has changed some of them since: that stays, and the list says so. */
export const PartlyUndone: Story = {
  args: {
    state: {
      rounds: startedRounds,
      actions: hostActions,
      roundFaults: {
        // With the save that takes back what the one before has stored.
        meanwhile: (stored, ours) => {
          const mine = stored.members.find(
            ({ status, by }) => status === 'reviewed' && by === undefined,
          );
          const isTakenBack = ours.members.some(
            ({ patientId, status }) => patientId === mine?.patientId && status !== 'reviewed',
          );
          if (!isTakenBack || stored.members.some(({ by }) => by === 'CD')) return undefined;
          const members = stored.members.map((member) =>
            member === mine ? { ...member, status: 'to-follow-up' as const, by: 'CD' } : member,
          );
          return { ...stored, members };
        },
      },
    },
  },
  play: Undone.play!,
};
/** What one patient's panel offers to take back. */
export const UndoInPanel: Story = {
  args: { state: { rounds: startedRounds } },
  play: async ({ canvasElement }) => {
    const status = await findIn(canvasElement, 'overblik-grid', '.line .status[data-kind=open]');
    status.closest<HTMLElement>('.cell')?.focus();
    status.click();
    await clickIn(canvasElement, 'overblik-population', '.panel label:nth-of-type(2)');
    await findIn(canvasElement, 'overblik-population', '.panel [role=status] .link');
  },
};
/** That a round was begun can be taken back, as long as nobody has said anything in it. */
export const RoundBegun: Story = {
  args: { state: { rounds: startedRounds.slice(0, 1) } },
  play: async ({ canvasElement }) => {
    await openRound(canvasElement);
    await clickIn(
      canvasElement,
      'overblik-population',
      '.panel .buttons .primary[aria-disabled=false]',
    );
  },
};
export const ExemptMany: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(5));
  },
};
export const ExemptManyEnglish: Story = { ...ExemptMany, globals: english };
export const ExemptManyNarrow: Story = {
  ...ExemptMany,
  args: { ...ExemptMany.args, width: '400px' },
};
/** Why, for each marker: every number shows whom, and the profile's author may have the numbers without patients. */
export const Exemptions: Story = {
  args: { state: { rounds: exemptRounds } },
  play: async ({ canvasElement }) => {
    await openRound(canvasElement);
    await clickIn(canvasElement, 'overblik-population', '.panel .exemptions summary');
  },
};
export const ExemptionsNarrow: Story = {
  ...Exemptions,
  args: { ...Exemptions.args, width: '400px' },
};
export const ExemptionsEnglish: Story = { ...Exemptions, globals: english };
/** Those whose exemption says that something is wrong, in the data or in the rule. */
export const ExemptionReasons: Story = {
  args: {
    state: { rounds: exemptRounds },
    view: {
      columns: [{ id: 'exemption', hidden: false }],
      filters: [{ columnId: 'exemption', any: ['wrong-data', 'disagree', 'moved-abroad'] }],
      done: 'in-order',
    },
  },
};
/** What the round is to reach, when it is evaluated and who sees to it: written where it is read. */
export const RoundGoal: Story = {
  args: { state: { rounds: aimedRounds('2027-05-24') } },
  play: async ({ canvasElement }) => {
    await openRound(canvasElement);
    await clickIn(canvasElement, 'overblik-population', '.panel .aim summary');
  },
};
export const RoundGoalEnglish: Story = { ...RoundGoal, globals: english };
export const RoundGoalNarrow: Story = { ...RoundGoal, args: { ...RoundGoal.args, width: '400px' } };
/** The day has come: the line under the list says so, and the panel what has changed since, in numbers and patients. */
export const RoundToEvaluate: Story = {
  args: { state: { rounds: aimedRounds('2026-11-20') } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-population', '.footer .evaluation-due');
    await findIn(canvasElement, 'overblik-population', '.panel .since-began[open]');
  },
};
/** Of a round that was begun before that was written, nobody knows who has come: to judge: it reads as unknown, not as none. */
export const RoundToEvaluateUntold: Story = {
  ...RoundToEvaluate,
  args: { state: { rounds: aimedRounds('2026-11-20', false) } },
};
/** What the last round was to reach is offered to this one. To judge: it is not taken for this one's own. */
export const GoalOfTheLastRound: Story = {
  args: { state: { rounds: aimedBefore } },
  play: ({ canvasElement }) => openRound(canvasElement),
};
export const RoundToEvaluateNarrow: Story = {
  ...RoundToEvaluate,
  args: { ...RoundToEvaluate.args, width: '400px' },
};
export const RoundToEvaluateEnglish: Story = { ...RoundToEvaluate, globals: english };
/** Who is to see to whom, and by when: what is late says so in words, in its own column. */
export const Assigned: Story = {
  args: { state: { rounds: plannedRounds, actions: hostActions } },
};
export const AssignedEnglish: Story = { ...Assigned, globals: english };
export const AssignedNarrow: Story = { ...Assigned, args: { ...Assigned.args, width: '400px' } };
/** Whoever waits for the user, or for a role of the user's: as many as the button says. */
export const MyTasks: Story = {
  args: { state: { rounds: plannedRounds, actions: hostActions } },
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-population', '.reached.own'),
};
export const MyTasksNarrow: Story = { ...MyTasks, args: { ...MyTasks.args, width: '400px' } };
/** One click on a name; the user comes first. Of how many somebody else is replaced is told. */
export const AssignMany: Story = {
  args: { state: { rounds: plannedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(6));
    await findIn(canvasElement, 'overblik-population', '.panel .people');
  },
};
export const AssignManyEnglish: Story = { ...AssignMany, globals: english };
/** What is most often meant is one click; any other day can be written. */
export const SetDueMany: Story = {
  args: { state: { rounds: plannedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(7));
    await findIn(canvasElement, 'overblik-population', '.panel .own-day');
  },
};
export const SetDueManyEnglish: Story = { ...SetDueMany, globals: english };
/** Who has been tried, written to or booked, and how far each has come: the most pressing first. */
export const Recall: Story = {
  args: {
    state: { rounds: contactedRounds },
    view: { sort: [{ columnId: 'contact', descending: false }] },
  },
};
export const RecallNarrow: Story = { args: { ...Recall.args, width: '400px' } };
export const RecallEnglish: Story = { ...Recall, globals: english };
/** One click says what came of it; the day of the next try is what is due then. */
export const LogContactMany: Story = {
  args: { state: { rounds: contactedRounds, actions: hostActions }, width: '1600px' },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(8));
    await findIn(canvasElement, 'overblik-population', '.panel .attempt');
  },
};
export const LogContactManyEnglish: Story = { ...LogContactMany, globals: english };
/** Two have assigned one patient to two: the user chooses about that alone. */
export const AssignConflict: Story = {
  args: {
    state: {
      rounds: startedRounds,
      roundFaults: {
        meanwhile: (stored) => ({
          ...stored,
          members: stored.members.map((member) => ({
            ...member,
            ...{ assignee: { id: 'MK', name: 'Mette Kjær' }, by: 'CD' },
          })),
        }),
      },
    },
  },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', checkBox(5));
    await clickIn(
      canvasElement,
      'overblik-population',
      ...[deed(4), '.panel .people button', '.footer .notice .button'],
    );
    await findIn(canvasElement, 'overblik-population', '.panel .conflict');
  },
};
export const AssignConflictEnglish: Story = { ...AssignConflict, globals: english };
/** Who is exempted stays in place until the list is sorted again, which is offered. */
export const SortAgain: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', checkBox(3));
    await clickIn(canvasElement, 'overblik-population', deed(5));
    const note = await findIn(canvasElement, 'overblik-population', 'textarea[name=note]');
    (note as HTMLTextAreaElement).value = 'Palliativt forløb';
    note.dispatchEvent(new Event('input', { bubbles: true }));
    await clickIn(canvasElement, 'overblik-population', 'form:has([name=note]) .primary');
  },
};
/** What has no room on the line of the chosen stands in a panel. */
export const MoreActions: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions }, width: '700px' },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', '.footer .more:not(.no-room)');
  },
};
/** An action that succeeded for some and failed for others, with the host's reason and without. */
export const ActionDone: Story = {
  args: { state: { actions: [halfDone] } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 5, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(1), 'dialog.run .primary');
    await findIn(canvasElement, 'overblik-population', 'dialog.run .failed');
  },
};
export const ActionDoneEnglish: Story = { ...ActionDone, globals: english };
export const ActionDoneNarrow: Story = {
  ...ActionDone,
  args: { ...ActionDone.args, width: '400px' },
};
/**
 * Under way, and not yet come to its end. To judge: how far it has come; that it can be stopped, and what is done already
 * stays done.
 */
export const ActionUnderWay: Story = {
  args: { state: { actions: [endless] } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', ...[3, 4, 5, 6].map(checkBox));
    await clickIn(canvasElement, 'overblik-population', deed(1), 'dialog.run .primary');
    await findIn(canvasElement, 'overblik-population', 'dialog.run[open] progress');
  },
};
export const ActionUnderWayEnglish: Story = { ...ActionUnderWay, globals: english };
/** What is written in the round and could not be stored is in sight until it is. */
export const NotStored: Story = {
  args: { state: { rounds: startedRounds, roundFaults: { failSaves: 1000 } } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', checkBox(5));
    await clickIn(canvasElement, 'overblik-population', deed(1));
    await findIn(canvasElement, 'overblik-population', '.footer .notice');
  },
};
/** Two have written of the same patient: the round asks which of them stands. */
export const RoundConflict: Story = {
  args: {
    state: {
      rounds: startedRounds,
      roundFaults: {
        meanwhile: (stored) => ({
          ...stored,
          members: stored.members.map((member) =>
            member.status === 'new'
              ? { ...member, status: 'to-follow-up', note: 'Ringet til plejehjemmet', by: 'CD' }
              : member,
          ),
        }),
      },
    },
  },
  play: ({ canvasElement }) => disputed(canvasElement, 5),
};
export const RoundConflictEnglish: Story = { ...RoundConflict, globals: english };
export const RoundConflictNarrow: Story = {
  args: { ...RoundConflict.args, width: '400px' },
  // Cards have one line of heads less.
  play: ({ canvasElement }) => disputed(canvasElement, 4),
};
/** How far the round has come shows who they are: two statuses at once, and those alone. */
export const RoundProgress: Story = {
  args: { state: { rounds: startedRounds } },
  play: ({ canvasElement }) =>
    clickIn(
      canvasElement,
      'overblik-population',
      '.progress button:nth-of-type(2)',
      '.progress button:nth-of-type(3)',
    ),
};
/** Some are dealt with, reviewed or exempt: they stand last, and the switch says so. */
export const DoneLast: Story = { args: { state: { rounds: startedRounds } } };
export const DoneHidden: Story = {
  args: { state: { rounds: startedRounds }, view: { done: 'hidden' } },
};
/** One who has been reviewed since stays in place, and is moved when that is asked for. */
export const DoneSince: Story = {
  args: { state: { rounds: startedRounds, actions: hostActions } },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', checkBox(5));
    await clickIn(canvasElement, 'overblik-population', deed(3));
  },
};
export const DoneHiddenSince: Story = {
  ...DoneSince,
  args: { ...DoneSince.args, view: { done: 'hidden' } },
};
/** Nobody is left: no silent empty list, and a way back. */
export const AllDone: Story = {
  args: { state: { rounds: [allReviewed] }, view: { done: 'hidden' } },
};
export const NoneLeft: Story = {
  args: {
    state: { rounds: [allReviewed] },
    view: { done: 'hidden', filters: [{ columnId: 'age', min: 85 }] },
  },
};
export const AllDoneNarrow: Story = { args: { ...AllDone.args, width: '400px' } };
export const DoneHiddenNarrow: Story = { args: { ...DoneHidden.args, width: '400px' } };
export const RoundPanel: Story = {
  args: { state: { rounds: startedRounds } },
  play: async ({ canvasElement }) => {
    await openRound(canvasElement);
    await findIn(canvasElement, 'overblik-population', '.panel .buttons');
  },
};
export const StatusPanel: Story = {
  args: { state: { rounds: startedRounds } },
  play: async ({ canvasElement }) => {
    const status = await findIn(canvasElement, 'overblik-grid', '.line .status[data-kind=open]');
    // As a click does: the panel stands under what has the focus.
    status.closest<HTMLElement>('.cell')?.focus();
    status.click();
    await findIn(canvasElement, 'overblik-population', '.panel textarea');
  },
};
export const FilterPanel: Story = {
  play: async ({ canvasElement }) => {
    await clickIn(
      canvasElement,
      'overblik-population',
      '.filters .pill:nth-of-type(3)',
      '.panel .lines li:nth-child(7) .link',
    );
  },
};
export const FilterPanelEnglish: Story = { ...FilterPanel, globals: english };
export const FilterPanelNarrow: Story = {
  ...FilterPanel,
  args: { ...FilterPanel.args, width: '400px' },
};
export const OrderPanel: Story = {
  play: async ({ canvasElement }) => {
    (await buttonSaying(await listIn(canvasElement), /Mest sårbare|Most vulnerable/)).click();
    await findIn(canvasElement, 'overblik-population', '.panel .lines');
  },
};
/** The rows are sorted by a column, either way; or by priority again. */
export const OrderByColumn: Story = {
  args: { view: { sort: [{ columnId: 'age', descending: true }] } },
  play: async ({ canvasElement }) => {
    (await buttonSaying(await listIn(canvasElement), /Sortér|Sort:/)).click();
    await findIn(canvasElement, 'overblik-population', '.panel select');
  },
};
export const ExportPanel: Story = {
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-grid', checkBox(3));
    (await buttonSaying(await listIn(canvasElement), /Eksportér|Export/)).click();
    await clickIn(canvasElement, 'overblik-population', '.export button[value=csv]');
    await findIn(canvasElement, 'overblik-population', '.export .outcome p');
  },
};
export const ExportPanelEnglish: Story = { ...ExportPanel, globals: english };
export const AskedBeforeTheEnd: Story = {
  args: { state: { rounds: startedRounds } },
  play: async ({ canvasElement }) => {
    await openRound(canvasElement);
    await clickIn(canvasElement, 'overblik-population', '.panel .buttons .primary');
  },
};
/** What goes wrong later than the list came stands over the last rows, which stay where they are. */
export const JournalFailed: Story = {
  args: { state: { openJournal: () => Promise.reject(new Error('no')) } },
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-grid', '.line .link'),
};
export const TableView: Story = {
  args: { overview: 'charts' },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-population', '.tools [aria-pressed]'),
};
export const Panel: Story = {
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-population', '.views > :nth-last-child(2)'),
};
export const PanelEnglish: Story = { ...Panel, globals: english };
/** What the list is for and by which rules, opened from its head. To judge: it is read without its maker. */
export const ProfilePanel: Story = {
  play: async ({ canvasElement }) => {
    (await buttonSaying(await listIn(canvasElement), /Se profilen|Show the profile/)).click();
    await findIn(canvasElement, 'overblik-population', '.profile-side .document');
  },
};
export const Loading: Story = { args: { state: { delay: 600_000 } } };
export const NoClinic: Story = { args: { connected: false } };
export const NoProfile: Story = { args: { profiles: [] } };
export const NoMembers: Story = { args: { profiles: [nobody] } };
export const MissingSource: Story = { args: { state: { missing: ['medication'] } } };
export const CutShort: Story = { args: { state: { cutAfter: 1500 } } };
/** The table tells the same of a clinic cut short as the cards. */
export const CutShortTable: Story = {
  args: { state: { cutAfter: 1500 }, overview: 'charts' },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-population', '.tools [aria-pressed]'),
};
export const CutShortQuality: Story = {
  args: { state: { cutAfter: 1500 } },
  play: ({ canvasElement }) => openQuality(canvasElement),
};
export const BadRecords: Story = { args: { state: { junk: 60 } } };
/** The profile asks in a code system that no diagnosis of the clinic is in. */
export const NothingInSystem: Story = { args: { profiles: [inSks] } };
/** The profile says it too, before what it asks. */
export const NothingInSystemProfile: Story = {
  args: { profiles: [inSks] },
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-population', '.purpose .link'),
};
/** The adapter calls its lists otherwise: nobody is left out without a word. */
export const MisnamedList: Story = { args: { adapter: misnamed } };
export const MisnamedListQuality: Story = {
  args: { adapter: misnamed },
  play: ({ canvasElement }) => openQuality(canvasElement),
};
export const OddDataQuality: Story = {
  args: { adapter: odd },
  play: ({ canvasElement }) => openQuality(canvasElement),
};
/** What only markers, columns and indicators ask for arrives in another kind of unit: each of them says why it is undecided. */
export const OtherUnitQuality: Story = {
  args: { adapter: otherUnits, profiles: [type2Diabetes] },
  play: ({ canvasElement }) => openQuality(canvasElement),
};
export const OtherUnitQualityEnglish: Story = { ...OtherUnitQuality, globals: english };
/** The host has set a new adapter, which has not said yet whether it is of the same clinic. */
export const NewAdapter: Story = {
  args: { adapter: memoryAdapter(named) },
  play: async ({ canvasElement }) => {
    const list = await listIn(canvasElement);
    list.adapter = { ...memoryAdapter(named), describe: () => new Promise(() => undefined) };
  },
};
export const Failed: Story = { args: { state: { failAt: 'records' } } };
/** A mistake of the host's page: the adapter is a promise of one. */
export const AdapterIsPromise: Story = {
  args: { adapter: Promise.resolve(adapterWith()) as unknown as ClinicAdapter },
};
/** A frame that may neither print, save files nor have the clipboard: what the browser refuses, the list says. */
export const PrintInSandbox: Story = {
  ...inSandbox({ state: {} }),
  play: async ({ canvasElement }) => {
    const list = await listIn(await insideFrame(canvasElement));
    await list.print();
  },
};
export const ExportInSandbox: Story = {
  ...inSandbox({ state: {} }),
  play: async ({ canvasElement }) => {
    const page = await insideFrame(canvasElement);
    const list = await listIn(page);
    (await buttonSaying(list, /Eksportér|Export/)).click();
    await clickIn(page, 'overblik-population', '.export button[value=xlsx]');
    await findIn(page, 'overblik-population', '.export .notice');
  },
};
export const CopyInSandbox: Story = {
  ...inSandbox({ state: {} }),
  play: async ({ canvasElement }) => {
    const page = await insideFrame(canvasElement);
    await clickIn(page, 'overblik-grid', ...[3, 4].map(checkBox));
    const list = await listIn(page);
    (await buttonSaying(list, /Kopiér|Copy/)).click();
    // Refused to what comes after the click, and then to the click itself.
    await clickIn(page, 'overblik-population', '.notice.critical .button');
    await findIn(page, 'overblik-population', '.notice.critical:not(:has(.button + .button))');
  },
};
export const Hanging: Story = { args: { state: { hang: 'records' }, deadline: 50 } };
export const InvalidProfile: Story = {
  args: { profiles: [{ ...demens, codes: {}, markers: [{ id: 'x', level: 'high' }] }] },
};

function checkBox(row: number): string {
  return `.line[aria-rowindex="${row}"] [role=checkbox]`;
}

/** While something is done the page has a clipboard that takes everything: the browser’s own asks for a hand on a key. */
async function withClipboard(deed: () => Promise<void>): Promise<void> {
  const value = { write: ([item]: readonly ClipboardItem[]) => item!.getType('text/plain') };
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
  await deed();
  // What the browser has stands on the prototype.
  Reflect.deleteProperty(navigator, 'clipboard');
}

/** A button under the list, counted from 1: the host's two, then those of the round. The first of all lets go. */
function deed(place: number): string {
  return `.footer .chosen button:nth-of-type(${place + 1})`;
}

/** The list on the page, once its rows are there. */
function listIn(page: HTMLElement): Promise<OverblikPopulation> {
  return waitFor('the list', () => {
    const list = page.querySelector('overblik-population');
    return list?.view && list;
  });
}

async function openRound(page: HTMLElement): Promise<void> {
  (await buttonSaying(await listIn(page), /^\s*(Runde|Round)\s*$/)).click();
}

/** The patient of a row is marked as reviewed, and what a colleague has written meanwhile is looked at. */
async function disputed(page: HTMLElement, row: number): Promise<void> {
  await clickIn(page, 'overblik-grid', checkBox(row));
  await clickIn(page, 'overblik-population', deed(1), '.footer .notice .button');
  await findIn(page, 'overblik-population', '.panel .conflict');
}

async function openQuality(page: HTMLElement): Promise<void> {
  (await buttonSaying(await listIn(page), /Datakvalitet|Data quality/)).click();
}

/** A button of the list by its words, once it is drawn: the list is there before its tools are. */
function buttonSaying(list: Element, words: RegExp): Promise<HTMLElement> {
  return waitFor(String(words), () => {
    const buttons = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [])];
    return buttons.find(({ textContent }) => words.test(textContent));
  });
}

/** The list in a frame of a host that allows it next to nothing. */
function inSandbox({ state }: Pick<Args, 'state'>): Pick<Story, 'render'> {
  return {
    render: ({ profiles: documents }) =>
      framed(
        html`<overblik-population
          .adapter=${adapterWith(state)}
          .profiles=${documents}
          as-of=${asOf}
        ></overblik-population>`,
        { sandbox: 'allow-scripts allow-same-origin', allow: "clipboard-write 'none'" },
      ),
  };
}
