/**
 * Nothing of a host's text is ever logged: whatever a host's object throws when it is read (an error may name a
 * patient), the console, `window.onerror` and rejected promises say nothing of it, and the element still says
 * something in words. Every public property of every element, each member of what may stand in it, and each part of
 * what is answered.
 */
import { expect } from '@open-wc/testing';
import type { PatientRecords } from '../../src/define.ts';
import { someOf } from '../depth.ts';
import { adapterWith, asOf, clinic, demens, place, textOf, until } from './stage.ts';
import {
  answered,
  broken,
  fail,
  listenAnew,
  secret,
  throwingAtAll,
  told,
  type Case,
} from './unheard.ts';

/** Every case (`npm run test:deep`); else every eighth, and of each property others. */
const some = (cases: readonly Case[], place = 0) => someOf(cases, Math.min(8, cases.length), place);

// ── The elements ─────────────────────────────────────────────────────────────────────────────────

const member = clinic.patients.find(({ diagnoses = [] }) =>
  diagnoses.some(({ code }) => code.startsWith('P70')),
)!;
const few = { ...clinic, patients: [member] };
const patientId = member.patient.id;
const rounds = { list: () => Promise.resolve([]), save: () => Promise.resolve({}) };
const action = { id: 'a', label: { da: 'Kø' }, scope: 'many', run: () => Promise.resolve([]) };
const good = { ...adapterWith({ patients: 1 } as never), rounds, actions: [action], profiles: {} };
const whole = {
  ...good,
  describe: () => Promise.resolve({ ...few.description, patients: 1 }),
  records: async function* records() {
    yield [member];
  },
  patient: () => Promise.resolve(member),
};
const facts = {
  id: 'share-id-1',
  sender: 'K',
  sharedBy: { name: 'A', organisation: 'K' },
  recipient: { name: 'B', organisation: 'S' },
  purpose: 'P',
  from: new Date(Date.now() - 1000).toISOString(),
  until: new Date(Date.now() + 60_000).toISOString(),
  openedAt: new Date().toISOString(),
  asOf,
  types: ['diagnosis'],
};
const opened = {
  opened: true,
  facts,
  patientId,
  profiles: [demens],
  adapter: () => whole,
  isWithdrawn: () => false,
};

const streaming = (batch: unknown) =>
  async function* records() {
    yield batch;
  };
const inAdapter = (name: string, cases: readonly Case[]): readonly Case[] =>
  cases.map(([how, value]) => [how, { ...whole, [name]: value }] as const);
const parts = (records: PatientRecords): readonly Case[] => [
  ...broken(records),
  ...broken(records.patient).map(([how, patient]) => [`patient.${how}`, { ...records, patient }] as const),
  ...broken(records.diagnoses![0]!).map(([how, each]) => [`diagnosis.${how}`, { ...records, diagnoses: [each] }] as const),
]; // prettier-ignore

/** Of what both the list and the cockpit ask for. */
const adapters: readonly Case[] = [
  ...broken(whole),
  ...inAdapter('describe', answered('describe', few.description)),
  ...inAdapter('describe', broken(few.description.coverage).map(([how, coverage]) => [`coverage ${how}`, async () => ({ ...few.description, coverage })])),
  ...inAdapter('rounds', broken(rounds)),
  ...inAdapter('rounds', answered('list', []).map(([how, list]) => [how, { ...rounds, list }])),
  ...inAdapter('actions', broken([])),
  ...inAdapter('actions', broken(action).map(([how, each]) => [`action ${how}`, [each]])),
]; // prettier-ignore
/** Of what the list alone asks for. */
const listAdapters: readonly Case[] = [
  ...inAdapter('records', answered('records', [])),
  ...inAdapter('records', broken([]).map(([how, batch]) => [`batch ${how}`, streaming(batch)])),
  ...inAdapter('records', parts(member).map(([how, each]) => [`records yields ${how}`, streaming([each])])),
  ...answered('search', { patients: 1, members: [] }).map(([how, search]) => [how, { ...whole, records: undefined, search }] as const),
]; // prettier-ignore
/** Of what the cockpit alone asks for. */
const cockpitAdapters: readonly Case[] = [
  ...inAdapter('patient', answered('patient', member)),
  ...inAdapter('patient', parts(member).map(([how, each]) => [`patient → ${how}`, async () => each])),
]; // prettier-ignore

