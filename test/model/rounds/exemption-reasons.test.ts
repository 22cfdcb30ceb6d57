/** Why a patient or a marker is exempt, coded: stored, merged, taken back, carried on, counted, and told without patients. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listRounds, type Round, type RoundMember } from '../../../src/adapter/index.ts';
import { copyText, toCsv } from '../../../src/export/index.ts';
import {
  countExemptions,
  exemptionIn,
  exemptionReasons,
  exemptionReport,
  nameExemptionReason,
} from '../../../src/model/index.ts';
import { differingFields, mergeMembers, sayTheSame } from '../../../src/model/rounds/fields.ts';
import { carryOver, joinMembers, takeIn } from '../../../src/model/rounds/members.ts';
import { defaultProtection, protect } from '../../../src/report/index.ts';
import { protectedCount } from '../../../src/model/protected-count.ts';
import { faultyRounds } from '../../../src/testing/index.ts';
import { asOf, planOf } from '../../engine/build.ts';
import { Desk, listed, profile, round } from './stage.ts';

async function stored(store: Parameters<typeof listed>[0], id = 'a') {
  const [first] = await listed(store);
  return first?.members.find(({ patientId }) => patientId === id);
}

/** As a store keeps it. */
const asJson = (member: RoundMember) => JSON.parse(JSON.stringify(member)) as unknown;

describe('the reason of an exempt patient', () => {
  it('is stored beside note and day, stays while the patient is exempt, and goes with the status', async () => {
    const store = faultyRounds([round()]);
    const { model } = await new Desk(store).open();
    model.setStatus(['a', 'b'], 'exempt', { exemptReason: 'declined', exemptUntil: '2027-01-01' });
    await model.retry();
    expect(await stored(store)).toMatchObject({ status: 'exempt', exemptReason: 'declined' });
    expect(model.statusOf('b')).toMatchObject({ exemptReason: 'declined' });
    model.setStatus(['a'], 'exempt', { exemptUntil: '2027-06-01' });
    expect(model.member('a')).toMatchObject({
      exemptReason: 'declined',
      exemptUntil: '2027-06-01',
    });
    model.setStatus(['a'], 'exempt', { exemptReason: '' });
    expect(model.member('a').exemptReason ?? '').toBe('');
    model.setStatus(['b'], 'reviewed');
    await model.retry();
    expect(await stored(store, 'b')).not.toHaveProperty('exemptReason');
    expect(await stored(store, 'a')).not.toHaveProperty('exemptReason');
    // Whoever is exempt anew is so for a new reason, or for none.
    model.setStatus(['b'], 'exempt');
    expect(model.member('b').exemptReason ?? '').toBe('');
  });

  it('leaves the notes that are there, and is not that of an exemption that has ended', async () => {
    const store = faultyRounds([
      round(
        {},
        { patientId: 'a', status: 'new', note: 'Ring' },
        ...([
          { patientId: 'b', status: 'exempt', exemptReason: 'declined', exemptUntil: '2020-01-01' },
        ] as const),
      ),
    ]);
    const { model } = await new Desk(store).open();
    model.setStatus(['a'], 'exempt', { exemptReason: 'wrong-data' });
    expect(model.member('a')).toMatchObject({ note: 'Ring', exemptReason: 'wrong-data' });
    expect(model.member('b').status).toBe('to-follow-up');
    expect(model.statusOf('b')).not.toHaveProperty('exemptReason');
    model.setStatus(['b'], 'exempt');
    expect(model.member('b').exemptReason ?? '').toBe('');
  });

  it('is taken back and done again', async () => {
    const { model } = await new Desk(faultyRounds([round()])).open();
    model.setStatus(['a'], 'exempt', { exemptReason: 'declined' });
    model.setStatus(['a'], 'exempt', { exemptReason: 'disagree' });
    model.undo();
    expect(model.member('a').exemptReason).toBe('declined');
    model.undo();
    expect(model.member('a')).toMatchObject({ status: 'new' });
    expect(model.member('a')).not.toHaveProperty('exemptReason');
    model.redo();
    model.redo();
    expect(model.member('a').exemptReason).toBe('disagree');
  });

  it('is told of each of the patient’s markers that has none of its own', () => {
    const member: RoundMember = {
      ...{ patientId: 'a', status: 'exempt', exemptReason: 'declined' },
      exemptions: [{ marker: 'm', note: '', reason: 'wrong-data' }],
    };
    expect(exemptionIn(member, 'm')).toMatchObject({ reason: 'wrong-data' });
    expect(exemptionIn(member, 'n')).toMatchObject({ reason: 'declined', ofPatient: true });
  });
});

