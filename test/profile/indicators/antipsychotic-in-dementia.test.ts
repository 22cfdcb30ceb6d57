import { inSks, span, spans, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const takes = (from?: string, to?: string, code = 'N05AH04') =>
  patientWith({
    diagnoses: spans('P70'),
    medications: from === undefined ? [] : [span(code, from, to)],
  });

workIndicator('antipsychotic-in-dementia', [
  // Both days counted: from 14 October to 24 November there are 42.
  ['41 days', 'denominator', takes('2026-10-15')],
  ['42 days', 'denominator', takes('2026-10-14')],
  ['43 days', 'numerator', takes('2026-10-13')],
  ['years', 'numerator', takes('2020-01-01')],
  ['years, until yesterday', 'denominator', takes('2020-01-01', '2026-11-23')],
  ['lithium', 'denominator', takes('2020-01-01', undefined, 'N05AN01')],
  ['none', 'denominator', takes()],
  ['schizophrenia too', 'outside', patientWith({ diagnoses: spans('P70', 'P72') })],
  [
    'another psychosis from the hospital',
    'outside',
    patientWith({ diagnoses: [...spans('P70'), inSks('DF299')] }),
  ],
  [
    '65 today',
    'denominator',
    patientWith({ diagnoses: spans('P70') }, { birthDate: '1961-11-24' }),
  ],
  ['65 tomorrow', 'outside', patientWith({ diagnoses: spans('P70') }, { birthDate: '1961-11-25' })],
  ['dementia from the hospital', 'denominator', patientWith({ diagnoses: [inSks('DF001')] })],
  ['begun in a month that is known alone', 'unknown', takes('2026-10')],
  ['medication not to be had', 'unknown', takes(), without('medication')],
]);
