import { adviseOn } from '../../model/describe/advice.ts';
import type { ProblemReport } from '../../model/index.ts';

/** What several elements tell of one load is written once. */
const written = new WeakSet<ProblemReport>();

/**
 * Writes a problem and plain advice on the console: names of calls and fields, and numbers, never a value of the
 * clinic's. The one place in the library that writes there, and only where the host set `dev`.
 */
export function writeProblem(report: ProblemReport, tag: string): void {
  if (written.has(report)) return;
  written.add(report);
  console.warn(`<${tag}> ${adviseOn(report)}`);
}
