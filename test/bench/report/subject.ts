/** What the suite asks of the library. */
import { Clinic, compile, type Plan } from '../../../src/engine/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import type { CoverageByType, PatientRecords } from '../../../src/record/index.ts';
import {
  defaultProtection,
  exactCountsInSteps,
  mergeReports,
  protect,
  protectLeaves,
  readClinicReports,
  type ClinicReport,
} from '../../../src/report/index.ts';

export { mergeReports, quarterEnds, readClinicReports } from '../../../src/report/index.ts';
export { evaluate } from '../../../src/engine/index.ts';
export type { ClinicReport } from '../../../src/report/index.ts';

/** A clinic, and the profiles ready to be asked of it. */
export function prepare(
  coverage: CoverageByType,
  patients: readonly PatientRecords[],
  documents: readonly unknown[],
): { readonly clinic: Clinic; readonly plans: readonly Plan[] } {
  const clinic = new Clinic(coverage);
  clinic.add(patients);
  const plans = documents.map((document) => {
    const outcome = parseProfile(document);
    if (!outcome.ok) throw new Error('A profile cannot be read.');
    return compile(outcome.profile);
  });
  return { clinic, plans };
}

/** Counts all profiles on all dates; answers a checksum, the time, and the longest step, in milliseconds. */
export function countAll(clinic: Clinic, plans: readonly Plan[], dates: readonly string[]) {
  const steps = exactCountsInSteps(clinic, plans, dates);
  const start = performance.now();
  let longest = 0;
  for (let before = start; ;) {
    const { done, value } = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (!done) continue;
    const numerators = value.flatMap(({ indicators }) =>
      indicators.flatMap(({ values }) => values.map((each) => each?.[0]?.numerator ?? 0)),
    );
    return { sum: numerators.reduce((all, each) => all + each, 0), time: now - start, longest };
  }
}

/** Reports of made-up clinics, protected as a clinic protects its own. */
export function madeReports(
  clinics: number,
  dates: readonly string[],
  indicators: number,
): readonly ClinicReport[] {
  let seed = 1;
  const draw = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  return Array.from({ length: clinics }, (_, at) => ({
    format: 'overblik-report/1',
    level: 'clinic',
    clinic: { id: `k${at}`, name: `Klinik ${at}` },
    profile: { id: 'dk.demens', version: '1.0.0', definition: 'a1'.repeat(32) },
    protection: defaultProtection,
    dates,
    madeAt: '2026-11-29T13:00:00+01:00',
    engine: '0.1.0',
    coverage: [],
    indicators: Array.from({ length: indicators }, (_, index) => ({
      id: `i${index}`,
      values: dates.map(() =>
        protectLeaves(
          { numerator: draw(180), rest: draw(180), unknown: draw(20) },
          defaultProtection,
        ),
      ),
    })),
    undecided: dates.map(() => protect(draw(20), defaultProtection)),
  }));
}

/** Puts reports together, out of objects or out of their texts. */
export const country = {
  level: 'country',
  area: { id: 'dk', name: 'Danmark' },
  madeAt: '2026-11-30T09:00:00+01:00',
  engine: '0.1.0',
} as const;

export function mergeTexts(texts: readonly string[]) {
  const { reports, refused } = readClinicReports(texts);
  return mergeReports(reports, { ...country, refused });
}
