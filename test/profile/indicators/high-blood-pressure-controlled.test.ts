import { measured, spans, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const pressure = (at: string, systolic?: number, diastolic?: number) => [
  ...(systolic === undefined ? [] : [measured('DNK05472', systolic, 'mmHg', at)]),
  ...(diastolic === undefined ? [] : [measured('DNK05473', diastolic, 'mmHg', at)]),
];
const with_ = (...readings: ReturnType<typeof pressure>[]) =>
  patientWith({ diagnoses: spans('K86'), results: readings.flat() }, { birthDate: '1961-01-01' });

workIndicator('high-blood-pressure-controlled', [
  ['139/89', 'numerator', with_(pressure('2026-10-01', 139, 89))],
  ['140/89', 'denominator', with_(pressure('2026-10-01', 140, 89))],
  ['139/90', 'denominator', with_(pressure('2026-10-01', 139, 90))],
  [
    'the lowest of each, not of one reading',
    'numerator',
    with_(pressure('2026-10-01', 150, 80), pressure('2026-10-01', 130, 95)),
  ],
  [
    'a later day with a systolic alone does not count',
    'numerator',
    with_(pressure('2026-10-01', 130, 80), pressure('2026-11-01', 170)),
  ],
  [
    'a later day with both does',
    'denominator',
    with_(pressure('2026-10-01', 130, 80), pressure('2026-11-01', 170, 100)),
  ],
  [
    'both, but on different days',
    'denominator',
    with_(pressure('2026-10-01', 130), pressure('2026-10-02', undefined, 80)),
  ],
  ['on the first day of the year', 'numerator', with_(pressure('2025-11-24', 130, 80))],
  ['the day before', 'denominator', with_(pressure('2025-11-23', 130, 80))],
  ['never measured', 'denominator', with_()],
  [
    'one of a day that cannot be read',
    'unknown',
    with_(pressure('2026-10-01', 130, 80), pressure('engang', 130, 80)),
  ],
  ['results not to be had', 'unknown', with_(pressure('2026-10-01', 130, 80)), without('result')],
  ['no hypertension', 'outside', patientWith({}, { birthDate: '1961-01-01' })],
]);
