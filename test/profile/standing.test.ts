import { describe, expect, it } from 'vitest';
import { approvalOf, parseProfile, validityOf, type Profile } from '../../src/profile/index.ts';
import { documentOf } from '../engine/build.ts';

function profileWith(more: object): Profile {
  const outcome = parseProfile(documentOf({ diagnosis: {} }, more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.profile;
}

describe('R24 who vouches for it', () => {
  it('nobody, where nobody is said to, whatever its status is', () => {
    const published = profileWith({ status: 'published', about: { authors: ['A'] } });
    expect(approvalOf(published, '2026-01-01')).toEqual({ state: 'none' });
    expect(approvalOf(profileWith({}), '2026-01-01')).toEqual({ state: 'none' });
  });

  it('somebody, up to the last day', () => {
    const until = { name: 'DSAM', on: '2025-01-01', until: '2026-01-01' };
    const profile = profileWith({ about: { approvedBy: [until] } });
    expect(approvalOf(profile, '2026-01-01')).toEqual({ state: 'approved', by: [until] });
    expect(approvalOf(profile, '2026-01-02')).toEqual({ state: 'ended', by: [until] });
    const other = { name: 'SST' };
    const both = profileWith({ about: { approvedBy: [until, other] } });
    expect(approvalOf(both, '2030-01-01')).toEqual({ state: 'approved', by: [other] });
  });

  it('passes over what it does not know there, whatever it looks like', () => {
    const about = {
      codes: 'no set',
      when: { from: '+P1M' },
      result: { value: { above: 5 } },
      all: [{ diagnosis: {} }, { not: { diagnosis: {} } }],
      approvedBy: [{ name: 'DSAM', role: { system: 'ATC', include: ['?'] } }],
      testPatients: [[1, null, true]],
    };
    const profile = profileWith({ about });
    expect(profile.about).toEqual(about);
  });
});

describe('R25 whether its rules are in force', () => {
  it.each([
    ['2026-01-31', 'not-yet'],
    ['2026-02-01', 'valid'],
    ['2026-03-01', 'valid'],
    ['2026-03-02', 'ended'],
  ])('%s: %s', (asOf, validity) => {
    const profile = profileWith({ validFrom: '2026-02-01', validTo: '2026-03-01' });
    expect(validityOf(profile, asOf)).toBe(validity);
  });

  it('on every day where no day is said', () => {
    expect(validityOf(profileWith({}), '0001-01-01')).toBe('valid');
    expect(validityOf(profileWith({ validTo: '2026-01-01' }), '0001-01-01')).toBe('valid');
    expect(validityOf(profileWith({ validFrom: '2026-01-01' }), '9999-12-31')).toBe('valid');
  });
});
