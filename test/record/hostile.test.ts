import { describe, expect, it } from 'vitest';
import { checkPatient, coverageOf, mostRecords, readCoverage } from '../../src/record/index.ts';

const someone = { id: 'p1', name: 'Test Testesen', birthDate: '1941-01-01', sex: 'female' };

/** An object with one field that throws when it is read. */
function throwing(field: string, rest: object = {}): object {
  return Object.defineProperty({ ...rest }, field, {
    get() {
      throw new Error('Frida Fiktiv, 010141-9996');
    },
    enumerable: true,
  });
}

describe('R3 a patient whose id can be read is never lost', () => {
  it('a list that throws harms its own type only', () => {
    const { patient } = checkPatient(throwing('results', { patient: someone, services: [] }));
    expect([...(patient?.supplied ?? [])]).toEqual(['service']);
    expect(patient?.rejected).toEqual([
      { patientId: 'p1', type: 'result', field: 'results', reason: 'wrong-type' },
    ]);
  });

  it.each(['name', 'cpr', 'sex', 'phone'])('a patient whose %s throws has none', (field) => {
    const { patient } = checkPatient({ patient: throwing(field, someone) });
    expect(patient?.patient.id).toBe('p1');
    expect(patient?.patient[field as 'cpr']).toBe(field === 'name' ? '' : undefined);
  });

  it('a date of death that throws is as unreadable as any', () => {
    const { rejected } = checkPatient({ patient: throwing('deceased', someone) });
    expect(rejected).toEqual([
      { patientId: 'p1', type: 'patient', field: 'deceased', reason: 'unreadable-date' },
    ]);
  });

  it('no error text, and nothing of it, comes through', () => {
    const outcome = checkPatient({
      patient: throwing('name', someone),
      diagnoses: [throwing('from', { code: 'P70' })],
    });
    expect(JSON.stringify(outcome)).not.toMatch(/Frida|010141/);
  });
});

describe('R9 coverage that cannot be read is no coverage', () => {
  it.each([
    ['throws', throwing('coverage', { patient: someone, diagnoses: [] })],
    ['is a text', { patient: someone, diagnoses: [], coverage: 'all' }],
    ['is a list', { patient: someone, diagnoses: [], coverage: [] }],
  ])('a patient’s own coverage that %s hides the clinic’s', (_, supplied) => {
    const { patient } = checkPatient(supplied);
    if (!patient) throw new Error('The patient was set aside.');
    const covered = coverageOf(patient, { diagnosis: { available: true } }, 'diagnosis', {
      lastDay: '2026-11-24',
    });
    expect(covered.covered).toBe(false);
  });

  it('one type that throws leaves the others', () => {
    const coverage = readCoverage(throwing('result', { diagnosis: { available: true } }));
    expect(coverage).toEqual({ diagnosis: { available: true }, result: { available: false } });
  });

  it('absent coverage says nothing', () => {
    expect(readCoverage(undefined)).toEqual({});
    expect(readCoverage(null)).toEqual({});
  });
});

describe('odd but readable', () => {
  it('a host’s own classes are read through their getters', () => {
    class HostPatient {
      get id() {
        return 'p1';
      }
      get birthDate() {
        return '1941-01-01';
      }
    }
    class HostDiagnosis {
      get code() {
        return 'P70';
      }
      get from() {
        return '2022-03-14';
      }
    }
    const { patient } = checkPatient({
      patient: new HostPatient(),
      diagnoses: [new HostDiagnosis()],
    });
    expect(patient?.patient).toEqual({ id: 'p1', name: '', birthDate: '1941-01-01' });
    expect(patient?.records.diagnosis).toMatchObject([{ code: 'P70', from: '2022-03-14' }]);
  });

  it('objects without a prototype, and keys that look like one, are only data', () => {
    const bare = Object.assign(Object.create(null) as object, { code: 'P70', from: '2022-03-14' });
    const poisoned: unknown = JSON.parse(
      '{"code":"P70","from":"2022-03-14","__proto__":{"to":"2022-04-01"},"constructor":1}',
    );
    const { patient } = checkPatient({ patient: someone, diagnoses: [bare, poisoned] });
    expect(patient?.records.diagnosis).toEqual([
      { type: 'diagnosis', system: 'ICPC-2', code: 'P70', index: 0, from: '2022-03-14' },
      { type: 'diagnosis', system: 'ICPC-2', code: 'P70', index: 1, from: '2022-03-14' },
    ]);
    expect(({} as { to?: string }).to).toBeUndefined();
  });

  it('a hole in a list is an entry that is no object', () => {
    const holed: unknown[] = [];
    holed[1] = { code: 'P70', from: '2022-03-14' };
    const { patient } = checkPatient({ patient: someone, diagnoses: holed });
    expect(patient?.rejected).toMatchObject([{ index: 0, reason: 'not-an-object' }]);
    expect(patient?.records.diagnosis).toMatchObject([{ index: 1 }]);
  });

  it('a text of ten million letters is no date, and costs no time', () => {
    const long = 'x'.repeat(10_000_000);
    const { patient } = checkPatient({
      patient: { ...someone, birthDate: long, cpr: long },
      diagnoses: [{ code: 'P70', from: `2022-03-14T${long}` }],
    });
    expect(patient?.rejected.map(({ field }) => field)).toEqual(['birthDate', 'from']);
  });

  it.each([
    [7.5, 'wrong-type'],
    [{}, 'wrong-type'],
    [undefined, 'missing'],
    [null, 'missing'],
    ['', 'missing'],
  ])('the id %j: set aside whole, %s', (id, reason) => {
    expect(checkPatient({ patient: { ...someone, id } })).toEqual({
      rejected: [{ type: 'patient', field: 'id', reason }],
    });
  });
});

describe('R3 more than is read of a patient', () => {
  it('a list that claims a thousand million entries leaves its own type in doubt', () => {
    let looked = 0;
    const list = new Proxy([{ code: 'P70', from: '2020-01-01' }], {
      get(target, key, receiver) {
        if (key === 'length') return 1e9;
        if (typeof key === 'string' && /^\d+$/.test(key)) looked++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const { patient } = checkPatient({ patient: someone, diagnoses: list, services: [] });
    expect(looked).toBeLessThanOrEqual(mostRecords);
    expect(patient?.records.diagnosis).toHaveLength(1);
    expect(patient?.rejected[0]).toEqual({
      ...{ patientId: 'p1', type: 'diagnosis', field: 'diagnoses', reason: 'too-many' },
    });
  });

  it('a list that grows while it is read has an end', () => {
    const list: unknown[] = [];
    const growing = () =>
      Object.defineProperty({ code: '0101', at: '2020-01-01' }, 'text', {
        get: () => void list.push(growing()),
        enumerable: true,
      });
    list.push(growing());
    const { patient } = checkPatient({ patient: someone, services: list });
    expect(patient?.records.service).toHaveLength(1);
  });

  it('a record with more fields than any is set aside', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`ende${index}`, 1]),
    );
    const { patient } = checkPatient({
      patient: { ...someone, ...fields },
      diagnoses: [{ code: 'P70', ...fields }],
      ...fields,
    });
    expect(patient?.records.diagnosis).toEqual([]);
    expect(patient?.rejected.map(({ reason }) => reason)).toEqual(['too-many', 'too-many']);
  });
});