const profiles: readonly Case[] = [
  ...broken([]),
  ...broken(demens).map(([how, each]) => [`one ${how}`, [each]] as const),
];
const view = {
  profileId: 'dk.demens',
  tab: 'members',
  columns: [],
  filters: [],
  sort: [],
  query: '',
};
const named = { id: 'v', name: 'V', view, shared: true };
const sharer = {
  recipients: [{ name: 'B', organisation: 'S' }],
  longestDays: 7,
  share: () => Promise.resolve(),
};
const openers: readonly Case[] = [
  ...broken(() => 0),
  ...answered('opens', opened),
  ...broken(facts).map(([how, each]) => [`facts ${how}`, async () => ({ ...opened, facts: each })] as const),
  ...broken(whole).map(([how, each]) => [`adapter ${how}`, async () => ({ ...opened, adapter: () => each })] as const),
]; // prettier-ignore
/** Of the properties that are texts, numbers and yes or no. */
const plain = broken({});
const common = {
  // The list and the cockpit try all that is answered too; the others ask by the same models.
  adapter: broken(whole),
  profiles,
  failureHandler: [...plain, ['throws', fail]] as readonly Case[],
  onfailure: plain,
  ...{ asOf: plain, theme: plain, deadline: plain },
  texts: [
    ...plain,
    [
      'a language that cannot be read',
      Object.defineProperty({}, 'da', { enumerable: true, get: fail }),
    ],
    [
      'functions that throw',
      { da: { population: { found: fail, share: fail }, patient: { age: fail } } },
    ],
  ] as readonly Case[],
};

const table: Readonly<
  Record<string, { readonly properties: Readonly<Record<string, readonly Case[]>>; readonly more?: object }>
> = {
  'overblik-population': {
    properties: { ...common, adapter: [...adapters, ...listAdapters], view: broken(view), views: [...broken([named]), ...broken(named).map(([how, each]) => [`one ${how}`, [each]] as const)], worker: plain, profileId: plain, patientId: plain, density: plain, beside: plain, overview: plain, keys: plain, toAllLists: plain, combination: plain, others: plain },
  },
  'overblik-cockpit': {
    properties: { ...common, adapter: [...adapters, ...cockpitAdapters], sharer: broken(sharer), round: plain, profileId: plain, patientId: plain, patientOf: plain, size: plain, seenOn: plain, keys: plain, place: broken({ at: 3, of: 24, hasNext: true, hasPrevious: true }) },
    more: { patientId },
  },
  'overblik-marker': { properties: { ...common, patientId: plain }, more: { patientId } },
  'overblik-profile': {
    properties: { ...common, profile: broken(demens), profileId: plain, openAt: plain, links: plain },
    more: {},
  },
  'overblik-workspace': {
    properties: { ...common, view: broken(view), views: broken([named]), worker: plain, sharer: broken(sharer), profileId: plain, patientId: plain, page: plain, combined: broken(['dk.demens', 'dk.kol']), followUps: broken([]), density: plain, keys: plain },
    more: { patientId },
  },
  'overblik-grid': {
    properties: { columns: broken([]), rows: plain, selection: plain, currentId: plain, density: plain, label: plain, selectable: plain },
  },
}; // prettier-ignore

const settled = async (turns = 8) => {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve, 2));
};

type Placed = HTMLElementTagNameMap['overblik-marker'];

