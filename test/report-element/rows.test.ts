/** The indicators as rows: the middle, the gap to it, their order, and what would move my share. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly } from '../../src/report/index.ts';
import { patientsTo } from '../../src/report-element/model/moves.ts';
import { inOrder, rowOf } from '../../src/report-element/model/rows.ts';
import { sheetsOf } from '../../src/report-element/model/sheet.ts';
import { scopesOf, shownBy } from '../../src/report-element/model/view.ts';
import {
  areaReport,
  clinicReport,
  clinics,
  mine,
  quarters,
  reports,
} from '../../fixtures/made-reports.ts';

const last = quarters.at(-1)!;
const [sheet] = sheetsOf(reports, { mine: mine.id });

describe('a row', () => {
  it('has the gap between mine and the middle, by which way is better', () => {
    const row = rowOf(sheet!, 'hba1c-58', last, 'lower');
    expect(row.units).toHaveLength(12);
    expect(row.gap).toBeLessThan(0);
    expect(rowOf(sheet!, 'hba1c-58', last, 'higher').gap).toBeCloseTo(-row.gap!, 12);
    expect(rowOf(sheet!, 'hba1c-58', last, undefined).gap).toBeUndefined();
  });

  it('has no middle of two, of whom each would know the other', () => {
    const [two] = sheetsOf(reports.slice(0, 2));
    expect(rowOf(two!, 'acr', last, 'higher').median).toBeUndefined();
  });

  it('comes first where most is to be gained, those without a number last', () => {
    const rows = [
      { ...rowOf(sheet!, 'acr', last, 'higher'), id: 'none', gap: undefined },
      { ...rowOf(sheet!, 'acr', last, 'higher'), id: 'good', gap: -0.1 },
      { ...rowOf(sheet!, 'acr', last, 'higher'), id: 'bad', gap: 0.2 },
    ];
    expect(inOrder(rows, 'gap').map(({ id }) => id)).toEqual(['bad', 'good', 'none']);
    expect(inOrder(rows, 'profile')).toEqual(rows);
  });
});

describe('what would move a share', () => {
  const counts = fc.record({
    yes: fc.nat(400),
    no: fc.nat(400),
    target: fc.double({ min: 0, max: 1, noNaN: true }),
    better: fc.constantFrom('higher' as const, 'lower' as const),
  });

  it('is the fewest patients that reach it', () => {
    fc.assert(
      fc.property(counts, ({ yes, no, target, better }) => {
        const { least, most } = patientsTo(
          target,
          { numerator: exactly(yes), rest: exactly(no) },
          better,
        );
        expect(least).toBe(most);
        const sign = better === 'higher' ? 1 : -1;
        const reaches = (moved: number) =>
          sign * (yes + sign * moved - target * (yes + no)) >= -1e-6;
        expect(reaches(least)).toBe(true);
        if (least > 0) expect(reaches(least - 1)).toBe(false);
      }),
    );
  });

  it('lies between the ends for all counts that the leaves allow', () => {
    fc.assert(
      fc.property(counts, fc.nat(9), fc.nat(9), ({ yes, no, target, better }, a, b) => {
        const around = (value: number, more: number) => ({
          least: Math.max(0, value - more),
          most: value + more,
          estimate: value,
        });
        const bounds = patientsTo(
          target,
          { numerator: around(yes, a), rest: around(no, b) },
          better,
        );
        const { least } = patientsTo(
          target,
          { numerator: exactly(yes), rest: exactly(no) },
          better,
        );
        expect(least).toBeGreaterThanOrEqual(bounds.least);
        expect(least).toBeLessThanOrEqual(bounds.most);
      }),
    );
  });
});

describe('what is shown', () => {
  it('is what the view names, where it is there, and else the nearest', () => {
    const shown = shownBy({ indicator: 'acr', date: quarters[2], order: 'gap' }, [sheet!]);
    expect(shown).toMatchObject({
      indicator: 'acr',
      date: quarters[2],
      scope: 'own',
      order: 'gap',
    });
    expect(
      shownBy({ indicator: 'gone', date: '1999-01-01', scope: 'region' }, [sheet!]),
    ).toMatchObject({
      ...{ indicator: 'hba1c-58', date: last, scope: 'own' },
    });
    expect(shownBy({}, [])).toBeUndefined();
  });

  it('is the newest date that half of them have reached', () => {
    const later = clinicReport(clinics[0]!, {
      dates: [...quarters, '2026-12-31'],
      madeAt: '2027-01-04T08:00:00+01:00',
    });
    const [mixed] = sheetsOf([later, ...reports.slice(1)]);
    expect(mixed!.dates.at(-1)).toBe('2026-12-31');
    expect(shownBy({}, [mixed!])!.date).toBe(last);
  });

  it('has the scopes that there are figures of', () => {
    const region = areaReport('region', { id: 'r', name: 'R' }, reports);
    expect(scopesOf(sheetsOf([...reports, region], { mine: mine.id })[0]!)).toEqual([
      ...['own', 'area', 'region'],
    ]);
    expect(scopesOf(sheetsOf([region])[0]!)).toEqual(['area']);
  });
});
