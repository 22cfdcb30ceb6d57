import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/editor.ts';
import {
  ArchiveError,
  exemptionCountsReport,
  memoryArchive,
  signProfile,
  type ProfileArchive,
  type TrustedPublisher,
} from '../src/archive/index.ts';
import { parseProfile } from '../src/profile/index.ts';
import { demens } from '../fixtures/profiles/index.ts';
import { packages } from '../fixtures/packages/index.ts';
import { adapterWith, asOf, clickIn, findIn, profiles, stage } from './stage.ts';

type Document = Readonly<Record<string, unknown>>;

const published = profiles.map((each): Document => ({
  ...(each as Document),
  status: 'published',
}));
const first: Document = {
  ...(demens as unknown as Document),
  version: '1.0.0',
  status: 'published',
  title: { da: 'Demens', en: 'Dementia' },
  population: { include: { diagnosis: { codes: 'demens' } } },
  markers: (demens.markers ?? []).slice(0, 1),
};
const draft: Document = {
  ...(demens as unknown as Document),
  version: '1.2.0-udkast',
  status: 'draft',
};
const approved: Document = {
  ...(demens as unknown as Document),
  status: 'published',
  about: {
    ...demens.about,
    audience: [{ da: 'Almen praksis', en: 'General practice' }],
    approvedBy: [{ name: 'Det faglige udvalg', on: '2026-09-01', until: '2028-09-01' }],
  },
};
const others = published.filter((each) => each['id'] !== demens.id);

