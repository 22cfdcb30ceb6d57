import { describe, expect, it } from 'vitest';
import { checkPatient, isOfDeath, readCoverage, typeMeantBy } from '../../src/record/index.ts';

const patient = { id: 'p', name: 'N', birthDate: '1950-01-01', sex: 'female' };
const diagnoses = [{ code: 'P70', from: '2020-01-01' }];
const misnamed = (supplied: object) =>
  checkPatient({ patient, ...supplied }).rejected.filter(({ reason }) => reason === 'misnamed');

describe('names that are none of ours but near one', () => {
  it.each([
    ['diagnosis', 'diagnosis'],
    ['Diagnoses', 'diagnosis'],
    ['diagnoser', 'diagnosis'],
    ['conditions', 'diagnosis'],
    ['medication', 'medication'],
    ['prescriptions', 'medication'],
    ['labResults', 'result'],
    ['service', 'service'],
    ['apointments', 'appointment'],
    ['referral', 'referral'],
    ['letter', 'letter'],
  ])('the list %s', (key, type) => {
    expect(misnamed({ [key]: diagnoses })).toEqual([
      { patientId: 'p', type, field: key, reason: 'misnamed' },
    ]);
  });

  it('is nothing where our own list is there, and where it is near nothing of ours', () => {
    expect(misnamed({ diagnoses, diagnosis: 'P70' })).toEqual([]);
    expect(misnamed({ allergies: [], lastChanged: 1, notesInJournal: [] })).toEqual([]);
  });

  it.each([
    ['birthdate', '1950-01-01'],
    ['dateOfBirth', '1950-01-01'],
    ['CPR', '0101504242'],
    ['deathDate', '2020-01-01'],
    ['gender', 'F'],
    ['zipCode', '8000'],
  ])('the field %s', (key, value) => {
    const { rejected } = checkPatient({ patient: { id: 'p', [key]: value } });
    expect(rejected).toContainEqual({
      patientId: 'p',
      type: 'patient',
      field: key,
      reason: 'misnamed',
    });
    expect(misnamed({ patient: { ...patient, [key]: null } })).toEqual([]);
  });

  it.each([
    ['dateOfDeath', '2020-01-01'],
    ['deceasedDateTime', '2020-01-01T08:00:00+01:00'],
    ['deceasedBoolean', true],
    ['isDead', true],
    ['Død', '2020-01-01'],
  ])('of a death, %s: nobody knows who is alive', (key, value) => {
    const { rejected } = checkPatient({ patient: { ...patient, [key]: value } });
    expect(rejected.some(isOfDeath)).toBe(true);
  });

  it.each(['dead', 'deceasedBoolean'])('%s: false says that nobody died', (key) => {
    expect(checkPatient({ patient: { ...patient, [key]: false } }).rejected).toEqual([]);
  });

  it('in coverage covers nothing: whatever it says cannot be read', () => {
    expect(readCoverage({ diagnoses: { available: false } })).toEqual({
      diagnosis: { available: false },
    });
    expect(readCoverage({ diagnosis: { available: true }, diagnoses: {} })).toEqual({
      diagnosis: { available: true },
    });
    expect(typeMeantBy('source')).toBeUndefined();
  });
});
