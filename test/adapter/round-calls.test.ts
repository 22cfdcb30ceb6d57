import { describe, expect, it } from 'vitest';
import {
  listRounds,
  saveRound,
  type AdapterFailure,
  type Round,
  type RoundStore,
} from '../../src/adapter/index.ts';

const secret = 'Frida Fiktiv 050542-9968';
const profile = { id: 'dk.demens', version: '1.0.0' };
const good = {
  id: 'r1',
  revision: 3,
  profile,
  asOf: '2026-05-01',
  finished: '2026-06-01',
  undecided: ['u'],
  members: [
    {
      patientId: 'a',
      status: 'exempt',
      note: 'n',
      earlier: 'e',
      exemptReason: 'declined',
      exemptUntil: '2027-01-01',
      exemptions: [
        {
          marker: 'm',
          reason: 'wrong-data',
          note: 'n',
          until: '2027-01-01',
          by: 'AB',
          at: '2026-05-01T10:00:00+02:00',
        },
      ],
      assignee: { id: 'AB', name: 'Anne Bendtsen' },
      due: '2026-12-24',
      by: 'AB',
      at: '2026-05-01T10:00:00+02:00',
      markers: ['m'],
      left: true,
    },
    { patientId: 'b', status: 'new' },
  ],
} satisfies Round;
const [first, second] = good.members;

const storeOf = (answer: unknown): RoundStore => ({
  list: () => Promise.resolve(answer as never),
  save: () => Promise.resolve(answer as never),
});
const list = (answer: unknown) => listRounds(storeOf(answer), profile.id, { deadline: 1000 });
const save = (answer: unknown) => saveRound(storeOf(answer), good, { deadline: 1000 });
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error as AdapterFailure,
  );

