import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { demens, manglendeForloebsplan } from '../fixtures/profiles/index.ts';
import type { ClinicAdapter, HostAction, PatientPlace, Round, Sharer } from '../src/define.ts';
import type { FaultyOptions } from '../src/testing/index.ts';
import { storyOpener, type StoryShare } from './share.ts';
import {
  adapterWith,
  asOf,
  askingActions,
  clickIn,
  clinic,
  findIn,
  framed,
  insideFrame,
  patients,
  profiles,
  stage,
} from './stage.ts';

interface Args {
  readonly state: FaultyOptions;
  /** In the place of one with faults. */
  readonly adapter?: ClinicAdapter;
  readonly profiles: readonly unknown[];
  readonly patientId?: string | undefined;
  readonly deadline?: number;
  readonly width?: string;
  readonly profileId?: string;
  readonly size?: 'strip';
  readonly seenOn?: string;
  readonly place?: PatientPlace;
  readonly share?: StoryShare['state'];
  readonly sharer?: Sharer;
}

const english = { language: 'en' };
const actions: readonly HostAction[] = [
  { id: 'queue', label: { da: 'Læg i kø', en: 'Add to queue' }, scope: 'many', run: () => done },
  { id: 'message', label: { da: 'Send besked', en: 'Message' }, scope: 'one', run: () => done },
];
const done = Promise.resolve([]);
const sharer = {
  recipients: [
    { name: 'Bo Overlæge', organisation: 'Eksempelby Sygehus' },
    { name: 'Ida Sygeplejerske', organisation: 'Eksempel Kommune' },
  ],
  share: () => Promise.resolve(),
  shares: () =>
    Promise.resolve([
      {
        ...{ id: 's1', purpose: 'Udskrivningskonference' },
        recipients: [{ name: 'Bo Overlæge', organisation: 'Eksempelby Sygehus' }],
        ...{ from: '2026-11-20T09:00:00+01:00', until: '2096-11-27T09:00:00+01:00' },
        openings: [
          { at: '2026-11-21T08:12:00+01:00', by: 'Bo Overlæge, Eksempelby Sygehus' },
          {
            at: '2026-11-22T13:40:00+01:00',
            by: 'Ida Sygeplejerske, Eksempel Kommune',
            refused: true,
          },
        ],
      },
      {
        ...{ id: 's2', purpose: 'Samarbejde med kommunen' },
        recipients: [{ name: 'Ida Sygeplejerske', organisation: 'Eksempel Kommune' }],
        ...{ from: '2026-09-01T09:00:00+02:00', until: '2026-09-08T09:00:00+02:00' },
        withdrawn: '2026-09-02T10:00:00+02:00',
      },
    ]),
  revoke: () => Promise.resolve(),
};
const profile = { id: demens.id, version: demens.version };
const by = { by: 'AB', at: '2026-11-23T14:02:00+01:00' };
const rounds: readonly Round[] = [
  {
    id: 'r1',
    revision: 1,
    profile,
    asOf: '2026-05-04',
    finished: '2026-05-20',
    members: [{ patientId: patients.medicated, status: 'to-follow-up', note: 'Ringet', by: 'CD' }],
  },
  {
    id: 'r2',
    revision: 1,
    profile,
    asOf: '2026-11-20',
    members: [
      {
        patientId: patients.medicated,
        status: 'to-follow-up',
        note: 'Ringet til datter. Aftalt medicingennemgang.',
        assignee: { id: 'MK', name: 'Mette Kjær' },
        due: '2026-12-08',
        exemptions: [
          {
            ...{ marker: 'antipsykotika', reason: 'done-elsewhere', note: 'Under udtrapning' },
            ...{ until: '2027-01-31', ...by },
          },
        ],
        ...by,
      },
    ],
  },
];

