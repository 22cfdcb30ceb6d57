/** What was exempted stands aside, and what no source covers is unknown: the view says both. */
import { describe, expect, it } from 'vitest';
import demens from '../../../fixtures/profiles/demens.json' with { type: 'json' };
import { memoryAdapter } from '../../../src/adapter/index.ts';
import { compile, evaluatePatient } from '../../../src/engine/index.ts';
import {
  PatientRounds,
  RoundModel,
  formatMoment,
  formatMonth,
  profileTabs,
  viewCockpit,
  viewHistory,
} from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { checkPatient } from '../../../src/record/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const records = patientWith({
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin', from: '2025-09-03' }],
  appointments: [{ at: '2026-10-05', text: 'Kontrol', status: 'missed' }],
  referrals: [{ at: '2026-10-01', text: 'Geriatri', status: 'accepted' }],
  letters: [{ at: '2026-10-09', text: 'Epikrise', body: 'Udskrevet.', status: 'final' }],
});
const { patient } = checkPatient(records);
const parsed = parseProfile(demens);
if (!patient || !parsed.ok) throw new Error('The fixtures cannot be read.');
const outcome = evaluatePatient(compile(parsed.profile), patient, complete, asOf);
const exemption = { marker: 'antipsykotika', note: 'Aftalt' };

describe('exempted markers', () => {
  it('leave the advice, and are never gone', () => {
    const all = viewCockpit([outcome], 'da');
    const view = viewCockpit([outcome], 'da', {
      exemptionOf: (profile, marker) =>
        profile === 'dk.demens' && marker === 'antipsykotika' ? exemption : undefined,
    });
    expect(view.exempted.map(({ id, exemption: why }) => [id, why])).toEqual([
      ['antipsykotika', exemption],
    ]);
    expect(view.advice).toHaveLength(all.advice.length - 1);
    expect(all.exempted).toEqual([]);
  });

  it('count nothing on the tabs', () => {
    const [before] = profileTabs([outcome], undefined, 'da');
    const [after] = profileTabs([outcome], undefined, 'da', (_, id) =>
      id === 'antipsykotika' ? {} : undefined,
    );
    expect(before?.level).toBe('critical');
    expect(after?.count).toBe(before!.count - 1);
    expect(after?.level).not.toBe('critical');
  });
});

it('contacts of a type that is not covered are unknown, never none', () => {
  const { contacts } = viewCockpit([outcome], 'da', {
    covers: (type, since) => type !== 'service' && since >= '2024-12-01',
  });
  expect([...contacts.unknown]).toEqual(['practice']);
  expect([...viewCockpit([outcome], 'da').contacts.unknown]).toEqual([]);
});

it('what is recorded says how far it has come; a letter has its body', () => {
  const history = viewHistory([outcome], 'da');
  expect(history.get('appointment')?.[0]?.when).toBe('5. okt. 2026, udeblevet');
  expect(history.get('referral')?.[0]?.when).toBe('1. okt. 2026, modtaget');
  expect(history.get('letter')?.[0]).toMatchObject({ when: '9. okt. 2026', body: 'Udskrevet.' });
  expect(viewHistory([outcome], 'en').get('appointment')?.[0]?.when).toBe('5 Oct 2026, missed');
});

it('months and moments in both languages', () => {
  expect([formatMonth('2026-03', 'da'), formatMonth('2026-03-09', 'en')]).toEqual([
    'mar. 2026',
    'Mar 2026',
  ]);
  expect(formatMoment('2026-11-25T16:05+01:00', 'da')).toBe('25. nov. 2026 kl. 16.05');
  expect(formatMoment('2026-11-25T16:05+01:00', 'en')).toBe('25 Nov 2026 at 16:05');
});

describe('the rounds of one patient', () => {
  const profile = { id: 'dk.demens', version: '1.0.0' };
  const other = { id: 'dk.anden', version: '1.0.0' };
  const adapter = memoryAdapter(
    { description: { name: 'K', coverage: complete }, patients: [] },
    {
      rounds: [profile, other].map((each) => ({
        id: each.id,
        revision: 1,
        profile: each,
        asOf: '2026-11-01',
        members: [
          {
            patientId: 'p',
            status: 'new' as const,
            exemptions: [{ marker: 'm', note: each.id, until: '2026-12-01' }],
          },
        ],
      })),
    },
  );
  const now = () => '2026-11-24T10:00:00+01:00';
  const inputs = { adapter, profiles: [profile, other], asOf, user: 'AB', now };

  it('each profile has its own; an exemption holds until its last day', async () => {
    const rounds = new PatientRounds(() => undefined);
    rounds.update(inputs);
    await expect.poll(() => rounds.exemptionOf('p', 'dk.anden', 'm')?.note).toBe('dk.anden');
    expect(rounds.exemptionOf('p', 'dk.demens', 'm')?.note).toBe('dk.demens');
    expect(rounds.exemptionOf('q', 'dk.demens', 'm')).toBeUndefined();
    rounds.update({ ...inputs, asOf: '2026-12-02' });
    expect(rounds.exemptionOf('p', 'dk.demens', 'm')).toBeUndefined();
    rounds.dispose();
  });

  it('a model that is given serves its own profile alone', async () => {
    const given = new RoundModel();
    await given.update({ ...inputs, profile, members: [], undecided: [] });
    const rounds = new PatientRounds(() => undefined);
    rounds.update({ ...inputs, given });
    expect(rounds.of('dk.demens')).toBe(given);
    expect(rounds.of('dk.anden')).not.toBe(given);
    rounds.dispose();
    // It is the population's: letting go does not stop it.
    given.setNote('p', 'Ring');
    await expect.poll(() => given.state.pending.count).toBe(0);
    given.dispose();
  });

  it('what was written is stored though the view was closed at once', async () => {
    const rounds = new PatientRounds(() => undefined);
    rounds.update(inputs);
    const model = rounds.of('dk.anden');
    await expect.poll(() => model?.state.phase).toBe('ready');
    model?.setNote('p', 'Sidste ord');
    rounds.dispose();
    await expect
      .poll(async () => (await adapter.rounds!.list('dk.anden', new AbortController().signal))[0])
      .toMatchObject({ members: [{ note: 'Sidste ord' }] });
  });

  it('a clinic that stores no rounds has none', () => {
    const { rounds: _, ...without } = adapter;
    const rounds = new PatientRounds(() => undefined);
    rounds.update({ ...inputs, adapter: without });
    expect(rounds.of('dk.demens')).toBeUndefined();
    rounds.dispose();
  });
});