describe('the reason of an exempted marker', () => {
  it('is stored with or without words, and replaced with them', async () => {
    const store = faultyRounds([round()]);
    const { model } = await new Desk(store).open();
    model.exemptMarker('a', 'm', { reason: 'done-elsewhere', note: '' });
    await model.retry();
    expect((await stored(store))?.exemptions).toMatchObject([
      { marker: 'm', reason: 'done-elsewhere', note: '', by: 'AB' },
    ]);
    expect(model.statusOf('a').exemptions).toHaveLength(1);
    model.exemptMarker('a', 'm', { note: 'Aftalt' });
    expect(model.member('a').exemptions[0]).not.toHaveProperty('reason');
    model.undo();
    expect(model.member('a').exemptions[0]).toMatchObject({ reason: 'done-elsewhere', note: '' });
  });
});

describe('a round of another version', () => {
  it('without reasons is read as before, and saved without', async () => {
    const before: RoundMember = {
      ...{ patientId: 'a', status: 'exempt', note: 'Aftalt', by: 'CD' },
      exemptions: [{ marker: 'm', note: 'Udtrapning' }],
    };
    const store = faultyRounds([round({}, before)]);
    const { model } = await new Desk(store).open();
    model.setStatus(['b'], 'reviewed');
    await model.retry();
    expect(asJson((await stored(store))!)).toEqual(asJson(before));
    expect(model.exemptions).toEqual([
      { marker: undefined, reason: '', patientIds: ['a'] },
      { marker: 'm', reason: '', patientIds: ['a'] },
    ]);
  });

  it('with a reason that has no words here keeps it, through saves, the next round and two colleagues', async () => {
    const before: RoundMember = {
      ...{ patientId: 'a', status: 'exempt', exemptReason: 'moved-abroad', by: 'CD' },
      exemptions: [{ marker: 'm', note: '', reason: 'sekretær: 1' }],
    };
    const store = faultyRounds([round({}, before)]);
    const { model } = await new Desk(store).open();
    model.setNote('a', 'Ring');
    await model.retry();
    expect(asJson((await stored(store))!)).toMatchObject({ ...before, by: 'AB', note: 'Ring' });
    model.finish();
    await model.retry();
    model.startNext();
    await model.retry();
    const next = (await listed(store)).at(-1) as Round;
    expect(next.members.find(({ patientId }) => patientId === 'a')).toMatchObject({
      exemptReason: 'moved-abroad',
      exemptions: [{ reason: 'sekretær: 1' }],
    });
    expect(nameExemptionReason('moved-abroad', 'da')).toBe('moved-abroad');
    expect(nameExemptionReason('toString', 'da')).toBe('toString');
    expect(nameExemptionReason('a\u202eb\u0000', 'da')).not.toMatch(/[\u202e\u0000]/);
  });
});

