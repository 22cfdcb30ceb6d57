import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalDifference,
  isKnownUnit,
  movePoint,
  normalizeUnit,
  unitExponent,
  unitGroups,
  unitReader,
  unitsReadAs,
} from '../../src/record/index.ts';

describe('R14 what only looks different is one unit', () => {
  it.each([
    ['mmol/L', 'mmol/l'],
    ['mmol/L', ' mmol / L '],
    ['mmol/L', 'mmol∕L'],
    ['µmol/L', 'μmol/L'],
    ['µmol/L', 'umol/l'],
    ['µg', 'ug'],
    ['m2', 'm²'],
    ['m2', 'm^2'],
    ['kg/m2', 'kg/m²'],
    ['mm[Hg]', 'mm Hg'],
    ['10-3', '10E-3'],
    ['10-3', 'x10-3'],
    ['10-3', '×10⁻³'],
    ['10-3', '10*-3'],
    ['10-3', '10^-3'],
    ['10-3', '10−3'],
    ['10E9/L', '10*9/L'],
    ['10E9/L', 'x 10^9 / l'],
    ['10E9/L', '10⁹/L'],
    ['mL/min/1.73m2', 'ml/min/1,73 m²'],
    // Not in the table: equal to itself, however it is written.
    ['Arb.Enh./L', 'arb. enh. / l'],
  ])('%s is %s', (a, b) => {
    expect(normalizeUnit(a)).toBe(normalizeUnit(b));
    expect(unitExponent(a, b)).toBe(0);
  });

  it.each([
    // A superscript lost, or one hundred and nine.
    ['10E9/L', '109/L'],
    ['U/L', 'µ/L'],
    ['10E9/L', '10E12/L'],
  ])('%s is not %s', (a, b) => {
    expect(normalizeUnit(a)).not.toBe(normalizeUnit(b));
  });
});

describe('R14 what converts, by which power of ten', () => {
  it.each([
    ['mmol/L', 'µmol/L', 3],
    ['µmol/L', 'mmol/L', -3],
    ['mmol/L', 'mol/L', -3],
    ['g/L', 'mg/L', 3],
    ['g/dL', 'g/L', 1],
    ['ng/mL', 'µg/L', 0],
    ['%', '10-3', 1],
    ['10-3', '%', -1],
    ['10-3', 'mmol/mol', 0],
    ['mmol/mol', 'x10⁻³', 0],
    ['10-3', 'mg/g', 0],
    ['mg/g', 'g/kg', 0],
    ['mmHg', 'mm[Hg]', 0],
    ['point', '1', 0],
    ['score', '{score}', 0],
    ['10E9/L', '10E6/L', 3],
    ['/µL', '10E6/L', 0],
    ['10-3 int.enh./L', 'mIU/L', 0],
    ['m[iU]/L', '10-3 IU/L', 0],
    ['cm', 'm', -2],
    ['kPa', 'hPa', 1],
    ['mg/mmol', 'g/mol', 0],
  ])('%s in %s: %i', (from, to, exponent) => {
    expect(unitExponent(from, to)).toBe(exponent);
    expect(unitReader(to)(from)).toBe(exponent);
    expect(unitsReadAs(to).get(normalizeUnit(from))).toBe(exponent);
  });

  it.each([
    // HbA1c 7.5 % is not 75 mmol/mol.
    ['%', 'mmol/mol'],
    ['mmol/mol', '%'],
    ['%', 'mg/g'],
    // Equality is not chained through 10-3.
    ['mmol/mol', 'mg/g'],
    ['‰', 'mmol/mol'],
    // A molar mass.
    ['mmol/L', 'mg/dL'],
    ['mmol/L', 'mmol/mol'],
    // No power of ten.
    ['mmHg', 'kPa'],
    ['U/L', 'µkat/L'],
    ['U/L', 'IU/L'],
    ['L/min', 'L/s'],
    ['1', '%'],
    ['mL/min', 'mL/min/1.73m2'],
    ['mmol/L', 'furlong'],
    ['furlong', 'mmol/L'],
  ])('%s in %s: not at all', (from, to) => {
    expect(unitExponent(from, to)).toBeUndefined();
    expect(unitReader(to)(from)).toBeUndefined();
    expect(unitsReadAs(to).has(normalizeUnit(from))).toBe(false);
  });

  it('there and back is nothing', () => {
    const names = unitGroups.flatMap(({ units }) => Object.values(units).flat());
    const readers = new Map(names.map((name) => [name, unitReader(name)]));
    for (const [a, toA] of readers)
      for (const [b, toB] of readers) {
        const there = toB(a);
        const back = toA(b);
        expect(there === undefined ? undefined : there + back!).toBe(
          back === undefined ? undefined : 0,
        );
      }
  });

  it('no name stands for two units of the table', () => {
    const names = unitGroups.flatMap(({ units }) =>
      Object.values(units).flatMap((each) => [...new Set(each.map(normalizeUnit))]),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('knows what it has', () => {
    expect(isKnownUnit('mmol / l')).toBe(true);
    expect(isKnownUnit('furlong')).toBe(false);
    expect(unitsReadAs('furlong')).toEqual(new Map([['FURLONG', 0]]));
  });
});

describe('R14 a converted number is exact', () => {
  it.each([
    [0.07, 3, 70],
    [70, -3, 0.07],
    [7.5, 1, 75],
    [1.1, 3, 1100],
    [4.35, 2, 435],
    [1e-7, 3, 0.0001],
    [1e21, -3, 1e18],
    [0, 3, 0],
    [-0.29, 2, -29],
    [5, 0, 5],
  ])('%d by %i places is %d', (value, places, expected) => {
    expect(movePoint(value, places)).toBe(expected);
  });

  it('there and back is the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: -9, max: 9 }),
        (digits, scale, places) => {
          const value = movePoint(digits, scale);
          expect(movePoint(movePoint(value, places), -places)).toBe(value);
        },
      ),
    );
  });
});

describe('R19c a difference is that of the decimals as written', () => {
  it.each([
    [15, 10, 5],
    [0.3, 0.1, 0.2],
    [7.1, 2.1, 5],
    [2.1, 7.1, -5],
    [4.4, 4.4, 0],
    [123456.3234567, 123456.1234567, 0.2],
    [0.00000003, 0.00000001, 0.00000002],
    [1e-7, 3e-7, -2e-7],
    [1e21, 1, 1e21],
    [1.5e300, 0.5e300, 1e300],
    [9007199254740993, 0.1, 9007199254740992],
    [-0.3, -0.1, -0.2],
    [Infinity, 0.1, Infinity],
    [0.1, Infinity, -Infinity],
    [-Infinity, Infinity, -Infinity],
  ])('%d less %d is %d', (a, b, expected) => {
    expect(decimalDifference(a, b)).toBe(expected);
  });

  it('whatever the number of decimals', () => {
    const decimal = fc.tuple(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.integer({ min: 0, max: 9 }),
    );
    fc.assert(
      fc.property(decimal, decimal, ([a, places], [b, more]) => {
        const whole = BigInt(a) * 10n ** BigInt(more) - BigInt(b) * 10n ** BigInt(places);
        const [one, other] = [Number(`${a}e${-places}`), Number(`${b}e${-more}`)];
        // Nothing is nothing, whatever its sign.
        expect(decimalDifference(one, other) + 0).toBe(Number(`${whole}e${-places - more}`) + 0);
      }),
    );
  });
});