describe('stored rounds', () => {
  it('come as they are, and are a copy', async () => {
    const answer = structuredClone(good);
    const { rounds, unusable } = await list([answer]);
    expect(unusable).toEqual([]);
    expect(rounds).toStrictEqual([{ round: good, rejected: [] }]);
    answer.members[0]!.exemptions![0]!.note = 'changed';
    answer.profile.version = 'changed';
    expect(rounds[0]?.round).toEqual(good);
  });

  it('keep what a later version of the library, or the store itself, put into them', async () => {
    const later = {
      ...good,
      owner: { name: 'x' },
      members: [{ ...second, priority: 3, exemptions: [{ marker: 'm', note: 'n', reason: 7 }] }],
    };
    const { rounds } = await list([later]);
    expect(rounds[0]?.round).toStrictEqual(later);
  });

  it('null is taken as absent', async () => {
    const answer = {
      ...good,
      finished: null,
      undecided: null,
      own: null,
      members: [{ ...second, note: null, exemptUntil: null, markers: null, left: null, own: null }],
    };
    const { rounds, unusable } = await list([answer]);
    expect(unusable).toEqual([]);
    expect(rounds[0]?.round).toStrictEqual({
      id: 'r1',
      revision: 3,
      profile,
      asOf: '2026-05-01',
      members: [second],
    });
  });

  it.each<[string, unknown, string]>([
    ['no object', 7, '/0'],
    ['null', null, '/0'],
    ['a list', [good], '/0'],
    ['no id', { ...good, id: undefined }, '/0/id'],
    ['an id that is a number', { ...good, id: 7 }, '/0/id'],
    ['a revision below zero', { ...good, revision: -1 }, '/0/revision'],
    ['half a revision', { ...good, revision: 0.5 }, '/0/revision'],
    ['a revision that is a text', { ...good, revision: '3' }, '/0/revision'],
    ['no profile', { ...good, profile: 'dk.demens' }, '/0/profile'],
    ['a profile without version', { ...good, profile: { id: profile.id } }, '/0/profile'],
    ['another profile', { ...good, profile: { ...profile, id: 'x' } }, '/0/profile'],
    ['a day that is none', { ...good, asOf: '2026-02-30' }, '/0/asOf'],
    ['a time for a day', { ...good, asOf: '2026-02-03T10:00' }, '/0/asOf'],
    ['an end that is no day', { ...good, finished: true }, '/0/finished'],
    ['undecided that are numbers', { ...good, undecided: ['u', 7] }, '/0/undecided'],
    ['no members', { ...good, members: undefined }, '/0/members'],
    ['members that are no list', { ...good, members: {} }, '/0/members'],
    // What comes first is told.
    ['much', { ...good, id: 7, asOf: 7 }, '/0/id'],
  ])('%s: the round is set aside, and the next one shows', async (_, entry, path) => {
    const next = { ...good, id: 'r2' };
    const { rounds, unusable } = await list([entry, next]);
    expect(rounds).toEqual([{ round: next, rejected: [] }]);
    expect(unusable).toEqual([path]);
  });

  it.each<[string, unknown, string]>([
    ['no object', 7, ''],
    ['null', null, ''],
    ['a list', [second], ''],
    ['no patient', { status: 'new' }, '/patientId'],
    ['the same patient again', { patientId: 'a', status: 'new' }, '/patientId'],
    ['a status to come', { ...second, status: 'later' }, '/status'],
    ['a status that is none', { ...second, status: ['new'] }, '/status'],
    ['a note that is none', { ...second, note: 7 }, '/note'],
    ['an earlier note that is none', { ...second, earlier: {} }, '/earlier'],
    ['an end that is no day', { ...second, exemptUntil: 'snart' }, '/exemptUntil'],
    ['exemptions that are no list', { ...second, exemptions: {} }, '/exemptions'],
    ['an exemption without note', { ...second, exemptions: [{ marker: 'm' }] }, '/exemptions'],
    [
      'an exemption until some day',
      { ...second, exemptions: [{ marker: 'm', note: 'n', until: 'snart' }] },
      '/exemptions',
    ],
    ['an assignee without id', { ...second, assignee: { name: 'Anne' } }, '/assignee'],
    ['an assignee that is a text', { ...second, assignee: 'AB' }, '/assignee'],
    ['something due some day', { ...second, due: 'snart' }, '/due'],
    ['nobody who did it', { ...second, by: 7 }, '/by'],
    ['a time that is none', { ...second, at: 7 }, '/at'],
    ['markers that are numbers', { ...second, markers: [7] }, '/markers'],
    ['left in words', { ...second, left: 'yes' }, '/left'],
    ['much', { ...second, left: 'yes', note: 7 }, '/note'],
  ])('%s: the member is set aside as it came, and the rest shows', async (_, entry, path) => {
    const { rounds, unusable } = await list([{ ...good, members: [first, entry, second] }]);
    expect(rounds).toEqual([{ round: good, rejected: [entry] }]);
    expect(rounds[0]?.rejected[0]).toBe(entry);
    expect(unusable).toEqual([`/0/members/1${path}`]);
  });

  it('an exemption’s end that is null is no end', async () => {
    const exemption = { marker: 'm', note: 'n' };
    const members = [{ ...second, exemptions: [{ ...exemption, until: null, by: null }] }];
    const { rounds, unusable } = await list([{ ...good, members }]);
    expect(unusable).toEqual([]);
    expect(rounds[0]?.round.members[0]?.exemptions).toMatchObject([exemption]);
  });

  it('a class of the store’s own will do', async () => {
    class Stored {
      readonly patientId = 'a';
      readonly status = 'new';
    }
    const { rounds } = await list([{ ...good, members: [new Stored()] }]);
    expect(rounds[0]?.round.members).toEqual([{ patientId: 'a', status: 'new' }]);
  });

  it('names no key and no value of the store’s own', async () => {
    const { rounds, unusable } = await list([
      { ...good, [secret]: 1, members: [{ ...second, [secret]: 1, note: { [secret]: secret } }] },
      { [secret]: secret },
      secret,
    ]);
    expect(rounds).toHaveLength(1);
    expect(unusable).toEqual(['/0/members/0/note', '/1/id', '/2']);
  });

  it.each([undefined, null, 7, 'x', {}])('%j for a list is junk', async (answer) => {
    expect(await failureOf(list(answer))).toMatchObject({ kind: 'junk', call: 'rounds' });
  });

  it('nothing hostile gets further than the call', async () => {
    const throwing = {
      get id(): string {
        throw new Error(secret);
      },
    };
    const proxy = new Proxy({}, { has: fail, get: fail, ownKeys: fail });
    for (const answer of [
      [throwing],
      [proxy],
      [{ ...good, members: [proxy] }],
      [{ ...good, fail }],
    ]) {
      const failure = await failureOf(list(answer));
      expect(failure).toMatchObject({ kind: 'threw', call: 'rounds' });
      expect(String(failure)).not.toContain('Frida');
    }
    function fail(): never {
      throw new Error(secret);
    }
  });

  it('a cycle and a prototype do no harm', async () => {
    const cyclic: Record<string, unknown> = { ...good };
    cyclic.self = cyclic;
    const { rounds, unusable } = await list([
      cyclic,
      JSON.parse(`{"__proto__":{"id":"r","revision":1},"members":[]}`),
      {
        ...good,
        members: [JSON.parse('{"patientId":"x","status":"new","__proto__":{"left":true}}')],
      },
    ]);
    expect(unusable).toEqual(['/1/id']);
    expect(rounds).toHaveLength(2);
    expect(rounds[1]?.round.members[0]?.left).toBeUndefined();
    expect(({} as { left?: unknown }).left).toBeUndefined();
  });
});

describe('the answer to a save', () => {
  it('says what is stored now: ours, or what stands in the way', async () => {
    const stored = { ...good, revision: 4 };
    expect(await save({ saved: true, round: stored })).toEqual({
      saved: true,
      round: stored,
      rejected: [],
      unusable: [],
    });
    const junk = { patientId: 7 };
    const conflict = { ...stored, members: [first, junk] };
    expect(await save({ saved: false, conflict, round: 7 })).toEqual({
      saved: false,
      round: { ...stored, members: [first] },
      rejected: [junk],
      unusable: ['/conflict/members/1/patientId'],
    });
  });

  it.each<unknown>([
    undefined,
    null,
    [],
    'saved',
    {},
    { saved: 'yes', round: good },
    { saved: true },
    { saved: true, conflict: good },
    { saved: false, round: good },
    { saved: true, round: { ...good, revision: 'x' } },
    { saved: true, round: { ...good, id: 'another' } },
    { saved: true, round: { ...good, profile: { id: 'dk.another', version: '1.0.0' } } },
    { saved: false, conflict: { ...good, profile: { id: 'dk.another', version: '1.0.0' } } },
  ])('%j is junk', async (answer) => {
    expect(await failureOf(save(answer))).toMatchObject({ kind: 'junk', call: 'rounds' });
  });
});