describe('two colleagues', () => {
  const base: RoundMember = { patientId: 'a', status: 'new' };
  it('who exempt a patient for two reasons are asked; for one, or of two markers, they are not', async () => {
    const exempt = (exemptReason: string): RoundMember => ({
      ...base,
      status: 'exempt',
      exemptReason,
    });
    const marker = (id: string, reason: string): RoundMember => ({
      ...base,
      exemptions: [{ marker: id, note: '', reason }],
    });
    expect(mergeMembers(base, exempt('declined'), exempt('disagree')).disputed).toEqual(['status']);
    expect(mergeMembers(base, exempt('declined'), exempt('declined')).disputed).toEqual([]);
    expect(sayTheSame(exempt(''), { ...base, status: 'exempt' })).toBe(true);
    expect(mergeMembers(base, marker('m', 'declined'), marker('m', 'disagree')).disputed).toEqual([
      'exemption',
    ]);
    const store = faultyRounds([round({}, base)]);
    const me = await new Desk(store).open();
    const other = await new Desk(store, { user: 'CD' }).open();
    other.model.setStatus(['a'], 'exempt', { exemptReason: 'disagree' });
    await other.settled();
    me.model.setStatus(['a'], 'exempt', { exemptReason: 'declined' });
    await me.model.retry();
    expect(me.model.state.conflicts).toMatchObject([
      { mine: { exemptReason: 'declined' }, theirs: { exemptReason: 'disagree' } },
    ]);
    me.model.resolve('a', 'mine');
    await me.settled();
    expect(await stored(store)).toMatchObject({ status: 'exempt', exemptReason: 'declined' });
  });

  it('keep both reasons of markers, and the one of whoever is exempt, where rounds become one', () => {
    const mine: RoundMember = { patientId: 'a', status: 'reviewed', exemptions: [{ marker: 'm', note: 'x', reason: 'declined' }] }; // prettier-ignore
    const theirs: RoundMember = { patientId: 'a', status: 'exempt', exemptReason: 'disagree', exemptions: [{ marker: 'n', note: '', reason: 'wrong-data' }] }; // prettier-ignore
    expect(joinMembers(mine, theirs).exemptions?.map(({ reason }) => reason)).toEqual([
      'declined',
      'wrong-data',
    ]);
    const fresh: RoundMember = { patientId: 'a', status: 'new' };
    expect(takeIn(fresh, theirs)).toMatchObject({ status: 'exempt', exemptReason: 'disagree' });
    expect(carryOver(theirs)).toMatchObject({ exemptReason: 'disagree' });
    expect(carryOver(mine).exemptions).toEqual(mine.exemptions);
  });
});

describe('how many are exempt and why', () => {
  const members: readonly RoundMember[] = [
    { patientId: 'a', status: 'exempt', exemptReason: 'declined' },
    { patientId: 'b', status: 'exempt' },
    { patientId: 'c', status: 'new', exemptions: [{ marker: 'm', note: 'Fru Hansen', reason: 'disagree' }] }, // prettier-ignore
    { patientId: 'gone', status: 'exempt', exemptReason: 'declined' },
  ];

  it('is counted of those in the population, and what has ended not at all', async () => {
    const ended = { marker: 'n', note: '', reason: 'declined', until: '2020-01-01' };
    const { model } = await new Desk(
      faultyRounds([
        round(
          {},
          ...members.map((each) => ({ ...each, exemptions: [...(each.exemptions ?? []), ended] })),
        ),
      ]),
    ).open();
    expect(model.exemptions).toEqual([
      { marker: undefined, reason: 'declined', patientIds: ['a'] },
      { marker: undefined, reason: '', patientIds: ['b'] },
      { marker: 'm', reason: 'disagree', patientIds: ['c'] },
    ]);
    const whole = model.exemptions.filter(({ marker }) => marker === undefined);
    expect(whole.flatMap(({ patientIds }) => patientIds)).toHaveLength(model.state.counts.exempt);
    model.endExemption('c', 'm');
    expect(model.exemptions).toHaveLength(2);
  });

  it('agrees with a count by hand, whoever is exempt of what', () => {
    const reason = fc.constantFrom('', 'declined', 'disagree', 'x');
    const exemption = fc.record({
      marker: fc.constantFrom('m', 'n', 'o'),
      note: fc.constant(''),
      reason,
    });
    const some = fc.array(
      fc.record({
        status: fc.constantFrom('new' as const, 'exempt' as const),
        exemptReason: reason,
        exemptions: fc.uniqueArray(exemption, { selector: ({ marker }) => marker }),
      }),
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const all = drawn.map((each, at) => ({ patientId: String(at), ...each }));
        const counts = countExemptions(all);
        for (const marker of [undefined, 'm', 'n', 'o'])
          for (const why of ['', 'declined', 'disagree', 'x']) {
            const byHand = all.filter(({ status, exemptReason, exemptions }) =>
              marker === undefined
                ? status === 'exempt' && exemptReason === why
                : exemptions.some((each) => each.marker === marker && each.reason === why),
            );
            const found = counts.filter((each) => each.marker === marker && each.reason === why);
            expect(found.length).toBe(byHand.length > 0 ? 1 : 0);
            expect(found[0]?.patientIds ?? []).toEqual(byHand.map(({ patientId }) => patientId));
          }
      }),
    );
  });
});

