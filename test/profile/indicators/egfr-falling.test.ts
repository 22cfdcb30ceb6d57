import { measured, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const egfr = (at: string, value: number, more: object = {}) => ({
  ...measured('DNK35302', value, 'mL/min', at),
  ...more,
});
const with_ = (...results: ReturnType<typeof egfr>[]) => patientWith({ results });

workIndicator('egfr-falling', [
  ['by 6', 'numerator', with_(egfr('2026-01-01', 60), egfr('2026-10-01', 54))],
  ['by 5', 'denominator', with_(egfr('2026-01-01', 60), egfr('2026-10-01', 55))],
  ['by 5,1', 'numerator', with_(egfr('2026-01-01', 60.2), egfr('2026-10-01', 55.1))],
  ['risen', 'denominator', with_(egfr('2026-01-01', 60), egfr('2026-10-01', 66))],
  [
    'from the highest, not the first',
    'numerator',
    with_(egfr('2026-01-01', 58), egfr('2026-04-01', 61), egfr('2026-10-01', 55)),
  ],
  [
    'from twelve months ago to the day',
    'numerator',
    with_(egfr('2025-11-24', 60), egfr('2026-10-01', 54)),
  ],
  ['from a day before', 'outside', with_(egfr('2025-11-23', 60), egfr('2026-10-01', 54))],
  ['one result', 'outside', with_(egfr('2026-10-01', 54))],
  [
    '> 90 to 80',
    'numerator',
    with_(egfr('2026-01-01', 90, { comparator: '>' }), egfr('2026-10-01', 80)),
  ],
  [
    '> 90 to 86',
    'unknown',
    with_(egfr('2026-01-01', 90, { comparator: '>' }), egfr('2026-10-01', 86)),
  ],
  [
    'a unit that cannot be converted',
    'unknown',
    with_(egfr('2026-01-01', 60, { unit: '%' }), egfr('2026-10-01', 54)),
  ],
  ['results not to be had', 'unknown', with_(egfr('2026-01-01', 60)), without('result')],
]);