/** Places one element a case, and answers what was told of them, and which of them say nothing. */
async function tried(tag: string, cases: readonly (readonly [string, object])[]): Promise<string> {
  listenAnew();
  const placed = cases.map(([how, properties]) => {
    const given = { adapter: whole, ...properties } as never;
    // So small that little is drawn which no case is about.
    const element = place(tag as 'overblik-marker', given, { width: 400, height: 300 });
    return [how, element] as const;
  });
  await settled();
  const silentNow = () => placed.filter(([, each]) => tag !== 'overblik-grid' && saysNothing(each));
  // A busy machine takes its time to draw them.
  for (let turn = 0; turn < 100 && silentNow().length > 0; turn++) await settled(2);
  const silent = silentNow();
  for (const [, element] of placed) element.parentElement!.remove();
  await settled(2);
  // The grid is told what to draw by an element of ours, and has no words of its own for what it cannot read.
  const words = tag === 'overblik-grid' ? told().filter((each) => each.includes(secret)) : told();
  return [...words, ...silent.map(([how]) => `${how}: says nothing`)].join(' | ');
}

const saysNothing = (element: Placed) => textOf(element).trim() === '';

/** The more elements stand on a page, the longer each takes. */
const atOnce = 30;

/** Many at once; where something was told, one by one, to name the case. */
async function nothingIsTold(tag: string, cases: readonly (readonly [string, object])[]) {
  let told = '';
  for (let at = 0; at < cases.length; at += atOnce)
    told += await tried(tag, cases.slice(at, at + atOnce));
  if (told === '') return;
  const found: string[] = [];
  for (const each of cases) {
    const words = await tried(tag, [each]);
    if (words !== '') found.push(`${each[0]}: ${words}`);
  }
  expect(found.join('\n')).to.equal('');
  throw new Error(`Of many at once this was told, and of none by itself: ${told}`);
}

for (const [tag, { properties, more }] of Object.entries(table))
  describe(tag, () => {
    for (const [place, [property, all]] of Object.entries(properties).entries()) {
      const cases = some(all, place);
      it(`${property}: ${cases.length} that cannot be read`, () =>
        nothingIsTold(
          tag,
          cases.map(([how, value]) => [how, { ...more, [property]: value }] as const),
        ));
    }
  });

describe('a shared view', () => {
  const shared = { adapter: undefined, envelope: 'e' };

  it(`opener: ${some(openers).length} that cannot be read`, () =>
    nothingIsTold(
      'overblik-cockpit',
      some(openers).map(([how, opener]) => [how, { ...shared, opener }] as const),
    ));

  it('envelope: what is no text', () =>
    nothingIsTold(
      'overblik-cockpit',
      plain.map(([how, envelope]) => [how, { ...shared, envelope, opener: () => opened }] as const),
    ));
});

it('every public property of every element is in the table', () => {
  // A text, a native one, what stands below, and what writes on the console on purpose.
  const known = ['lang', 'language', 'dev', 'opener', 'envelope', 'asTable'];
  for (const [tag, { properties }] of Object.entries(table)) {
    const { elementProperties } = customElements.get(tag) as unknown as {
      readonly elementProperties: ReadonlyMap<string, { readonly state?: boolean }>;
    };
    for (const [name, { state }] of elementProperties)
      if (!state && !known.includes(name)) expect(Object.keys(properties), tag).to.include(name);
  }
});

it('an element that could not be read says so, and shows what can be read afterwards', async () => {
  const element = place('overblik-cockpit', { adapter: whole as never, patientId });
  const isShown = () => textOf(element).includes(member.patient.name);
  await until('the patient', isShown);
  element.profileId = throwingAtAll({}) as never;
  await element.updateComplete;
  expect(isShown()).to.equal(false);
  await until('the word', () => textOf(element).includes('Der vises ingen patienter'));
  element.profileId = undefined;
  await until('the patient', isShown);
  expect(textOf(element)).to.not.include('Der vises ingen');
});
