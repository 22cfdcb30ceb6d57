/** One record in a line: what a criterion can ask of it stands there, or nobody could see why it counted. */
import { describe, expect, it } from 'vitest';
import { describeRecord } from '../../../src/model/index.ts';
import { checkPatient, type RecordType } from '../../../src/record/index.ts';
import { asOf, patientWith } from '../../engine/build.ts';

function said(type: RecordType, lists: object, language: 'da' | 'en' = 'da'): string {
  const { patient } = checkPatient(patientWith(lists));
  return describeRecord(patient!.records[type][0]!, asOf, language);
}

const trulicity = (more: object) => ({
  medications: [{ code: 'A10BJ05', from: '2026-01-05', ...more }],
});
const strength = { value: 1.5, unit: 'mg' };

describe('R10a what is asked of a record beside its code', () => {
  it('a strength that the name does not tell', () => {
    expect(said('medication', trulicity({ text: 'Trulicity', strength }))).toBe(
      'Trulicity, aktiv siden 5. jan. 2026, styrke 1,5 mg',
    );
    expect(said('medication', trulicity({ strength }), 'en')).toBe(
      'A10BJ05, active since 5 Jan 2026, strength 1.5 mg',
    );
    expect(said('medication', trulicity({ strength, to: '2026-02-05' }))).toMatch(/styrke 1,5 mg$/);
    // In another unit, or another number that ends alike.
    expect(said('medication', trulicity({ text: 'Trulicity 1500 µg', strength }))).toContain(
      'styrke',
    );
    expect(said('medication', trulicity({ text: 'Trulicity 21,5 mg', strength }))).toContain(
      'styrke',
    );
    expect(said('medication', trulicity({ text: 'Trulicity 1,5 mg/ml', strength }))).toContain(
      'styrke',
    );
  });

  it.each(['Trulicity 1,5 mg', 'Trulicity 1.5mg, pen', 'TRULICITY 1,5 MG'])(
    'no strength twice: %s',
    (text) => expect(said('medication', trulicity({ text, strength }))).not.toContain('styrke'),
  );

  it('the specialty of a service', () => {
    const services = [{ code: '0120', at: '2026-03-02', specialty: '24' }];
    expect(said('service', { services })).toBe('0120, 2. mar. 2026, speciale 24');
    expect(said('service', { services }, 'en')).toBe('0120, 2 Mar 2026, specialty 24');
  });

  it('what came of an appointment or a referral', () => {
    const missed = [{ text: 'Kontrol', at: '2026-03-02T09:15', status: 'missed' }];
    expect(said('appointment', { appointments: missed })).toBe(
      'Kontrol, 2. mar. 2026 kl. 09.15, udeblevet',
    );
    const sent = [{ text: 'Geriatri', at: '2026-03-02', status: 'accepted' }];
    expect(said('referral', { referrals: sent })).toBe('Geriatri, 2. mar. 2026, modtaget');
  });

  it('nothing that goes without saying: a booked appointment, a plan that goes on', () => {
    const booked = [{ text: 'Kontrol', at: '2026-12-02', status: 'booked' }];
    expect(said('appointment', { appointments: booked })).toBe('Kontrol, 2. dec. 2026');
    const carePlans = [{ text: 'KOL', from: '2026-01-05', status: 'active' }];
    expect(said('carePlan', { carePlans })).toBe('KOL, oprettet 5. jan. 2026');
  });
});
