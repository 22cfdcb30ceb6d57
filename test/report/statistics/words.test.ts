import { describe, expect, it } from 'vitest';
import {
  decilesOf,
  describeDeciles,
  describeFunnel,
  describeGap,
  describeStrip,
  describeTrend,
  exactly,
  funnelOf,
  gapOf,
  sayIn,
  shareWithSize,
  shareWords,
  trendOf,
} from '../../../src/report/index.ts';
import { counted, protectedLeaves } from './leaves.ts';
import { childHeartSurgery } from './published.ts';

const [da, en] = [sayIn('da'), sayIn('en')];

const surgery = childHeartSurgery.map(({ id, deaths, operations }) => ({
  id,
  figures: counted(deaths, operations - deaths),
}));
const alike = Array.from({ length: 12 }, (_, at) => ({
  id: `k${at}`,
  figures: counted(28 + (at % 5), 72 - (at % 5)),
}));

function quarters(parts: readonly number[]) {
  return trendOf(
    parts.map((part, at) => ({
      date: `${2023 + Math.floor(at / 4)}-${['03-31', '06-30', '09-30', '12-31'][at % 4]}`,
      figures: counted(part, 100 - part),
    })),
  );
}

describe('a share', () => {
  it('is told with what its leaves allow, unless that is one number', () => {
    expect(shareWords({ least: 0.21, most: 0.25, estimate: 0.23 }, da)).toBe('23 % (21–25 %)');
    expect(shareWords(exactly(0.023), da)).toBe('2,3 %');
    expect(shareWords(exactly(0.023), en)).toBe('2.3%');
  });
});

describe('a funnel', () => {
  it('tells who lies beyond, what chance gives, and how wide the limits are', () => {
    expect(describeFunnel(funnelOf(surgery), da, 'Bristol')).toEqual([
      '1 af 12 klinikker ligger uden for 99,8 %-grænserne (1 over): det er næppe tilfældigt.',
      '2 af 12 klinikker ligger mellem 95 %- og 99,8 %-grænsen. Så få gør det jævnligt ved et tilfælde.',
      'Min klinik: 29 %, over 99,8 %-grænsen.',
    ]);
  });

  it('tells that clinics differ by more than chance, and how wide the limits are for it', () => {
    const differing = [10, 60, 20, 50, 30, 40, 15, 55, 25, 45].map((part, at) => ({
      id: `k${at}`,
      figures: counted(part, 100 - part),
    }));
    expect(describeFunnel(funnelOf(differing), da)).toEqual([
      expect.stringMatching(/^Klinikkerne varierer mere.* spredningen er 3,\d gange så stor\./),
      'Ingen af de 10 klinikker ligger uden for de bredere grænser.',
    ]);
  });

  it('tells that nobody does', () => {
    const [first, own, ...others] = describeFunnel(funnelOf(alike), en, 'k3');
    expect(first).toMatch(/^None of the 12 clinics lie outside/);
    expect(own).toMatch(/^My clinic: 31%, within the limits\.$/);
    expect(others).toEqual([]);
  });

  it('tells why there is none, and who is too small', () => {
    const small = { id: 'lille', figures: protectedLeaves(1, 2) };
    expect(describeFunnel(funnelOf([...alike.slice(0, 4), small]), da)).toEqual([
      'Ingen tragt: den kræver 10 klinikker med tal, der kan vises, og her er 4.',
      '1 klinik har for få patienter til at vises.',
    ]);
  });
});

describe('a strip', () => {
  it('tells the range, the median and mine, and no rank', () => {
    const shares = alike.map(({ figures }) => shareWithSize(figures)!);
    expect(
      describeStrip(shares, da, {
        mine: { least: 0.28, most: 0.32, estimate: 0.3 },
        area: exactly(0.3),
      }),
    ).toEqual([
      '12 klinikker fra 28 % til 32 %; medianen er 30 %.',
      'Min klinik 30 % (28–32 %), området 30 %.',
    ]);
    expect(describeStrip([], en)).toEqual(['None of the clinics has numbers that can be shown.']);
  });

  it('is of what it is told to be of: clusters of a region', () => {
    const shares = alike.map(({ figures }) => shareWithSize(figures)!);
    const say = { ...da, of: { area: 'region', units: 'cluster' } } as const;
    expect(describeStrip(shares, say, { mine: exactly(0.3), area: exactly(0.3) })).toEqual([
      '12 klynger fra 28 % til 32 %; medianen er 30 %.',
      'Min klinik 30 %, regionen 30 %.',
    ]);
    expect(describeStrip(shares.slice(0, 1), say)[0]).toMatch(/^1 klynge har tal/);
  });
});

