import { recordTypes, type CheckedPatient } from '../record/index.ts';

/** Of a patient with no more records all is worked out at once, in less time than anybody notices. */
const fewRecords = 2000;

/** Whether a patient has so many records that the page is to have its turns while they are gone through. */
export function hasManyRecords({ records }: CheckedPatient): boolean {
  return recordTypes.reduce((count, type) => count + records[type].length, 0) > fewRecords;
}
