/**
 * All that an adapter has goes over the bridge, as it is: the members that the contract names are read from its own
 * source, so that one that is added has to be told here, and how it passes.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  ActionContext,
  ClinicAdapter,
  HostAction,
  OpenContext,
  Round,
} from '../../../src/adapter/index.ts';
import { bridgeMethods, type BridgeMethod } from '../../../src/adapter/bridge/messages.ts';
import type { Sharer } from '../../../src/index.ts';
import { everything, searched, signal } from '../stage.ts';
import { closeStages, stageBridge } from './stage.ts';

afterEach(closeStages);

/** Each member of the contract that is called, or read, and what carries it. */
const members: Readonly<Record<string, Readonly<Record<string, readonly BridgeMethod[]>>>> = {
  ClinicAdapter: {
    ...{ describe: ['describe'], records: ['records'], search: ['search'], patient: ['patient'] },
    ...{ openJournal: ['openJournal'], actions: ['actions', 'action.run'] },
    ...{ rounds: ['rounds.list', 'rounds.save'], profiles: ['profiles.list', 'profiles.load'] },
  },
  RoundStore: { list: ['rounds.list'], save: ['rounds.save'] },
  ProfileStore: { list: ['profiles.list'], load: ['profiles.load'] },
  HostAction: {
    ...{ id: ['actions'], label: ['actions'], scope: ['actions'], patientsPerCall: ['actions'] },
    ...{ fields: ['actions'], run: ['action.run'] },
  },
  Sharer: {
    ...{ recipients: ['sharer'], longestDays: ['sharer'], purposes: ['sharer'] },
    ...{ share: ['sharer.share'], shares: ['sharer.shares'], revoke: ['sharer.revoke'] },
  },
};

describe('the contract', () => {
  const sources = ['adapter/types', 'adapter/action-types', 'model/cockpit/share'];
  const interfaces = new Map(
    sources.flatMap((name) => {
      const text = readFileSync(`src/${name}.ts`, 'utf8');
      const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
      return file.statements.filter(ts.isInterfaceDeclaration).map((each) => {
        const names = each.members.map(({ name: own }) => (own as ts.Identifier).text);
        return [each.name.text, { names, each, file }] as const;
      });
    }),
  );

  it.each(Object.keys(members))('%s has the members that pass, and no other', (name) => {
    expect(interfaces.get(name)?.names.sort()).toEqual(Object.keys(members[name]!).sort());
  });

  it('has no other part that is called', () => {
    const called = [...interfaces].flatMap(([name, { each }]) =>
      each.members.some(
        (member) =>
          ts.isMethodSignature(member) ||
          (ts.isPropertySignature(member) && member.type && ts.isFunctionTypeNode(member.type)),
      )
        ? [name]
        : [],
    );
    // A share that was opened is an adapter of its own, and is where it is opened.
    expect(called.filter((name) => name !== 'OpenedShare').sort()).toEqual(
      Object.keys(members).sort(),
    );
  });

  it('needs each method of the protocol', () => {
    const used = Object.values(members).flatMap((each) => Object.values(each).flat());
    expect([...new Set(used)].sort()).toEqual([...bridgeMethods].sort());
  });
});

/** An adapter that writes down what it is asked, and answers with what it is given. */
function recorder(answer: unknown = { said: 'yes' }) {
  const asked: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  const note =
    (name: string) =>
    (...args: readonly unknown[]): Promise<never> => {
      asked.push({
        name,
        args: args.map((each) => (each instanceof AbortSignal ? 'signal' : each)),
      });
      return Promise.resolve(answer as never);
    };
  const action = (id: string): HostAction => ({
    ...{ id, label: { da: id }, scope: 'many', patientsPerCall: 7, run: note(`run ${id}`) },
    fields: [{ id: 'body', type: 'template', label: { da: 'Besked' }, maxLength: 2000 }],
  });
  const adapter: ClinicAdapter = {
    describe: note('describe'),
    async *records(...args) {
      await note('records')(...args);
      yield [answer] as never;
      yield [];
      yield [answer, answer] as never;
    },
    search: note('search'),
    patient: note('patient'),
    openJournal: note('openJournal'),
    actions: [action('first'), action('second')],
    rounds: { list: note('rounds.list'), save: note('rounds.save') },
    profiles: { list: note('profiles.list'), load: note('profiles.load') },
  };
  const sharer: Sharer = {
    recipients: [{ name: 'Bo', organisation: 'Sygehuset', key: { kty: 'EC' } } as never],
    ...{ longestDays: 7, purposes: [{ da: 'Konference' }] },
    ...{ share: note('share'), shares: note('shares'), revoke: note('revoke') },
  };
  return { asked, adapter, sharer };
}

