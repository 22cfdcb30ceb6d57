import { expect, it } from 'vitest';
import type { UnknownReason } from '../../../src/engine/index.ts';
import { describeUnknownReason } from '../../../src/model/describe/unknown-reasons.ts';
import type { ClinicalRecord, ResultRecord } from '../../../src/record/index.ts';

const record = { type: 'medication', code: '', index: 0 } as ClinicalRecord;
const result = { type: 'result', value: 900, unit: 'mmol/L', index: 0 } as ResultRecord;
const window = { from: '2026-09-24', to: '2026-11-24' };

it.each<[UnknownReason, string, string]>([
  [
    { kind: 'stale', type: 'medication', window, updated: '2026-09-01', source: 'FMK' },
    'Data om medicin (FMK) er senest opdateret 1. sep. 2026',
    'Data on medication (FMK) was last updated 1 Sep 2026',
  ],
  [
    { kind: 'not-come', type: 'medication', from: '2027-02-01' },
    'Der spørges om medicin fra 1. feb. 2027: de dage er ikke kommet endnu',
    'Asked about medication from 1 Feb 2027 on: those days have not come yet',
  ],
  [
    { kind: 'system', type: 'diagnosis', systems: ['ICPC-2', 'SKS'] },
    'Data om diagnoser er ikke fuldstændige i ICPC-2, SKS',
    'Data on diagnoses is not complete in ICPC-2, SKS',
  ],
  [
    { kind: 'partial-date', record },
    'Medicin: datoen kendes ikke på dagen',
    'Medication: the date is not known to the day',
  ],
  [{ kind: 'no-code', record }, 'Medicin uden kode', 'Medication without a code'],
  [
    { kind: 'no-field', record, field: 'strength' },
    'Medicin: styrken er ikke oplyst',
    'Medication: the strength is not given',
  ],
  [
    { kind: 'partial-field', field: 'deceased' },
    'Patientens dødsdato kendes ikke på dagen',
    'The patient’s date of death is not known to the day',
  ],
  [
    { kind: 'implausible', record: result, plausible: { min: 0, max: 30 }, unit: 'mmol/L' },
    'Prøvens svar 900 mmol/L afgør intet: profilen regner svar under 0 og over 30 mmol/L for fejl',
    'The result 900 mmol/L decides nothing: the profile takes results below 0 and above 30 mmol/L for mistakes',
  ],
  [
    {
      kind: 'implausible',
      record: { ...result, comparator: '>' },
      plausible: { max: 30 },
      unit: '1',
    },
    'Prøvens svar > 900 mmol/L afgør intet: profilen regner svar over 30 for fejl',
    'The result > 900 mmol/L decides nothing: the profile takes results above 30 for mistakes',
  ],
])('%o', (reason, danish, english) => {
  expect(describeUnknownReason(reason, 'da')).toBe(danish);
  expect(describeUnknownReason(reason, 'en')).toBe(english);
});
