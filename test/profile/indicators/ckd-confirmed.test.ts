import { measured, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const egfr = (at: string, value = 50, more: object = {}) => ({
  ...measured('DNK35302', value, 'mL/min', at),
  ...more,
});
const with_ = (...results: ReturnType<typeof egfr>[]) => patientWith({ results });

workIndicator('ckd-confirmed', [
  ['two, 90 days apart', 'numerator', with_(egfr('2026-01-01'), egfr('2026-04-01'))],
  ['two, 89 days apart', 'denominator', with_(egfr('2026-01-01'), egfr('2026-03-31'))],
  [
    'three, the first and the last 90 days apart',
    'numerator',
    with_(egfr('2026-01-01'), egfr('2026-02-01'), egfr('2026-04-01')),
  ],
  ['one', 'denominator', with_(egfr('2026-01-01'))],
  ['two, one of them 60', 'denominator', with_(egfr('2026-01-01', 60), egfr('2026-04-01'))],
  [
    'two, one of them before the five years',
    'denominator',
    with_(egfr('2021-11-23'), egfr('2026-04-01')),
  ],
  [
    'a normal one between',
    'numerator',
    with_(egfr('2026-01-01'), egfr('2026-02-01', 80), egfr('2026-04-01')),
  ],
  ['never measured', 'outside', with_()],
  [
    'two, of which one is < 90',
    'unknown',
    with_(egfr('2026-01-01', 90, { comparator: '<' }), egfr('2026-04-01')),
  ],
  [
    'two, of which one is > 60',
    'denominator',
    with_(egfr('2026-01-01', 60, { comparator: '>' }), egfr('2026-04-01')),
  ],
  ['one of a day that cannot be read', 'unknown', with_(egfr('engang'), egfr('2026-04-01'))],
  [
    'one of a month, with days 90 apart and days that are not',
    'unknown',
    with_(egfr('2026-01'), egfr('2026-04-15')),
  ],
  ['results not to be had', 'unknown', with_(egfr('2026-01-01')), without('result')],
]);
