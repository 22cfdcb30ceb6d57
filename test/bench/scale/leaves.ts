/** One text for the same reports, whichever route made them. */
import { createHash } from 'node:crypto';
import type { ClinicReport } from '../../../src/report/index.ts';

/** Of the leaves of some clinics' reports, in whatever order they came. */
export function digestOf(reports: readonly ClinicReport[]): string {
  const lines = reports.map(({ clinic, profile, dates, indicators, undecided }) =>
    JSON.stringify([clinic.id, profile, dates, indicators, undecided]),
  );
  const digest = createHash('sha256');
  for (const line of lines.sort()) digest.update(line);
  return digest.digest('hex').slice(0, 16);
}

/** Numerator, rest and unknown of each indicator on each date are one. */
export function countLeaves(reports: readonly ClinicReport[]): number {
  return reports.reduce(
    (sum, { indicators }) =>
      sum + indicators.reduce((own, { values }) => own + 3 * values.length, 0),
    0,
  );
}
