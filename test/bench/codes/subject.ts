/** What the suite of codes measures, bundled with the library of one checkout. */
import {
  clinicCountsInSteps,
  memoryTerminology,
  missedCodes,
  missedQuestionAt,
  readPastedCodes,
  Terms,
  typesAskedAt,
  type ClinicCounts,
  type CodeTable,
} from 'overblik/authoring';
import { Clinic } from 'overblik/engine';
import { parseProfile } from 'overblik/profile';
import type { CoverageByType, PatientRecords } from 'overblik/record';

export function readPasted(text: string): number {
  return readPastedCodes(text).groups.reduce((sum, { codes }) => sum + codes.length, 0);
}

/** Loads a clinic, and answers how codes missed in it are found once. */
export function missedIn(
  coverage: CoverageByType,
  patients: readonly PatientRecords[],
  document: object,
  tables: readonly CodeTable[],
  asOf: string,
) {
  const clinic = new Clinic(coverage);
  clinic.add(patients);
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error('The profile cannot be used.');
  const path = ['codes', 'demens'];
  return async () => {
    let start = performance.now();
    let longestStep = 0;
    let counts: ClinicCounts | undefined;
    const steps = clinicCountsInSteps(clinic, typesAskedAt(document, path), parsed.profile, asOf);
    for (let last = start; ;) {
      const step = steps.next();
      const now = performance.now();
      longestStep = Math.max(longestStep, now - last);
      last = now;
      if (step.done) {
        counts = step.value;
        break;
      }
    }
    const counting = performance.now() - start;
    start = performance.now();
    const { codes } = await missedCodes({
      ...missedQuestionAt(document, path),
      terms: new Terms(memoryTerminology(tables)),
      clinic: counts,
    });
    return { counting, longestStep, asking: performance.now() - start, found: codes.length };
  };
}
