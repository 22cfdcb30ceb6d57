import { inSks, measured, span, spans, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const egfr = (at?: string) => measured('DNK35302', 70, 'mL/min', at);
const acr = (at?: string) => measured('NPU19661', 12, 'mg/g', at);
const with_ = (...results: ReturnType<typeof egfr>[]) =>
  patientWith({ diagnoses: spans('T90'), results }, { birthDate: '1961-01-01' });
const born = (birthDate: string) =>
  patientWith({ diagnoses: spans('T90'), results: [egfr(), acr()] }, { birthDate });

workIndicator('kidney-health-evaluation', [
  ['both', 'numerator', with_(egfr(), acr())],
  ['eGFR alone', 'denominator', with_(egfr())],
  ['ratio alone', 'denominator', with_(acr())],
  ['both on the first day of the year', 'numerator', with_(egfr('2025-11-24'), acr('2025-11-24'))],
  ['one the day before', 'denominator', with_(egfr('2025-11-23'), acr('2025-11-24'))],
  ['18 at the start of the year', 'numerator', born('2007-11-24')],
  ['18 the day after', 'outside', born('2007-11-25')],
  ['85 at the start, 86 now', 'numerator', born('1939-11-25')],
  ['86 at the start of the year', 'outside', born('1939-11-24')],
  [
    'diabetes from the hospital',
    'denominator',
    patientWith({ diagnoses: [inSks('DE119')] }, { birthDate: '1961-01-01' }),
  ],
  [
    'diabetes that ended before the year',
    'outside',
    patientWith(
      { diagnoses: [span('T90', '2000-01-01', '2025-11-23')] },
      { birthDate: '1961-01-01' },
    ),
  ],
  [
    'diabetes that ended on its first day',
    'denominator',
    patientWith(
      { diagnoses: [span('T90', '2000-01-01', '2025-11-24')] },
      { birthDate: '1961-01-01' },
    ),
  ],
  ['results not to be had', 'unknown', with_(egfr()), without('result')],
]);