/** The patient cockpit in each of its states. */
const meta: Meta<Args> = {
  title: 'Cockpit',
  component: 'overblik-cockpit',
  args: { state: {}, profiles, patientId: patients.medicated, width: '400px' },
  argTypes: { state: { control: 'object' } },
  render: ({ state, adapter, profiles: documents, patientId, deadline, width, share, ...more }) =>
    stage(
      html`<overblik-cockpit
        .adapter=${adapter ?? adapterWith(state)}
        .profiles=${documents}
        .patientId=${patientId}
        .deadline=${deadline}
        .profileId=${more.profileId}
        .size=${more.size}
        .seenOn=${more.seenOn}
        .place=${more.place}
        .sharer=${more.sharer ?? sharer}
        .envelope=${share}
        .opener=${share && opener(share)}
        as-of=${asOf}
      ></overblik-cockpit>`,
      width,
      'auto',
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const SidePanel: Story = {};
export const SidePanelEnglish: Story = { ...SidePanel, globals: english };
export const FullPage: Story = { args: { width: '100%' } };
export const FullPageEnglish: Story = { ...FullPage, globals: english };
/** What the clinic has beside the programme's seven types: a care plan, vaccinations, notes, messages. */
export const CarePlanAndMessages: Story = {
  args: { patientId: patients.planned, width: '100%', profiles: [manglendeForloebsplan] },
};
export const Strip: Story = { args: { width: '100%', size: 'strip' } };
/** Status and note stand in the foot, where there are rounds; nobody goes through a list here. */
export const RoundUnderWay: Story = {
  args: { state: { actions, rounds }, profileId: demens.id, width: '100%' },
};
/** A host that goes through a list of its own: the foot has the way, and tells the host. */
export const InAListOfTheHost: Story = {
  args: {
    state: { actions, rounds },
    profileId: demens.id,
    width: '100%',
    place: { at: 3, of: 24 },
  },
};
/** On an earlier day there is the way through the list, and nothing to set. */
export const InAListOnAnEarlierDay: Story = {
  args: { ...InAListOfTheHost.args, width: '400px', seenOn: '2025-05-01' },
};
export const AllProfiles: Story = { args: { width: '100%', profileId: 'all' } };
export const AllProfilesEnglish: Story = { ...AllProfiles, globals: english };
export const Actions: Story = { args: { state: { actions }, width: '100%' } };
/** What an action is to say is written in a dialog of its own, and previewed. */
export const MessageWritten: Story = {
  args: { state: { actions: askingActions }, width: '100%', profileId: demens.id },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-cockpit', '.advice .deeds .button');
    await findIn(canvasElement, 'overblik-cockpit', '.letter');
  },
};
export const MessageWrittenEnglish: Story = { ...MessageWritten, globals: english };
export const MessageWrittenNarrow: Story = {
  ...MessageWritten,
  args: { ...MessageWritten.args, width: '400px' },
};
export const Exempted: Story = { args: { state: { actions, rounds }, profileId: demens.id } };
/** Why is asked by one click, in words where there is more to say. */
export const ExemptMarker: Story = {
  args: { state: { actions, rounds: rounds.slice(0, 1) }, profileId: demens.id },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-cockpit', '.asks');
    await clickIn(canvasElement, 'overblik-cockpit', 'form.exempt [value=wrong-data]');
  },
};
export const ExemptMarkerEnglish: Story = { ...ExemptMarker, globals: english };
/** An advice opened. To judge: what it builds on and whose rule it is are read at once, and its buttons stand where they stood. */
export const AdviceOpened: Story = {
  args: { state: { actions }, profileId: demens.id },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-cockpit', '.advice .more > summary');
    await findIn(canvasElement, 'overblik-cockpit', '.advice .more[open]');
  },
};
export const AdviceOpenedEnglish: Story = { ...AdviceOpened, globals: english };
/** What was taken back is said in the foot, over what is pressed. To judge: it is read whole, and nothing below it has moved. */
export const UndoneInFoot: Story = {
  args: { state: { actions, rounds }, profileId: demens.id },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-cockpit', '.foot .pills label:nth-of-type(3) input');
    const chosen = '.foot .pills label:nth-of-type(3) input:checked';
    const pill = await findIn(canvasElement, 'overblik-cockpit', chosen);
    const keys = { key: 'z', ctrlKey: true, bubbles: true, composed: true };
    pill.dispatchEvent(new KeyboardEvent('keydown', keys));
    await findIn(canvasElement, 'overblik-cockpit', '.foot .undone .notice');
  },
};
export const UndoneInFootEnglish: Story = { ...UndoneInFoot, globals: english };
/** A colleague has written of the patient meanwhile. To judge: whose is whose, and that nothing is lost by either choice. */
export const ConflictInFoot: Story = {
  args: {
    state: {
      actions,
      rounds,
      roundFaults: {
        meanwhile: (stored) => ({
          ...stored,
          members: stored.members.map((member) =>
            member.patientId === patients.medicated
              ? { ...member, status: 'new', note: 'Datter ringer selv tilbage', by: 'CD' }
              : member,
          ),
        }),
      },
    },
    profileId: demens.id,
  },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-cockpit', '.foot .pills label:nth-of-type(3) input');
    await findIn(canvasElement, 'overblik-cockpit', '.foot .conflict');
  },
};
export const ConflictInFootEnglish: Story = { ...ConflictInFoot, globals: english };
/** Nobody is exempt before it is said why: Escape leaves all as it was. */
export const AskedWhyExempt: Story = {
  args: { ...RoundUnderWay.args, width: '400px' },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-cockpit', '.foot .pills label:last-child input');
    await findIn(canvasElement, 'overblik-cockpit', 'dialog.ask[open] [name=reason]');
  },
};
export const AskedWhyExemptEnglish: Story = { ...AskedWhyExempt, globals: english };
/** The reason is told before an exemption ends, and stays as a note. */
export const AskedBeforeExemptionEnds: Story = {
  args: { state: { actions, rounds }, profileId: demens.id },
  play: ({ canvasElement }) => clickIn(canvasElement, 'overblik-cockpit', '.exempted .link'),
};
export const TimeMachine: Story = { args: { seenOn: '2025-05-01', width: '100%' } };
/** Of dates known to their year or month nobody can say whether they are new: they stand on a line of their own. */
export const ChangedSince: Story = {
  args: { adapter: withPartialDates() },
  play: async ({ canvasElement }) => {
    const compare = (await findIn(
      canvasElement,
      'overblik-cockpit',
      '[part=time] label + label input',
    )) as HTMLInputElement;
    compare.value = '2026-06-01';
    compare.dispatchEvent(new Event('change', { bubbles: true }));
  },
};
export const ChangedSinceEnglish: Story = { ...ChangedSince, globals: english };
export const Shared: Story = { args: { share: 'open', width: '100%' } };
export const SharedEnglish: Story = { ...Shared, globals: english };
export const SharedSidePanel: Story = { args: { share: 'open' } };
export const SharedExpired: Story = { args: { share: 'expired' } };
export const SharedAltered: Story = { args: { share: 'altered' } };
export const SharedWithSomebodyElse: Story = { args: { share: 'stranger' } };
/** Whom to give a view of the patient, of what, and until when. */
export const ShareForm: Story = {
  play: async ({ canvasElement }) => {
    buttonCalled(await findCockpit(canvasElement), /Giv kiggeadgang|Give view access/).click();
    await findIn(canvasElement, 'overblik-cockpit', 'dialog[open] form');
  },
};
/** What is wrong with a share stands at its field. Look at: is it plain what to mend, also at 400 px? */
export const ShareFormFaults: Story = {
  play: async ({ canvasElement }) => {
    buttonCalled(await findCockpit(canvasElement), /Giv kiggeadgang|Give view access/).click();
    const go = await findIn(canvasElement, 'overblik-cockpit', 'dialog[open] form .primary');
    go.click();
    await findIn(canvasElement, 'overblik-cockpit', 'dialog[open] .fault:not(:empty)');
  },
};
export const ShareFormFaultsEnglish: Story = { ...ShareFormFaults, globals: english };
/** A share that is given: the form is gone, and what was given before can be withdrawn. */
export const ShareGiven: Story = {
  play: async ({ canvasElement }) => {
    buttonCalled(await findCockpit(canvasElement), /Giv kiggeadgang|Give view access/).click();
    const find = (selector: string) =>
      findIn(canvasElement, 'overblik-cockpit', `dialog[open] ${selector}`);
    (await find('[name=recipient]')).click();
    (await find('.purposes button')).click();
    (await find('form .primary')).click();
    await find('.given li');
    await find('.another');
  },
};
export const ShareGivenEnglish: Story = { ...ShareGiven, globals: english };
/** Before a share is withdrawn it is asked whose, and told what it does. */
export const AskedBeforeShareEnds: Story = {
  play: async ({ canvasElement }) => {
    buttonCalled(await findCockpit(canvasElement), /Giv kiggeadgang|Give view access/).click();
    await clickIn(canvasElement, 'overblik-cockpit', 'dialog[open] .given li > button');
    await findIn(canvasElement, 'overblik-cockpit', 'dialog.ask[open]');
  },
};
export const AskedBeforeShareEndsEnglish: Story = { ...AskedBeforeShareEnds, globals: english };
/** The host cannot tell what was given. To judge: that does not read as nobody having been given a share. */
export const SharesUntold: Story = {
  args: { sharer: { ...sharer, shares: () => Promise.reject(new Error('no')) } },
  play: async ({ canvasElement }) => {
    buttonCalled(await findCockpit(canvasElement), /Giv kiggeadgang|Give view access/).click();
    await findIn(canvasElement, 'overblik-cockpit', 'dialog[open] .given [role=alert]');
  },
};
export const SharesUntoldEnglish: Story = { ...SharesUntold, globals: english };
/** The host did not share. To judge: what was written stands, and it can be tried again. */
export const ShareFailed: Story = {
  args: { sharer: { ...sharer, share: () => Promise.reject(new Error('no')) } },
  play: async ({ canvasElement }) => {
    buttonCalled(await findCockpit(canvasElement), /Giv kiggeadgang|Give view access/).click();
    const find = (selector: string) =>
      findIn(canvasElement, 'overblik-cockpit', `dialog[open] ${selector}`);
    (await find('[name=recipient]')).click();
    (await find('.purposes button')).click();
    (await find('form .primary')).click();
    await find('form [role=alert]:not(:empty), form .said:not(:empty)');
  },
};
export const ShareFailedEnglish: Story = { ...ShareFailed, globals: english };
/** All profiles at once: what two say of one thing is one card. Look at: is each profile's word still there? */
export const AllProfilesSidePanel: Story = {
  args: { profileId: 'all' },
};
/** An earlier day to see the patient on. */
export const EarlierDay: Story = {
  play: async ({ canvasElement }) => {
    buttonCalled(await findCockpit(canvasElement), /Vis pr|as of/i).click();
  },
};
/** A frame that may not print: what the browser refuses, the cockpit says. */
export const PrintInSandbox: Story = {
  render: ({ state, profiles: documents, patientId }) =>
    framed(
      html`<overblik-cockpit
        .adapter=${adapterWith(state)}
        .profiles=${documents}
        .patientId=${patientId}
        as-of=${asOf}
      ></overblik-cockpit>`,
      { sandbox: 'allow-scripts allow-same-origin' },
    ),
  play: async ({ canvasElement }) => {
    const page = await insideFrame(canvasElement);
    buttonCalled(await findCockpit(page), /Udskriv|Print/).click();
    await findIn(page, 'overblik-cockpit', '.notice');
  },
};
export const NotAMember: Story = { args: { patientId: patients.young } };
export const Undecided: Story = { args: { patientId: patients.undecided } };
export const Dead: Story = { args: { patientId: patients.dead } };
export const MarkupInData: Story = { args: { patientId: patients.markup } };
export const TwoProfiles: Story = {
  args: { profiles: [demens, { ...demens, id: 'dk.anden', title: { da: 'En anden profil' } }] },
};
export const NobodyChosen: Story = { args: { patientId: undefined } };
export const Loading: Story = { args: { state: { delay: 600_000 } } };
export const MissingSource: Story = { args: { state: { missing: ['medication', 'result'] } } };
/** The practice system answers that it does not have the patient any more. */
export const Gone: Story = {
  args: { adapter: { ...adapterWith(), patient: () => Promise.resolve(null) } },
};
export const Failed: Story = { args: { state: { failAt: 'patient' } } };
export const Hanging: Story = { args: { state: { hang: 'patient' }, deadline: 50 } };
export const InvalidProfile: Story = { args: { profiles: [{ ...demens, codes: {} }] } };

