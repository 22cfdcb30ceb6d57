import { describe, expect, it } from 'vitest';
import { checkPatient, sexNames } from '../../../src/record/index.ts';
import { checked, faults, someone } from './checked.ts';

const read = (patient: object) => checked({}, { ...someone, ...patient }).patient;

describe('R3 what plainly says the same is read', () => {
  it.each([
    ['M', 'male'],
    ['m', 'male'],
    ['Mand', 'male'],
    ['MALE', 'male'],
    ['F', 'female'],
    ['K', 'female'],
    [' kvinde ', 'female'],
    ['Female', 'female'],
  ])('sex %j is %s', (sex, expected) => {
    expect(read({ sex }).sex).toBe(expected);
    expect(faults({ sex })).toEqual([]);
  });

  it.each([...sexNames.unknown, '', ' ', null, undefined])('sex %j is none', (sex) => {
    expect(read({ sex })).not.toHaveProperty('sex');
    expect(faults({ sex })).toEqual([]);
  });

  it.each([
    [1, 1],
    [2, 2],
    ['1', 1],
    [' 2 ', 2],
  ])('insurance group %j is %i', (insuranceGroup, expected) => {
    expect(read({ insuranceGroup }).insuranceGroup).toBe(expected);
  });

  it.each([
    [101419996, '0101419996'],
    [3112419996, '3112419996'],
    ['010141–9996', '0101419996'],
  ])('CPR %j is %s', (cpr, expected) => {
    expect(read({ cpr }).cpr).toBe(expected);
  });

  it.each([
    ['postalCode', 8000, '8000'],
    ['postalCode', 800, '0800'],
    ['municipality', 101, '0101'],
    ['practitioner', 7, '7'],
    ['phone', 12345678, '12345678'],
  ])('%s %j is %s', (field, value, expected) => {
    expect(read({ [field]: value })).toHaveProperty(field, expected);
  });

  it.each([false, '', ' ', null, '9999-12-31', '2999-12-31', '0001-01-01T00:00:00', '1900-01-01'])(
    'deceased %j is not dead, and no fault',
    (deceased) => {
      expect(read({ deceased })).not.toHaveProperty('deceased');
      expect(faults({ deceased })).toEqual([]);
    },
  );

  it('a numeric id is its digits: 500 patients stay 500', () => {
    const ids = Array.from(
      { length: 500 },
      (_, id) => checkPatient({ patient: { ...someone, id } }).patient?.patient.id,
    );
    expect(new Set(ids).size).toBe(500);
    expect(ids[7]).toBe('7');
    expect(checkPatient({ patient: { ...someone, id: '7' } }).patient?.patient.id).toBe('7');
    expect(checkPatient({ patient: { ...someone, id: 12n } }).patient?.patient.id).toBe('12');
  });
});

