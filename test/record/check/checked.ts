import { checkPatient, type CheckedPatient } from '../../../src/record/index.ts';

export const someone = { id: 'p1', name: 'Test Testesen', birthDate: '1941-06-15', sex: 'female' };

/** Checks a patient with some lists. */
export function checked(lists: object, patient: object = someone): CheckedPatient {
  const outcome = checkPatient({ patient, ...lists });
  if (!outcome.patient) throw new Error('The patient was set aside.');
  return outcome.patient;
}

/** The patient's own rejections: each field with its reason. */
export function faults(patient: object): readonly (readonly [string, string])[] {
  return checked({}, { ...someone, ...patient }).rejected.map(
    ({ field, reason }) => [field, reason] as const,
  );
}
