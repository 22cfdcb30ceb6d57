import { span, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const takes = (...medications: ReturnType<typeof span>[]) => patientWith({ medications });
const nsaid = span('M01AE01');

workIndicator('nsaid-without-gastroprotection', [
  ['an NSAID', 'numerator', takes(nsaid)],
  ['none', 'denominator', takes()],
  [
    'one that ended on the three-month day',
    'numerator',
    takes(span('M01AE01', '2026-01-01', '2026-08-24')),
  ],
  [
    'one that ended the day before',
    'denominator',
    takes(span('M01AE01', '2026-01-01', '2026-08-23')),
  ],
  ['a proton pump inhibitor too', 'outside', takes(nsaid, span('A02BC01'))],
  [
    'one that ended on the three-month day',
    'outside',
    takes(nsaid, span('A02BC01', '2026-01-01', '2026-08-24')),
  ],
  [
    'one that ended the day before',
    'numerator',
    takes(nsaid, span('A02BC01', '2026-01-01', '2026-08-23')),
  ],
  ['glucosamine is none', 'denominator', takes(span('M01AX05'))],
  ['65 today', 'numerator', patientWith({ medications: [nsaid] }, { birthDate: '1961-11-24' })],
  ['65 tomorrow', 'outside', patientWith({ medications: [nsaid] }, { birthDate: '1961-11-25' })],
  ['120 years', 'numerator', patientWith({ medications: [nsaid] }, { birthDate: '1905-11-25' })],
  ['121 years', 'outside', patientWith({ medications: [nsaid] }, { birthDate: '1905-11-24' })],
  ['a medicine without a code', 'unknown', takes(nsaid, { ...span(''), text: 'Pille' } as never)],
  ['medication not to be had', 'unknown', takes(), without('medication')],
]);
