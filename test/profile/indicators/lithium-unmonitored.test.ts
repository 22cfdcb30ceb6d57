import { measured, since, span, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const level = (at: string) => measured('NPU02613', 0.7, 'mmol/L', at);
const takes = (results: readonly ReturnType<typeof level>[] = [], from?: string, to?: string) =>
  patientWith({ medications: [span('N05AN01', from, to)], results });

workIndicator('lithium-unmonitored', [
  ['never measured', 'numerator', takes()],
  ['measured on the three-month day', 'denominator', takes([level('2026-08-24')])],
  ['measured the day before', 'numerator', takes([level('2026-08-23')])],
  ['measured today', 'denominator', takes([level('2026-11-24')])],
  ['begun on the three-month day', 'numerator', takes([], '2026-08-24')],
  ['begun the day after', 'outside', takes([], '2026-08-25')],
  ['ended on the three-month day', 'numerator', takes([], '2026-01-01', '2026-08-24')],
  ['ended the day before', 'outside', takes([], '2026-01-01', '2026-08-23')],
  ['quetiapine is none', 'outside', patientWith({ medications: [span('N05AH04')] })],
  ['results not to be had', 'unknown', takes(), without('result')],
  ['results of the last two months only', 'unknown', takes(), since('result', '2026-09-24')],
]);
