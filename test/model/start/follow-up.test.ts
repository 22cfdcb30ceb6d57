import { describe, expect, it } from 'vitest';
import { readFollowUps } from '../../../src/model/index.ts';

const one = {
  id: 'dk.klynge.demens',
  title: { da: 'Demens' },
  met: '2026-11-24',
  due: '2027-02-24',
  indicators: [{ profileId: 'dk.demens', indicatorId: 'psyk', title: { da: 'Andel' } }],
};

describe('follow-ups that a host gives', () => {
  it('are read, the latest meeting first', () => {
    const later = {
      ...one,
      id: 'later',
      met: '2026-12-01',
      agreed: 'Vi ses',
      figures: '2027-01-01',
    };
    expect(readFollowUps([one, later])).toEqual({ followUps: [later, one], unusable: 0 });
  });

  it('are none where there is nothing', () => {
    expect(readFollowUps(undefined)).toEqual({ followUps: [], unusable: 0 });
    expect(readFollowUps(null)).toEqual({ followUps: [], unusable: 0 });
  });

  it.each([7, 'x', {}])('%s is told', (given) => {
    expect(readFollowUps(given)).toEqual({ followUps: [], unusable: 1 });
  });

  it('lose what cannot be read, and keep the others', () => {
    const broken = [{ ...one, due: '2027-02-31' }, { ...one, title: 'Demens' }, null, { id: 7 }];
    expect(readFollowUps([...broken, one])).toEqual({ followUps: [one], unusable: 4 });
  });

  it('are shown as plain text', () => {
    const { followUps } = readFollowUps([{ ...one, agreed: 'a\u202eb\u0000' }]);
    expect(followUps[0]?.agreed).toBe('ab');
  });
});