describe('deciles', () => {
  it('tell whether mine is in the middle half for certain', () => {
    const deciles = decilesOf(Array.from({ length: 21 }, (_, at) => exactly(0.2 + at / 100)));
    expect(describeDeciles(deciles, '4. kv. 2026', da, { ...exactly(0.39), of: 100 })).toEqual([
      '4. kv. 2026: halvdelen af klinikkerne ligger mellem 25 % og 35 %; medianen er 30 %.',
      'Min klinik 39 %: over den midterste halvdel.',
    ]);
    const unsure = { least: 0.33, most: 0.42, estimate: 0.38, of: 30 };
    expect(describeDeciles(deciles, 'Q4 2026', en, unsure)[1]).toBe(
      'My clinic 38% (33–42%): in the middle half.',
    );
    expect(describeDeciles(undefined, '', en)[0]).toMatch(/take 10 clinics/);
  });
});

describe('a trend', () => {
  it('is preliminary below twelve quarters', () => {
    expect(describeTrend(quarters([40, 35, 30, 23]), 'Min klinik', da)).toEqual([
      'Min klinik: 40 % i 1. kv. 2023, 23 % i 4. kv. 2023.',
      'Foreløbig: 4 kvartaler. Der skal 12 til, før det kan siges, om en ændring er mere end tilfældig.',
    ]);
  });

  it('tells a change that goes on', () => {
    const trend = quarters([40, 41, 39, 42, 40, 41, 40, 39, 61, 60, 62, 59, 61, 60, 62, 61]);
    expect(describeTrend(trend, 'The cluster', en).slice(1)).toEqual([
      expect.stringMatching(/^8 quarters in a row \(Q1 2023 to Q4 2024\) lie below the median/),
      'The latest 8 quarters lie above the median: a sign that something has changed.',
    ]);
  });

  it('tells that there is nothing to tell', () => {
    const up = [40, 44, 41, 43, 39, 45, 40, 44, 42, 38, 43, 41, 45, 40];
    expect(describeTrend(quarters(up), 'Klyngen', da)[1]).toBe(
      'Ingen tegn på andet end tilfældige udsving i 14 kvartaler.',
    );
    expect(describeTrend(trendOf([]), 'Klyngen', da)).toEqual([
      'Klyngen: ingen kvartaler er opgjort.',
    ]);
  });
});

describe('quarters that share data', () => {
  it('say so, and need more before a change is told', () => {
    const dates = Array.from({ length: 16 }, (_, at) => ({
      date: `${2023 + Math.floor(at / 4)}-${['03-31', '06-30', '09-30', '12-31'][at % 4]}`,
      figures: counted(at < 8 ? 40 : 60, 60),
    }));
    expect(describeTrend(trendOf(dates, { lookBack: 12 }), 'Klyngen', da).slice(1)).toEqual([
      'Foreløbig: 16 kvartaler. Der skal 20 til, før det kan siges, om en ændring er mere end tilfældig.',
      'Hvert kvartal ser 12 måneder tilbage og deler data med sine naboer; det er regnet med.',
    ]);
  });
});

describe('a gap', () => {
  it('tells how few explain it, or that it is shared', () => {
    const one = [{ id: 'a', figures: counted(10, 90) }, ...alike.slice(0, 5)];
    const few = gapOf(one, { target: 0.28, better: 'higher', mine: 'a' })!;
    expect(describeGap(few, da)).toEqual([
      'Området er 8 patienter fra 28 %. Én klinik af 6 forklarer det: nåede den målet, ville hele området gøre det.',
      'Min klinik er blandt dem.',
    ]);
    expect(describeGap(few, { ...da, of: { area: 'cluster' } })[0]).toMatch(
      /^Klyngen er 8 .* hele klyngen gøre det\.$/,
    );
    const shared = gapOf(alike, { target: 0.4, better: 'higher' })!;
    expect(describeGap(shared, en)).toEqual([
      'The area is 123 patients away from 40%. It is shared: 12 of 12 clinics are needed to get there.',
    ]);
    expect(describeGap(gapOf(alike, { target: 0.2, better: 'higher' })!, en)).toEqual([
      'The area is at 30%: the target of 20% is reached.',
    ]);
  });
});
