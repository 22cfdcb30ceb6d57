/** What the rounds of several lists say on their combined one, and what an action leaves in each. */
import { describe, expect, it } from 'vitest';
import type { ClinicAdapter, Round, RoundMember } from '../../../src/adapter/index.ts';
import {
  callReasonsOf,
  CombinedRounds,
  defaultPriority,
  factsOfList,
  RoundModel,
  RoundRepositories,
  type CombinedRoundsInputs,
  type RoundEffect,
} from '../../../src/model/index.ts';
import { faultyAdapter, faultyRounds } from '../../../src/testing/index.ts';
import { asOf, complete } from '../../engine/build.ts';
import { combinedOf, copd, diabetes, listOf, patients, populationOf } from '../combined.ts';

const roundOf = (id: string, ...members: readonly RoundMember[]): Round => ({
  ...{ id: `${id}#1`, revision: 1, profile: { id, version: '1.0.0' }, asOf: '2026-10-01', members },
});

async function opened(rounds: readonly Round[] = [], more: Partial<ClinicAdapter> = {}) {
  const store = faultyRounds(rounds);
  const inner = faultyAdapter({ description: { name: 'K', coverage: complete }, patients });
  const adapter = { ...inner, rounds: store, ...more };
  const repositories = new RoundRepositories();
  const combined = new CombinedRounds(repositories);
  const inputs: CombinedRoundsInputs = {
    ...{ adapter, asOf, population: populationOf(), user: 'AB', clinicId: 'k' },
    now: () => '2026-11-24T10:00:00+01:00',
  };
  await combined.update(inputs);
  const stored = async (id: string) => {
    while (repositories.isUnsaved) await new Promise((resolve) => setTimeout(resolve));
    const found = await store.list(id, new AbortController().signal);
    return new Map(found.at(-1)?.members.map((member) => [member.patientId, member]));
  };
  return { combined, inputs, repositories, stored };
}

const effects = ['diabetes', 'copd', 'both', 'maybe'].map((patientId): RoundEffect => ({
  ...{ patientId, status: 'to-follow-up', contact: { outcome: 'sent' } },
}));

const said = (combined: CombinedRounds, id: string) => combined.listRound('da')!.statuses.get(id);

describe('what the rounds say', () => {
  it('is the least that is done on the lists that a patient is on', async () => {
    const { combined } = await opened([
      roundOf(
        'dk.diabetes',
        { patientId: 'both', status: 'reviewed', note: 'Ringet', due: '2026-12-24' },
        { patientId: 'diabetes', status: 'reviewed' },
        { patientId: 'copd', status: 'reviewed' },
      ),
      roundOf('dk.kol', {
        patientId: 'both',
        status: 'to-follow-up',
        note: 'Spirometri',
        due: '2026-12-01',
      }),
    ]);
    expect(combined.state.phase).toBe('ready');
    expect(said(combined, 'both')).toMatchObject({
      ...{ status: 'to-follow-up', due: '2026-12-01' },
      note: 'Diabetes: Ringet · KOL: Spirometri',
      lists: [{ status: 'reviewed' }, { status: 'to-follow-up' }],
    });
    expect(said(combined, 'diabetes')).toMatchObject({ status: 'reviewed' });
    // What the round of another list says of somebody is not asked.
    expect(said(combined, 'copd')).toMatchObject({ status: 'new' });
    expect([...combined.listRound('da')!.done!]).toEqual(['diabetes']);
    const english = combined.listRound('en')!.statuses.get('both');
    expect(english!.note).toBe('Diabetes (en): Ringet · COPD: Spirometri');
  });

  it('is not known as long as one of them is not', async () => {
    const failing = faultyRounds([], { failLists: 100 });
    const { combined } = await opened([], { rounds: failing });
    expect(combined.state.phase).toBe('failed');
    expect(said(combined, 'both')).toMatchObject({ isUnknown: true });
    combined.dispose();
    expect(combined.listRound('da')).toBeUndefined();
  });

  it('is nothing of a profile that is made of no others, and of a clinic without rounds', async () => {
    const { combined, inputs } = await opened();
    await combined.update({ ...inputs, population: populationOf(diabetes) });
    expect(combined.listRound('da')).toBeUndefined();
    const { rounds: _, ...adapter } = inputs.adapter!;
    await combined.update({ ...inputs, adapter });
    expect(combined.listRound('da')).toBeUndefined();
  });
});

