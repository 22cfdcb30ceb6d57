/** What reports come to: whose they are, what is refused and why, who is missing, and what joins them later. */
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/report/index.ts';
import { sheetsOf, type Sheet } from '../../src/report-element/model/sheet.ts';
import {
  areaReport,
  clinicReport,
  clinics,
  manyClinics,
  mine,
  quarters,
  reports,
} from '../../fixtures/made-reports.ts';

const last = quarters.at(-1)!;
const expected = clinics.map(({ id, name }) => ({ id, name }));
const one = (...input: Parameters<typeof sheetsOf>): Sheet => sheetsOf(...input)[0]!;

describe('clinics’ reports', () => {
  it('are units of the cluster that they name, mine by its name and the others by none', () => {
    const sheet = one(reports, { mine: mine.id, expected });
    expect(sheet.level).toBe('cluster');
    expect(sheet.area?.name).toBe('Klyngen ved Åen');
    expect(sheet.units.map(({ name }) => name).filter(Boolean)).toEqual([mine.name]);
    expect(sheet.missing).toEqual([]);
    expect(sheet.refused).toEqual([]);
  });

  it('come to the sum of their leaves, as the area’s own report has it', () => {
    const area = areaReport('cluster', { id: 'a', name: 'A' }, reports);
    for (const date of quarters)
      for (const id of ['hba1c-58', 'acr'])
        expect(one(reports).total(id, date)).toEqual(one([area]).total(id, date));
  });

  it('miss nobody that anybody knows of, where nobody has said who should report', () => {
    expect(one(reports).isExpectedKnown).toBe(false);
    expect(one(reports, { expected }).isExpectedKnown).toBe(true);
  });

  it('of another version, definition or protection are refused with what differs', () => {
    const odd = [
      clinicReport(clinics[0]!, { profile: { version: '0.9.0' } }),
      clinicReport(clinics[1]!, { profile: { definition: '00'.repeat(32) } }),
      clinicReport(clinics[2]!, { protection: { method: 'leaves/1', threshold: 10, base: 5 } }),
    ];
    const { refused, units, missing } = one([...odd, ...reports.slice(3)], { expected });
    expect(refused.map(({ name, why }) => [name, why.kind])).toEqual([
      [clinics[0]!.name, 'version'],
      [clinics[1]!.name, 'definition'],
      [clinics[2]!.name, 'protection'],
    ]);
    expect(units).toHaveLength(9);
    // Whoever was refused has reported.
    expect(missing).toEqual([]);
  });

  it('of the version that the host’s document has are counted, however few', () => {
    const old = reports.map((each) => ({
      ...each,
      profile: { ...each.profile, version: '0.9.0' },
    }));
    const all = [...old.slice(1), reports[0]!];
    const known = new Map([[reports[0]!.profile.id, { version: '1.0.0' }]]);
    expect(one(all, { known }).units.map(({ id }) => id)).toEqual(['k1']);
    expect(one(all).units).toHaveLength(11);
    // Where nobody has that version, what was reported is shown as it is.
    expect(one(old, { known }).profile.version).toBe('0.9.0');
  });

  it('a second time count once, the newer one', () => {
    const newer = clinicReport(
      { ...clinics[0]!, size: 900 },
      { madeAt: '2026-10-09T08:00:00+02:00' },
    );
    const { units, refused } = one([newer, ...reports]);
    expect(units).toHaveLength(12);
    expect(units[0]!.figure('acr', last)!.numerator.estimate).toBeGreaterThan(500);
    expect(refused.map(({ why }) => why.kind)).toEqual(['older']);
    expect(one([...reports, ...reports]).refused).toEqual([]);
  });

  it('of a clinic is the latest by its moment, whatever the offset that it is written with', () => {
    const [first, ...others] = reports;
    const morning = { ...first!, madeAt: '2026-10-01T09:00:00+02:00' };
    // Half an hour later, though its text is the lesser.
    const later = {
      ...clinicReport({ ...clinics[0]!, size: 6000 }),
      madeAt: '2026-10-01T07:30:00Z',
    };
    for (const given of [
      [morning, later, ...others],
      [later, morning, ...others],
    ]) {
      const { units, refused } = one(given);
      expect(units[0]!.figure('acr', last)!.numerator.estimate).toBeGreaterThan(500);
      expect(refused.map(({ report }) => report)).toEqual([morning]);
    }
  });
});

