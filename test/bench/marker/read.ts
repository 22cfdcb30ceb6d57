/** What is timed: from one patient's records to the words of the marker, with one checkout's library. */
import {
  checkPatient,
  compile,
  evaluatePatient,
  parseProfile,
  sortMarkers,
  viewMarkers,
  type CoverageByType,
  type PatientRecords,
} from 'overblik';

/** Answers how many markers a patient has by all of the profiles. */
export type ReadMarkers = (records: PatientRecords) => number;

/** Whether this library can read a profile. */
export function isReadable(document: unknown): boolean {
  return parseProfile(document).ok;
}

export function markerReader(
  documents: readonly unknown[],
  coverage: CoverageByType,
  asOf: string,
): ReadMarkers {
  const plans = documents.map((document) => {
    const parsed = parseProfile(document);
    if (!parsed.ok) throw new Error('A profile of the archive cannot be read.');
    return compile(parsed.profile);
  });
  return (records) => {
    const { patient } = checkPatient(records);
    if (!patient) throw new Error('The patient cannot be read.');
    return sortMarkers(
      plans.flatMap((plan) => viewMarkers(evaluatePatient(plan, patient, coverage, asOf), 'da')),
    ).length;
  };
}