describe('R3 what is dropped has a reason that names the field', () => {
  it.each([
    [{ sex: '7' }, 'sex', 'unknown-value'],
    [{ sex: 1 }, 'sex', 'wrong-type'],
    [{ insuranceGroup: 3 }, 'insuranceGroup', 'unknown-value'],
    [{ insuranceGroup: 'gr. 1' }, 'insuranceGroup', 'unknown-value'],
    [{ cpr: {} }, 'cpr', 'wrong-type'],
    [{ cpr: 1.5 }, 'cpr', 'wrong-type'],
    [{ name: 7 }, 'name', 'wrong-type'],
    [{ city: ['Aarhus'] }, 'city', 'wrong-type'],
    [{ municipality: true }, 'municipality', 'wrong-type'],
    [{ registered: 'engang' }, 'registered', 'unreadable-date'],
    [{ registered: 20240101 }, 'registered', 'unreadable-date'],
    [{ registered: '1841-06-14' }, 'registered', 'impossible-date'],
    [{ listed: 'ja' }, 'listed', 'unknown-value'],
    [{ listed: 1 }, 'listed', 'unknown-value'],
    [{ deceased: true }, 'deceased', 'unreadable-date'],
    [{ deceased: 'ja' }, 'deceased', 'unreadable-date'],
    [{ deceased: '1941-06-14' }, 'deceased', 'impossible-date'],
    [{ deceased: '1940' }, 'deceased', 'impossible-date'],
    [{ deceased: '1841-06-14', birthDate: null }, 'deceased', 'impossible-date'],
    [{ birthDate: '1849-12-31' }, 'birthDate', 'impossible-date'],
    [{ birthDate: '2999-12-31' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '9999-12-31' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '0001-01-01' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '1753-01-01' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '1800-01-01' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '1899-12-30' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '1900-01-01' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '1900-01-01', cpr: '010141-9996' }, 'birthDate', 'placeholder-date'],
    [{ birthDate: '' }, 'birthDate', 'missing'],
  ])('%j: %s, %s', (patient, field, reason) => {
    expect(faults(patient)).toContainEqual([field, reason]);
    expect(read(patient)).toEqual(
      expect.not.objectContaining(field === 'name' ? { name: 7 } : { [field]: expect.anything() }),
    );
  });

  it('1 January 1900 is a birth date where the CPR number says so', () => {
    const born = { birthDate: '1900-01-01', cpr: '010100-0000' };
    expect(read(born).birthDate).toBe('1900-01-01');
    expect(faults(born)).toEqual([]);
  });
});

describe('R4a partial dates', () => {
  it.each([
    [{ birthDate: '1941' }, { birthDate: '1941-01-01', birthDateLatest: '1941-12-31' }],
    [{ birthDate: '1940-02' }, { birthDate: '1940-02-01', birthDateLatest: '1940-02-29' }],
    [{ deceased: '2020-04' }, { deceased: '2020-04-01', deceasedLatest: '2020-04-30' }],
    [{ registered: '2020-04' }, { registered: '2020-04-01', registeredLatest: '2020-04-30' }],
    [{ registered: '2020-04-03T10:00' }, { registered: '2020-04-03' }],
    [{ listed: 'false' }, { listed: false }],
    [{ listed: true }, { listed: true }],
    // The day of birth may have been in the same year.
    [
      { birthDate: '1941-06-15', deceased: '1941' },
      { deceased: '1941-01-01', deceasedLatest: '1941-12-31' },
    ],
  ])('%j', (patient, expected) => {
    expect(read(patient)).toMatchObject(expected);
    expect(faults(patient)).toEqual([]);
  });

  it('a date that is known to the day has no companion', () => {
    const patient = read({ deceased: '2020-04-01T10:00' });
    expect(patient).not.toHaveProperty('birthDateLatest');
    expect(patient).not.toHaveProperty('deceasedLatest');
  });
});

describe('hints change nothing', () => {
  const hints = (patient: object) => checked({}, { ...someone, ...patient }).hints;

  it('a CPR number with another birth date is one', () => {
    const patient = { cpr: '010150-0000' };
    expect(hints(patient)).toEqual([{ kind: 'birth-date-unlike-cpr', type: 'patient', count: 1 }]);
    expect(read(patient)).toMatchObject({ birthDate: '1941-06-15', cpr: '0101500000' });
    expect(faults(patient)).toEqual([]);
  });

  it.each([
    { cpr: '150641-0000' },
    { cpr: '150641-0000', birthDate: '1941' },
    { cpr: 'ukendt' },
    { cpr: '150641-0000', birthDate: null },
  ])('%j is none', (patient) => {
    expect(hints(patient)).toBeUndefined();
  });

  it('dates told in UTC are counted', () => {
    expect(hints({ birthDate: '1941-06-14T22:00:00Z', deceased: '2020-01-01T23:00Z' })).toEqual([
      { kind: 'shifted-date', type: 'patient', count: 2 },
    ]);
  });
});
