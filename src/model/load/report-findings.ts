import type { ProblemReport } from '../../adapter/index.ts';
import type { LoadFinding } from './findings.ts';
import * as reports from './reports.ts';

const written = new WeakMap<LoadFinding, readonly ProblemReport[]>();

/** The reports on what came up, in its order: the same objects each time. */
export function reportFindings(findings: readonly LoadFinding[]): readonly ProblemReport[] {
  return findings.flatMap((finding) => {
    const known = written.get(finding) ?? finding(reports);
    written.set(finding, known);
    return known;
  });
}
