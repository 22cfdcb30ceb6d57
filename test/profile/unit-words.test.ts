import { expect, it } from 'vitest';
import { formatUnit } from '../../src/profile/unit-words.ts';
import { unitExponent, unitGroups } from '../../src/record/units.ts';

it.each([
  ['mm[Hg]', 'mmHg'],
  ['mmol/l', 'mmol/L'],
  ['umol/l', 'µmol/L'],
  ['ml/min', 'mL/min'],
  ['ml/min/{1.73_m2}', 'mL/min/1,73 m²'],
  ['10-3', '10⁻³'],
  ['x10E-3', '10⁻³'],
  ['10*9/l', '10⁹/L'],
  ['10^12/L', '10¹²/L'],
  ['kg/m2', 'kg/m²'],
  ['mg/m3', 'µg/L'],
  ['Cel', '°C'],
  ['{INR}', 'INR'],
])('%s is read as %s', (written, read) => expect(formatUnit(written, 'da')).toBe(read));

it('has the decimal sign of the language', () =>
  expect(formatUnit('mL/min/1.73m2', 'en')).toBe('mL/min/1.73 m²'));

it.each([
  // What is counted has its own word; a plain number none.
  ['point', 'point'],
  ['{score}', 'score'],
  ['1', ''],
  // By day each country writes its own.
  ['mg/døgn', 'mg/døgn'],
  // No unit of the table is equal to it.
  ['enh./ugle', 'enh./ugle'],
  ['109/L', '109/L'],
  [' stk. ', 'stk.'],
])('%j stays %j', (written, read) => expect(formatUnit(written, 'da')).toBe(read));

it('is the same unit by another name, whichever it is', () => {
  for (const group of unitGroups)
    for (const name of Object.values(group.units).flat())
      for (const language of ['da', 'en'] as const) {
        const read = formatUnit(name, language);
        // Not what UCUM only annotates.
        if (read !== '' && !name.startsWith('{'))
          expect([name, unitExponent(name, read)]).toEqual([name, 0]);
      }
});