async function findCockpit(page: HTMLElement): Promise<ShadowRoot> {
  const name = await findIn(page, 'overblik-cockpit', 'h2');
  return name.getRootNode() as ShadowRoot;
}

/** A button by its words, or by its name to screen readers. */
function buttonCalled(root: ShadowRoot, words: RegExp): HTMLElement {
  const found = [...root.querySelectorAll('button')].find(
    (each) => words.test(each.title) || words.test(each.textContent),
  );
  if (!found) throw new Error(`No button says ${String(words)}.`);
  return found;
}

/** The patient, with a service and a diagnosis of which only the year or the month is known. */
function withPartialDates(): ClinicAdapter {
  const adapter = adapterWith();
  return {
    ...adapter,
    async patient(id, request, signal) {
      const records = await adapter.patient(id, request, signal);
      return (
        records && {
          ...records,
          services: [
            ...(records.services ?? []),
            { code: '0101', text: 'Konsultation', at: '2026' },
          ],
          diagnoses: [
            ...(records.diagnoses ?? []),
            { code: 'R74', text: 'Akut luftvejsinfektion', from: '2026-06' },
          ],
        }
      );
    },
  };
}

function opener(state: StoryShare['state']) {
  const patient = clinic.patients.find((each) => each.patient.id === patients.medicated);
  if (!patient) throw new Error('The clinic has no such patient.');
  return storyOpener({ patient, description: clinic.description, profiles: [demens], asOf, state });
}
