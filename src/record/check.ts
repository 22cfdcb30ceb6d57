/**
 * The check that every supplied patient passes on the way in: what can be read is kept, in one form; what
 * cannot is rejected with its reason (R3). Written by hand and flat, for it runs over millions of records.
 */
import { isObject } from '../json/values.ts';
import { beginCheck, PatientCheck, type CheckOutcome } from './check/patient-check.ts';
import { finish, type Steps } from './steps.ts';
import type { CheckedPatient } from './types.ts';

export { readCoverage, readUpdated } from './check/coverage.ts';
export { listMeantBy, patientFieldMeantBy, typeMeantBy } from './check/names.ts';
export { readId } from './check/patient.ts';
export type { CheckOutcome } from './check/patient-check.ts';
export { isJudged, recordFieldMeantBy, recordFields } from './check/record-names.ts';

/** Checks one supplied patient. Never throws, whatever it is given, and never changes it. */
export function checkPatient(input: unknown): CheckOutcome {
  try {
    const check = beginCheck(input);
    if (!(check instanceof PatientCheck)) return check;
    for (let long = check.readShort(); long; long = check.readShort()) finish(long);
    return check.end();
  } catch {
    return unreadable();
  }
}

/** As `checkPatient`, some records at a time. */
export function* checkPatientInSteps(input: unknown): Steps<CheckOutcome> {
  try {
    const check = beginCheck(input);
    if (!(check instanceof PatientCheck)) return check;
    for (let long = check.readShort(); long; long = check.readShort()) yield* long;
    yield;
    return check.end();
  } catch {
    return unreadable();
  }
}

/** A host object that throws when read is as unreadable as none. */
function unreadable(): CheckOutcome {
  return { rejected: [{ type: 'patient', field: '', reason: 'not-an-object' }] };
}

/** Tells a patient that has passed the check from one as supplied. */
export function isCheckedPatient(patient: unknown): patient is CheckedPatient {
  return isObject(patient) && patient.supplied instanceof Set && isObject(patient.records);
}
