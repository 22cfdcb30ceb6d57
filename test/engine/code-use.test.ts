import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clinic, codeUse, patientsWithCodes } from '../../src/engine/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { cases } from '../depth.ts';

const codes = ['P70', 'p 70', 'T90', 'K86'];

describe('codes in use', () => {
  it('are counted as by hand: records, patients, and those chosen', () => {
    const patient = fc.record({
      codes: fc.array(fc.constantFrom(...codes), { maxLength: 5 }),
      isChosen: fc.boolean(),
      fate: fc.constantFrom('stays', 'gone', 'replaced'),
    });
    fc.assert(
      fc.property(fc.array(patient, { maxLength: 8 }), (patients) => {
        const records = (id: number, own: readonly string[]): PatientRecords => ({
          patient: { id: `p${id}`, name: 'Opdigtet', birthDate: '1950-01-01', sex: 'female' },
          diagnoses: own.map((code) => ({ code, from: '2020-01-01', text: `t ${code}` })),
        });
        const clinic = new Clinic({});
        clinic.add(patients.map((each, id) => records(id, each.codes)));
        expect(clinic.segments.length).toBeLessThan(2);
        const left = new Map<string, readonly string[]>();
        for (const [id, { fate, codes: own }] of patients.entries()) {
          if (fate === 'gone') clinic.remove(`p${id}`);
          if (fate === 'replaced') clinic.add([records(id, ['K86'])]);
          if (fate !== 'gone') left.set(`p${id}`, fate === 'replaced' ? ['K86'] : own);
        }
        const chosen = patients.flatMap(({ isChosen }, id) => (isChosen ? [`p${id}`] : []));
        const expected = new Map<string, { records: number; patients: number; chosen: number }>();
        for (const [id, own] of left)
          for (const code of new Set(own.map((each) => each.toUpperCase().replace(' ', '')))) {
            const count = expected.get(code) ?? { records: 0, patients: 0, chosen: 0 };
            count.records += own.filter(
              (each) => each.toUpperCase().replace(' ', '') === code,
            ).length;
            count.patients++;
            if (chosen.includes(id)) count.chosen++;
            expected.set(code, count);
          }
        const ofBoth = patientsWithCodes(clinic, ['diagnosis'], (_, code) => /^[PK]/.test(code));
        expect(ofBoth).toBe(
          [...left.values()].filter((own) => own.some((each) => /^[pk]/i.test(each))).length,
        );
        const found = codeUse(clinic, { chosen });
        expect(
          new Map(
            found.map(({ code, records: of, patients: by, chosen: some }) => [
              code,
              { records: of, patients: by, chosen: some },
            ]),
          ),
        ).toEqual(expected);
        expect(found.every(({ type, system }) => type === 'diagnosis' && system === 'ICPC-2')).toBe(
          true,
        );
        expect(found.every(({ text }) => text?.startsWith('t '))).toBe(true);
      }),
      { numRuns: cases(60, 500) },
    );
  });
});