describe('an area’s report', () => {
  const late = reports[5]!;
  const others = reports.filter((each) => each !== late);
  const area = areaReport('cluster', { id: 'a', name: 'Klyngen ved Åen' }, others, {
    missing: [{ id: late.clinic.id, name: late.clinic.name }],
  });

  it('takes in a clinic that it missed, and the sums move', () => {
    const before = one([area], { mine: mine.id });
    const after = one([area], { mine: mine.id }, [late]);
    expect(before.missing.map(({ id }) => id)).toEqual([late.clinic.id]);
    expect(after.missing).toEqual([]);
    expect(after.level).toBe('cluster');
    expect(after.total('acr', last)).toEqual(one(reports).total('acr', last));
    expect(one([area, late]).total('acr', last)).toEqual(after.total('acr', last));
  });

  it('without its clinics has sums alone', () => {
    const sums = areaReport('region', { id: 'r', name: 'Region' }, reports, { hasClinics: false });
    const sheet = one([sums]);
    expect(sheet.units).toEqual([]);
    expect(sheet.total('acr', last)!.clinics).toBe(12);
  });

  it('of a larger area stands beside the clinics’', () => {
    const region = areaReport('region', { id: 'r', name: 'Region' }, manyClinics(40));
    const sheet = one([...reports, region], { mine: mine.id });
    expect(sheet.level).toBe('cluster');
    expect(sheet.wider.map(({ level }) => level)).toEqual(['region']);
    const named = one([...reports, region], {
      area: { id: 'k', name: 'K', level: 'municipality' },
    });
    expect([named.level, named.area?.name]).toEqual(['municipality', 'K']);
  });

  const whole = areaReport('cluster', { id: 'a', name: 'Klyngen ved Åen' }, reports);
  const mineAlone = reports[3]!;

  it('of my own cluster stands with my own clinic’s report beside it, in either order', () => {
    for (const given of [
      [mineAlone, whole],
      [whole, mineAlone],
    ]) {
      const sheet = one(given, { mine: mine.id });
      expect(sheet.units).toHaveLength(12);
      expect(sheet.mine?.id).toBe(mine.id);
      expect(sheet.area?.id).toBe('a');
      expect(sheet.total('acr', last)).toEqual(one([whole]).total('acr', last));
      expect(sheet.undecided(last)).toEqual(one([whole]).undecided(last));
      expect(sheet.refused).toEqual([]);
    }
  });

  it('in sums alone holds my own clinic against them, and does not count it twice', () => {
    const sums = areaReport('cluster', { id: mineAlone.clinic.cluster!, name: 'Å' }, reports, {
      hasClinics: false,
    });
    const sheet = one([mineAlone, sums], { mine: mine.id });
    expect(sheet.isSumsAlone).toBe(true);
    expect(sheet.mine?.figure('acr', last)).toEqual(one(reports).units[3]!.figure('acr', last));
    expect(sheet.total('acr', last)).toEqual(one(reports).total('acr', last));
    expect(sheet.undecided(last)).toEqual(one(reports).undecided(last));
    // Somebody else's that comes may be in the sums already.
    const { refused, units } = one([sums], { mine: mine.id }, [reports[0]!]);
    expect(refused.map(({ why }) => why.kind)).toEqual(['sums']);
    expect(units).toEqual([]);
  });

  it('in sums alone takes in whom it misses', () => {
    const sums = areaReport('cluster', { id: 'a', name: 'Klyngen ved Åen' }, others, {
      ...{ hasClinics: false, missing: [{ id: late.clinic.id, name: late.clinic.name }] },
    });
    for (const sheet of [one([sums, late]), one([sums], {}, [late])]) {
      expect(sheet.total('acr', last)).toEqual(one(reports).total('acr', last));
      expect(sheet.undecided(last)).toEqual(one(reports).undecided(last));
      expect(sheet.missing).toEqual([]);
    }
  });

  it('takes in a later report of a clinic that it has, and says of an earlier one that it is not counted', () => {
    const made = { ...clinics[3]!, size: 6000 };
    // By their texts it is the other way round.
    const later = clinicReport(made, { madeAt: '2026-10-02T07:30:00Z' });
    const earlier = clinicReport(made, { madeAt: '2026-10-02T05:30:00Z' });
    const after = one([whole], { mine: mine.id }, [later]);
    expect(after.mine!.figure('acr', last)!.numerator.estimate).toBeGreaterThan(2000);
    const replaced = reports.map((each) => (each === mineAlone ? later : each));
    expect(after.total('acr', last)).toEqual(one(replaced).total('acr', last));
    expect(after.undecided(last)).toEqual(one(replaced).undecided(last));
    const before = one([whole], { mine: mine.id }, [earlier]);
    expect(before.total('acr', last)).toEqual(one([whole]).total('acr', last));
    expect(before.refused.map(({ report, why }) => [report, why.kind])).toEqual([
      [earlier, 'older'],
    ]);
  });

  it('tells of clinics that two of the areas have counted', () => {
    const clusters = [0, 3].map((from) =>
      areaReport('cluster', { id: `c${from}`, name: `Klynge ${from}` }, manyClinics(4, from)),
    );
    expect(one(clusters).countedTwice).toEqual([{ id: 'm3', name: 'Klinik 3' }]);
    expect(one(clusters.slice(0, 1)).countedTwice).toEqual([]);
    expect(one(reports).countedTwice).toEqual([]);
  });

  it('of another area of the same size is told, and not left out without a word', () => {
    const elsewhere = areaReport(
      'cluster',
      { id: 'b', name: 'Klyngen ved Bækken' },
      manyClinics(3),
    );
    const { refused, units } = one([...reports, elsewhere]);
    expect(units).toHaveLength(12);
    expect(refused.map(({ name, why }) => [name, why.kind])).toEqual([
      ['Klyngen ved Bækken', 'beside'],
    ]);
  });

  it('is a unit where there are many: a region of 116 clusters', () => {
    const clusters = Array.from({ length: 116 }, (_, at) =>
      areaReport('cluster', { id: `c${at}`, name: `Klynge ${at}` }, manyClinics(3, at * 3)),
    );
    const sheet = one(clusters);
    expect(sheet.level).toBe('region');
    expect(sheet.unitLevel).toBe('cluster');
    expect(sheet.units).toHaveLength(116);
    expect(sheet.units[7]!.name).toBe('Klynge 7');
    expect(sheet.total('acr', last)!.clinics).toBe(348);
  });
});

it('a share that the leaves do not tell is none', () => {
  const few = clinicReport({ id: 'f', name: 'F', size: 6, shares: { acr: [0.5, 0.5] } });
  const figure = one([few]).total('acr', last)!;
  expect(shareOf(figure)).toBeUndefined();
  expect(figure.numerator.least).toBe(0);
});
