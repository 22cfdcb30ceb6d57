/** What six journal systems and FHIR call a field of ours is known for it, where the field itself is not there. */
import { describe, expect, it } from 'vitest';
import {
  patientFieldMeantBy,
  recordFieldMeantBy,
  type RecordType,
} from '../../src/record/index.ts';

describe('another name for a field', () => {
  it.each<[RecordType, string, string]>([
    ['diagnosis', 'endDate', 'to'],
    ['diagnosis', 'startDate', 'from'],
    ['diagnosis', 'recordedDate', 'from'],
    ['diagnosis', 'diagnosekode', 'code'],
    ['medication', 'start', 'from'],
    ['medication', 'end', 'to'],
    ['medication', 'authoredOn', 'from'],
    ['medication', 'atcCode', 'code'],
    ['medication', 'medicationCodeableConcept', 'code'],
    ['result', 'date', 'at'],
    ['result', 'effectiveDateTime', 'at'],
    ['result', 'prøvedato', 'at'],
    ['result', 'valueQuantity', 'value'],
    ['result', 'quantity', 'value'],
    ['result', 'enhed', 'unit'],
    ['service', 'performedDateTime', 'at'],
    ['service', 'ydelseskode', 'code'],
    ['vaccination', 'occurrenceDateTime', 'at'],
  ])('of a %s: %s is %s', (type, name, meant) => {
    expect(recordFieldMeantBy(type, name)).toBe(meant);
    expect(recordFieldMeantBy(type, name, (field) => field !== meant)).not.toBe(meant);
  });

  it.each([
    ['birthdate', 'birthDate'],
    ['date_of_birth', 'birthDate'],
    ['cprNo', 'cpr'],
    ['gender', 'sex'],
  ])('of a patient: %s is %s', (name, meant) => {
    expect(patientFieldMeantBy(name)).toBe(meant);
  });

  it('is no name of anything else', () => {
    for (const name of ['id', 'note', 'author', 'laboratory'])
      expect(recordFieldMeantBy('result', name), name).toBe(undefined);
  });
});