describe('what the profile’s author gets', () => {
  const query = { codes: { system: 'ICPC-2', include: ['T90'] } };
  const { profile } = planOf(
    { diagnosis: query },
    {
      markers: ['m1', 'm2'].map((id) => ({
        ...{ id, level: 'info', title: { da: `Markør ${id}` } },
        when: { diagnosis: query },
      })),
    },
  );
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `Patient ${at}`);
  const marker = profile.markers![0]!.id;
  const counts = [
    { marker: undefined, reason: 'declined', patientIds: ids(4) },
    { marker, reason: 'disagree', patientIds: ids(13) },
    { marker, reason: 'Ring til Fru Hansen', patientIds: ids(7) },
    { marker: 'removed', reason: 'disagree', patientIds: ids(99) },
  ];

  it('has a row for each marker and reason, whatever the clinic has', async () => {
    const none = await copyText(exemptionReport([], profile, asOf, 'da'));
    const some = await copyText(exemptionReport(counts, profile, asOf, 'da'));
    const keys = (text: string) => text.split('\r\n').map((line) => line.split('\t').slice(0, -1));
    expect(keys(some)).toEqual(keys(none));
    expect(keys(none)).toHaveLength(
      1 + (1 + profile.markers!.length) * (exemptionReasons.length + 2),
    );
    expect(
      new Set(
        none
          .split('\r\n')
          .slice(1)
          .map((line) => line.split('\t').at(-1)),
      ),
    ).toEqual(new Set(['under 5']));
  });

  it('has no patient, no words of the clinic, and no small number', async () => {
    const { blob } = await toCsv(exemptionReport(counts, profile, asOf, 'da'));
    const text = await blob.text();
    expect(text).not.toMatch(/Patient \d|Hansen|removed/);
    const lines = text.split('\r\n');
    const of = (why: string) =>
      lines.find((line) => line.includes(`"${marker}"`) && line.includes(why));
    expect(of('Uenig i reglen')).toMatch(/;10$/);
    expect(of('Anden årsag')).toMatch(/;5$/);
    expect(of('Ikke relevant')).toMatch(/;"under 5"$/);
    expect(text).not.toMatch(/;(13|7|4|99)\r\n/);
  });

  it('tells of no number what a single patient adds', () => {
    for (let count = 0; count < 5; count++) expect(protectedCount(count)).toBe('under');
    for (let count = 5; count < 1000; count++) {
      const told = protectedCount(count) as number;
      expect(told % 5).toBe(0);
      expect(told).toBe(protect(count, defaultProtection));
    }
  });

  it('is in English the same', async () => {
    const text = await copyText(exemptionReport(counts, profile, asOf, 'en'));
    expect(text).toMatch(/Disagree with the rule\tdisagree\t10/);
  });
});

describe('as many exempted markers of a patient as a round may hold', () => {
  const member = (count: number, note: (index: number) => string): RoundMember => ({
    ...{ patientId: 'a', status: 'new' },
    exemptions: Array.from({ length: count }, (_, index) => ({
      ...{ marker: `m${index}`, note: note(index) },
    })),
  });

  it('are compared and merged, each looked at a few times', () => {
    let looks = 0;
    const counted = (each: RoundMember): RoundMember => ({
      ...each,
      exemptions: each.exemptions!.map((exemption) => ({
        ...exemption,
        get marker() {
          looks++;
          return exemption.marker;
        },
      })),
    });
    const [base, same] = [1, 2].map(() => counted(member(1000, () => 'x')));
    expect(sayTheSame(base!, same!)).toBe(true);
    const mine = counted(member(1000, (index) => (index === 5 ? 'mine' : 'x')));
    expect(differingFields(base!, mine)).toEqual(['exemption']);
    expect(looks).toBeLessThan(20_000);
  });

  it('are read; one more, and the patient is set aside', async () => {
    for (const [count, paths] of [
      [1000, []],
      [1001, ['/0/members/0/exemptions']],
    ] as const) {
      const store = faultyRounds([
        round(
          {},
          member(count, () => 'x'),
        ),
      ]);
      const { unusable } = await listRounds(store, profile.id, { deadline: 1000 });
      expect(unusable).toEqual(paths);
    }
  });
});
