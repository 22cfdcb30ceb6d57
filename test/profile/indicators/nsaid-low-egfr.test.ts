import { measured, span, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const egfr = (value: number, at: string, more: object = {}) => ({
  ...measured('DNK35302', value, 'mL/min', at),
  ...more,
});
const nsaid = [span('M01AE01')];
const with_ = (...results: ReturnType<typeof egfr>[]) =>
  patientWith({ medications: nsaid, results });

workIndicator('nsaid-low-egfr', [
  ['40 four months ago', 'numerator', with_(egfr(40, '2026-07-24'))],
  ['and 70 last month', 'numerator', with_(egfr(40, '2026-07-24'), egfr(70, '2026-10-24'))],
  ['only a 40 last month', 'outside', with_(egfr(40, '2026-10-24'))],
  ['40 on the three-month day', 'numerator', with_(egfr(40, '2026-08-24'))],
  ['40 the day after', 'outside', with_(egfr(40, '2026-08-25'))],
  ['45', 'outside', with_(egfr(45, '2026-07-24'))],
  ['44,9', 'numerator', with_(egfr(44.9, '2026-07-24'))],
  ['1', 'numerator', with_(egfr(1, '2026-07-24'))],
  ['0,9', 'outside', with_(egfr(0.9, '2026-07-24'))],
  ['70 after 40, both old', 'outside', with_(egfr(40, '2026-01-24'), egfr(70, '2026-07-24'))],
  ['by the old code', 'numerator', with_({ ...egfr(40, '2015-07-24'), code: 'DNK35131' })],
  ['no NSAID', 'denominator', patientWith({ results: [egfr(40, '2026-07-24')] })],
  // The source reads 40 and 45, and counts both otherwise.
  ['> 40', 'unknown', with_(egfr(40, '2026-07-24', { comparator: '>' }))],
  ['< 45', 'unknown', with_(egfr(45, '2026-07-24', { comparator: '<' }))],
  ['> 90', 'outside', with_(egfr(90, '2026-07-24', { comparator: '>' }))],
  ['results not to be had', 'unknown', with_(egfr(70, '2026-07-24')), without('result')],
  [
    'medication not to be had',
    'unknown',
    patientWith({ results: [egfr(40, '2026-07-24')] }),
    without('medication'),
  ],
]);