describe('what is exempted', () => {
  const reason = { reason: 'declined' as const, note: '' };
  const nsaidOf = (profile: string, marker: string) =>
    roundOf(profile, {
      ...{ patientId: 'both', status: 'new' },
      exemptions: [{ marker, ...reason, by: 'AB', at: '2026-11-01T10:00:00+01:00' }],
    });

  it('counts still where another list asks the same', async () => {
    const one = await opened([nsaidOf('dk.kol', 'gigtmedicin')]);
    expect([...one.combined.listRound('da')!.exempt!]).toEqual([['both', new Set()]]);
    const both = await opened([
      ...[nsaidOf('dk.kol', 'gigtmedicin'), nsaidOf('dk.diabetes', 'nsaid')],
    ]);
    const name = '2.gigtmedicin';
    expect([...both.combined.listRound('da')!.exempt!]).toEqual([['both', new Set([name])]]);
    expect(said(both.combined, 'both')!.exemptions!.map(({ marker }) => marker)).toEqual([
      name,
      name,
    ]);
  });

  it('of a whole patient on one list leaves what the other asks, controls included', async () => {
    const { combined } = await opened([
      roundOf('dk.diabetes', { patientId: 'both', status: 'exempt', exemptReason: 'declined' }),
    ]);
    const list = listOf();
    list.setRound(combined.listRound('da'));
    const row = list.indexOf('both');
    expect(list.row(row).markers.map(({ id }) => id)).toEqual(['2.gigtmedicin', '2.gammel']);
    expect(list.data.flags.controls.map(({ truths }) => truths[row])).toEqual([0]);
    expect(said(combined, 'both')).toMatchObject({ status: 'new' });
  });

  it('of a patient of whom another list cannot say may count still', async () => {
    const { combined } = await opened([
      roundOf('dk.diabetes', { patientId: 'maybe', status: 'exempt' }),
    ]);
    const exempt = combined.listRound('da')!.exempt!.get('maybe');
    expect(exempt).toEqual(new Set(['1.ung', 'control:1.aarskontrol']));
  });
});

describe('what an action comes to', () => {
  it('is written in the round of each ticked list that the patient is on for certain', async () => {
    const { combined, stored } = await opened();
    combined.noting()(effects, new Set(['dk.diabetes', 'dk.kol']));
    const statuses = async (id: string) =>
      [...(await stored(id)).values()]
        .filter(({ status, contact }) => status === 'to-follow-up' && contact?.length === 1)
        .map(({ patientId }) => patientId);
    expect(await statuses('dk.diabetes')).toEqual(['diabetes', 'both', 'maybe']);
    expect(await statuses('dk.kol')).toEqual(['copd', 'both']);
    expect(said(combined, 'both')).toMatchObject({ status: 'to-follow-up' });
    // One call, be it written on two lists.
    expect(said(combined, 'both')!.contact).toHaveLength(1);
  });

  it('is written nowhere else, and where it belongs when something else is shown by then', async () => {
    const { combined, inputs, stored } = await opened();
    const note = combined.noting();
    await combined.update({ ...inputs, population: populationOf(copd) });
    note(effects, new Set(['dk.kol']));
    expect((await stored('dk.kol')).get('both')).toMatchObject({ status: 'to-follow-up' });
    expect((await stored('dk.diabetes')).size).toBe(0);
  });

  it('can be taken back in each list', async () => {
    const { combined } = await opened();
    combined.noting()(effects, new Set(['dk.diabetes', 'dk.kol']));
    for (const { round } of combined.lists) {
      expect(round.state.undoable?.kind).toBe('status');
      round.undo();
      round.undo();
    }
    expect(said(combined, 'both')).toMatchObject({ status: 'new' });
    expect(said(combined, 'both')!.contact).toBeUndefined();
  });
});