const key = {
  ...{ kty: 'EC', crv: 'P-256' },
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
/** The example key of RFC 7515: everybody has it, and nobody should trust it. */
const secret = { ...key, d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI' };
const trusted: readonly TrustedPublisher[] = [{ name: 'Det faglige udvalg', key }];

function reports() {
  const outcome = parseProfile(approved);
  if (!outcome.ok) return [];
  const [marker] = outcome.profile.markers ?? [];
  const people = (count: number) => Array.from({ length: count }, (_, at) => String(at));
  return [12, 3, 27].map((count) =>
    exemptionCountsReport(
      [
        { marker: marker?.id, reason: 'disagree', patientIds: people(count) },
        { marker: marker?.id, reason: 'declined', patientIds: people(count + 4) },
        { marker: undefined, reason: 'not-relevant', patientIds: people(6) },
      ],
      outcome.profile,
      asOf,
    ),
  );
}

async function signed(document: Document) {
  return { document, signatures: [await signProfile(document, secret)] };
}

/** An archive with several versions of dementia, signed or not, and the other profiles. */
function whole(): ProfileArchive {
  const made = (async () =>
    memoryArchive([await signed(approved), await signed(first), draft, ...others, ...packages], {
      exemptions: { [demens.id]: reports() },
    }))();
  return later(made);
}

/** An archive that is still being made. */
function later(made: Promise<ProfileArchive>): ProfileArchive {
  return {
    list: async (signal) => (await made).list(signal),
    load: async (id, version, signal) => (await made).load(id, version, signal),
    contents: async (signal) => (await made).contents(signal),
    exemptions: async (id, signal) => (await made).exemptions!(id, signal),
    publish: async (publication, signal) => (await made).publish!(publication, signal),
    withdraw: async (id, version, withdrawal, signal) =>
      (await made).withdraw!(id, version, withdrawal, signal),
  };
}

async function withWithdrawn(): Promise<ProfileArchive> {
  const archive = memoryArchive([approved, first, ...others]);
  await archive.withdraw!(
    ...([demens.id, '1.0.0'] as const),
    { reason: 'Fandt kun diagnoser, ikke medicin', on: '2026-10-01' },
    new AbortController().signal,
  );
  return archive;
}

async function withBroken(): Promise<ProfileArchive> {
  const { signatures } = await signed(approved);
  return memoryArchive([{ document: { ...approved, messages: [] }, signatures }, ...others]);
}

interface Args {
  readonly store: ProfileArchive | undefined;
  readonly connected: boolean;
  readonly profileId: string | undefined;
  readonly version: string | undefined;
  readonly openAt: string | undefined;
  readonly trusts: boolean;
  readonly width: string;
}

/** The archive of profiles: search, versions, signatures, differences. */
const meta: Meta<Args> = {
  title: 'Archive',
  component: 'overblik-archive',
  parameters: { layout: 'fullscreen' },
  args: {
    connected: true,
    profileId: undefined,
    version: undefined,
    openAt: undefined,
    trusts: true,
    width: '100%',
  },
  argTypes: { store: { control: false } },
  render: ({ store, connected, profileId, version, openAt, trusts, width }) =>
    stage(
      html`<overblik-archive
        .adapter=${connected ? adapterWith() : undefined}
        .store=${store}
        .trusted=${trusts ? trusted : []}
        profile-id=${profileId ?? ''}
        .profileVersion=${version}
        .openAt=${openAt}
        as-of=${asOf}
        style="--overblik-height: 100%"
      ></overblik-archive>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const Search: Story = { args: { store: whole() } };
export const SearchEnglish: Story = { args: { store: whole() }, globals: { language: 'en' } };
export const Profile: Story = { args: { store: whole(), profileId: demens.id } };
/** A cluster package stands among the profiles; its profiles are a click away. */
export const ClusterPackage: Story = {
  args: { store: whole(), profileId: 'dk.klynge.demens-antipsykotika' },
};
export const ClusterPackageEnglish: Story = { ...ClusterPackage, globals: { language: 'en' } };
export const Versions: Story = {
  args: { store: whole(), profileId: demens.id, openAt: 'versions' },
};
/** What differs in words and codes; the patients are fetched when they are asked for. */
export const Difference: Story = {
  args: { store: whole(), profileId: demens.id, openAt: 'difference' },
};
/** Who comes and goes, by which criterion, each a click from the journal. */
export const DifferenceInPatients: Story = {
  ...Difference,
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-archive', '.in-patients .count');
    await clickIn(canvasElement, 'overblik-archive', '[data-way=come] summary');
    await findIn(canvasElement, 'overblik-archive', '[data-way=come] [open] .people');
  },
};
export const DifferenceInPatientsEnglish: Story = {
  ...DifferenceInPatients,
  globals: { language: 'en' },
};
export const DifferenceInPatientsNarrow: Story = {
  ...DifferenceInPatients,
  args: { ...Difference.args, width: '25rem' },
};
/** What clinics report of exemptions, without patients. */
export const Exemptions: Story = {
  args: { store: whole(), profileId: demens.id, openAt: 'exemptions' },
};
/** What is asked before a version is withdrawn. */
export const Withdrawing: Story = {
  args: { store: whole(), profileId: demens.id },
  play: async ({ canvasElement }) => {
    await clickIn(canvasElement, 'overblik-archive', '.page-head .commands .button:last-child');
    await findIn(canvasElement, 'overblik-archive', 'dialog[open]');
  },
};
/** A version that is older than the newest in force says so. */
export const OlderVersion: Story = {
  args: { store: whole(), profileId: demens.id, version: '1.0.0' },
};
export const Draft: Story = {
  args: { store: whole(), profileId: demens.id, version: '1.2.0-udkast' },
};
/** Withdrawn by its publisher: it is not taken into use. */
export const Withdrawn: Story = {
  args: { store: later(withWithdrawn()), profileId: demens.id, version: '1.0.0' },
};
/** Signed by a key that the host does not trust. */
export const UnknownSigner: Story = {
  args: { store: whole(), profileId: demens.id, trusts: false },
};
/** Changed since it was signed. */
export const BrokenSignature: Story = {
  args: { store: later(withBroken()), profileId: demens.id },
};
/** Some of it cannot be read: the rest is shown. */
export const PartlyBroken: Story = {
  args: { store: memoryArchive([approved, { id: 'dk.i-stykker', version: '1.0.0' }, ...others]) },
};
export const Failed: Story = {
  args: {
    store: {
      ...memoryArchive(),
      contents: () => Promise.reject(new ArchiveError('no-index', 'index.json')),
    },
  },
};
export const Loading: Story = {
  args: { store: { ...memoryArchive(), contents: () => new Promise<never>(() => undefined) } },
};
export const Empty: Story = { args: { store: memoryArchive() } };
export const NoArchive: Story = { args: { store: undefined, connected: false } };
export const Narrow: Story = { args: { store: whole(), width: '25rem' } };
export const NarrowProfile: Story = {
  args: { store: whole(), profileId: demens.id, width: '25rem' },
};
