/** How long an envelope is tells next to nothing of what is in it. */
import { describe, expect, it } from 'vitest';
import { describeGenerated, generateClinic } from '../../fixtures/clinic/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { dataTypes, type PatientRecords } from '../../src/record/index.ts';
import { makeShare } from '../../src/share/index.ts';
import { pack, packedSizes, shareLimits, unpack } from '../../src/share/pack.ts';
import { someOf } from '../depth.ts';
import { both, clinic, forge, outcome, seal, signedContent, wish } from './stage.ts';

const { patients } = generateClinic({ size: 300 });
const bySize = [...patients].sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
/** From the one of whom least is known to the one of whom most is. */
const several = [0, 0.25, 0.5, 0.75, 1].map((part) => bySize[Math.floor(part * 299)]!);
const description = describeGenerated({}, 300);

describe('an envelope', () => {
  it('is of one length for every profile of the programme, and for patients of all kinds', async () => {
    expect(profiles.length).toBe(16);
    const lengths = new Set<number>();
    for (const profile of someOf(profiles, 4))
      for (const patient of several) {
        const more = { patient, profiles: [profile], include: dataTypes, description };
        lengths.add((await seal(more)).length);
      }
    expect([...lengths]).toHaveLength(1);
  });

  it('of many profiles or much text is longer by whole steps', async () => {
    const letter = (body: string): Partial<PatientRecords> => ({
      letters: [{ at: '2026-11-01', text: 'Epikrise', body }],
    });
    const lengths = new Set<number>();
    for (const size of someOf([0, 20_000, 40_000, 60_000, 90_000, 120_000, 190_000], 2)) {
      const patient = { ...several[0]!, ...letter(drawn(size)) };
      lengths.add((await seal({ patient, profiles, include: dataTypes, description })).length);
    }
    expect(lengths.size).toBeGreaterThan(1);
    expect(lengths.size).toBeLessThanOrEqual(4);
  });

  it('tells how many keys it was closed with: that is no secret of it', async () => {
    expect((await seal(both)).length).toBeGreaterThan((await seal()).length);
  });
});

describe('what is packed', () => {
  it.each([0, 1, 1000, 40_000, 300_000])(
    '%i drawn letters fill one of the sizes',
    async (count) => {
      const packed = await pack({ text: drawn(count) });
      expect(packedSizes).toContain(packed.length);
      expect(await unpack(packed)).toEqual({ text: drawn(count) });
    },
  );

  it('has a size for the largest share that there may be', async () => {
    const text = drawn(shareLimits.characters - JSON.stringify({ text: '' }).length);
    expect((await pack({ text })).length).toBeLessThanOrEqual(packedSizes.at(-1)!);
  });

  it('is filled up with zeros to the size that it needs, and is not opened otherwise', async () => {
    const payload = await pack(await signedContent(makeShare(wish), clinic));
    expect(await outcome(await forge({ payload }))).toBe('opened');
    const withOther = payload.slice();
    withOther[withOther.length - 1] = 1;
    const larger = new Uint8Array(packedSizes[1]!);
    larger.set(payload);
    const countsLess = payload.slice();
    new DataView(countsLess.buffer).setUint32(0, 10);
    const countsMore = payload.slice();
    new DataView(countsMore.buffer).setUint32(0, 2 ** 32 - 1);
    const shorter = payload.slice(0, -1);
    for (const other of [withOther, larger, countsLess, countsMore, shorter, payload.slice(0, 3)])
      expect(await outcome(await forge({ payload: other }))).toBe('unreadable');
  });
});

/** Letters in no order: packed they are hardly fewer. */
function drawn(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(35 + ((state >>> 16) % 57));
  }).join('');
}