describe('what was done from a combined list', () => {
  it('can be taken back in its lists, whichever is opened, until the clinic is another', async () => {
    const { combined, inputs, repositories } = await opened();
    combined.noting()(effects, new Set(['dk.diabetes', 'dk.kol']));
    const single = new RoundModel({}, repositories);
    const open = async (id: string, more: Partial<CombinedRoundsInputs> = {}) => {
      const { population: _, ...rest } = { ...inputs, ...more };
      await combined.update({ ...rest, population: undefined });
      const profile = { id, version: '1.0.0' };
      await single.update({ ...rest, profile, members: ['both'], undecided: [] });
      while (repositories.isUnsaved) await new Promise((resolve) => setTimeout(resolve));
      return single.state.undoable?.kind;
    };
    for (const id of ['dk.kol', 'dk.diabetes', 'dk.kol']) expect(await open(id)).toBe('status');
    for (const id of ['dk.kol', 'dk.diabetes']) {
      await open(id);
      single.undo();
      single.undo();
      expect(single.member('both')).toMatchObject({ status: 'new' });
      expect(single.member('both')).not.toHaveProperty('contact');
    }
    expect(await open('dk.kol', { adapter: undefined })).toBeUndefined();
    expect(repositories.all).toEqual([]);
  });
});

describe('the reasons of an action', () => {
  const reasons = (ids = ['diabetes', 'copd', 'both', 'maybe']) => callReasonsOf(listOf(), ids)!;

  it('are the ticked lists that a patient is on, with what is set there by the names of its profile', () => {
    const all = reasons();
    expect(all.of('both')).toEqual([
      {
        profile: { id: 'dk.diabetes', version: '1.0.0' },
        title: diabetes.title,
        markers: ['nsaid', 'ung'],
      },
      {
        profile: { id: 'dk.kol', version: '1.0.0' },
        title: { da: 'KOL', en: 'COPD' },
        markers: ['gigtmedicin', 'gammel'],
      },
    ]);
    expect(all.of('maybe').map(({ profile }) => profile.id)).toEqual(['dk.diabetes']);
    expect(all.lists).toMatchObject([
      { part: { id: 'dk.diabetes' }, count: 3, undecided: 0, isTicked: true },
      { part: { id: 'dk.kol' }, count: 2, undecided: 1, isTicked: true },
    ]);
    all.toggle('dk.diabetes');
    expect(all.of('both').map(({ profile }) => profile.id)).toEqual(['dk.kol']);
    expect(all.of('diabetes')).toEqual([]);
    expect([...all.ticked]).toEqual(['dk.kol']);
    all.toggle('dk.diabetes');
    expect(all.of('diabetes')).toHaveLength(1);
  });

  it('stand in a message, and what comes first of them', () => {
    const list = listOf();
    const all = callReasonsOf(list, ['both'])!;
    const fact = factsOfList(list, defaultPriority, 'Klinik', all);
    expect(fact('both', 'conditions')).toBe('diabetes og KOL');
    expect(fact('both', 'reason')).toMatch(/^NSAID ved KOL/);
    all.toggle('dk.kol');
    expect(fact('both', 'conditions')).toBe('diabetes');
    all.toggle('dk.kol');
    all.toggle('dk.diabetes');
    expect(fact('both', 'conditions')).toBe('KOL');
    const single = listOf(populationOf(copd), 'en');
    expect(factsOfList(single, defaultPriority, 'Klinik')('both', 'conditions')).toBe('COPD');
  });

  it('name no list that none of the patients may be on', () => {
    expect(reasons(['diabetes']).lists.map(({ part }) => part.id)).toEqual(['dk.diabetes']);
    expect(callReasonsOf(listOf(populationOf(diabetes)), ['both'])).toBeUndefined();
    expect(callReasonsOf(listOf(populationOf(combinedOf(copd, diabetes))), [])!.lists).toEqual([]);
  });
});