const round: Round = {
  ...{ id: 'r1', revision: 3, asOf: '2026-11-24', profile: { id: 'p', version: '1.0.0' } },
  members: [{ patientId: '1', status: 'new', note: 'Ringes op “i morgen” 🩺', left: true }],
};
const from: OpenContext = { from: 'population', profile: { id: 'p', version: '1.0.0' } };
const context: ActionContext = {
  ...from,
  ...{ marker: 'm', runKey: 'k', patientKeys: { 1: 'k1' }, content: { 1: { body: 'Kære Bo' } } },
  reasons: { 1: [{ profile: { id: 'p', version: '1' }, title: { da: 'P' }, markers: ['m'] }] },
};
const patient = { id: '1', cpr: '0101419996' };

/** Each call that can be made, of an adapter and how it shares. */
const calls: Readonly<
  Record<string, (adapter: ClinicAdapter, sharer: Sharer | undefined) => unknown>
> = {
  describe: (adapter) => adapter.describe(signal),
  async records(adapter) {
    const batches: unknown[] = [];
    for await (const batch of adapter.records!(everything, signal)) batches.push(batch);
    return batches;
  },
  search: (adapter) => adapter.search!(searched, signal),
  patient: (adapter) => adapter.patient('1', everything, signal),
  openJournal: (adapter) => adapter.openJournal(patient, from),
  'first action': (adapter) => adapter.actions![0]!.run([patient, { id: '2' }], context, signal),
  'second action': (adapter) => adapter.actions![1]!.run([patient], context, signal),
  'rounds.list': (adapter) => adapter.rounds!.list('p', signal),
  'rounds.save': (adapter) => adapter.rounds!.save(round, signal),
  'profiles.list': (adapter) => adapter.profiles!.list(signal),
  'profiles.load': (adapter) => adapter.profiles!.load('p', '1.0.0', signal),
  'profiles.load, the newest': (adapter) => adapter.profiles!.load('p', undefined, signal),
  share: (_, sharer) => sharer!.share({ key: 'k', patient: { id: '1' } } as never),
  shares: (_, sharer) => sharer!.shares!('1'),
  revoke: (_, sharer) => sharer!.revoke!('s'),
};

describe.each([
  ['an object', { said: 'yes', list: [1, null, 'æ'], none: null }],
  ['null', null],
  ['nothing', undefined],
  ['a text', 'Forkert'],
  ['an empty list', []],
])('a call that is answered by %s', (_, answer) => {
  it.each(Object.keys(calls))('%s asks the same, and is answered the same', async (name) => {
    const [direct, served] = [recorder(answer), recorder(answer)];
    const { adapter } = await stageBridge(served.adapter, { host: { sharer: served.sharer } });
    const call = calls[name]!;
    const expected = await call(direct.adapter, direct.sharer);
    expect(await call(adapter, adapter.sharer)).toEqual(
      // A list has no place for nothing.
      name === 'records' ? JSON.parse(JSON.stringify(expected)) : expected,
    );
    expect(served.asked).toEqual(direct.asked);
  });
});

describe('what an adapter has', () => {
  it('is what the page has: members, actions with their fields, and how it shares', async () => {
    const { adapter: served, sharer } = recorder();
    const { adapter } = await stageBridge(served, { host: { sharer } });
    expect(Object.keys(adapter).sort()).toEqual([...Object.keys(served), 'close', 'sharer'].sort());
    const plain = (actions: ClinicAdapter['actions']) =>
      actions?.map((each) => ({ ...each, run: typeof each.run }));
    expect(plain(adapter.actions)).toEqual(plain(served.actions));
    const { recipients, longestDays, purposes } = sharer;
    expect(adapter.sharer).toMatchObject({ recipients, longestDays, purposes });
  });

  it.each(['records', 'search', 'actions', 'rounds', 'profiles'] as const)(
    'is not there over the bridge where it is not there before: %s',
    async (name) => {
      const { [name]: _, ...served } = recorder().adapter;
      const { adapter } = await stageBridge(served);
      expect(adapter).not.toHaveProperty([name]);
      expect(adapter.sharer).toBeUndefined();
      expect(Object.keys(adapter).sort()).toEqual([...Object.keys(served), 'close'].sort());
    },
  );

  it('is left to the check where it is wrong: it finds the same faults', async () => {
    const { adapter: served } = recorder();
    const actions = [
      { ...served.actions![0]!, run: 'no function' },
      null,
      { ...served.actions![0]!, id: 7, scope: 'all', label: 'Læg i kø' },
      served.actions![0]!,
    ] as unknown as readonly HostAction[];
    const { adapter } = await stageBridge({ ...served, actions });
    const { reportsOnAdapter } = await import('../../../src/adapter/reports.ts');
    expect(reportsOnAdapter({ ...served, actions }).length).toBeGreaterThan(4);
    expect(reportsOnAdapter(adapter)).toEqual(reportsOnAdapter({ ...served, actions }));
  });
});
