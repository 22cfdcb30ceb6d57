/** What has changed since a run before. */
import type { ConformanceReport, RequirementOutcome, RequirementResult } from '../types.ts';

export interface ConformanceChange {
  readonly id: string;
  /** Absent of a requirement that was not asked. */
  readonly before?: RequirementResult;
  readonly after?: RequirementResult;
}

export interface ConformanceComparison {
  /** Met before, and not now. */
  readonly worse: readonly ConformanceChange[];
  /** Not met before, and now. */
  readonly better: readonly ConformanceChange[];
  /** Otherwise than before. */
  readonly other: readonly ConformanceChange[];
}

/**
 * Compares two runs, by the ids of the requirements.
 * @throws {TypeError} of what is no report.
 */
export function compareReports(
  before: ConformanceReport,
  after: ConformanceReport,
): ConformanceComparison {
  const earlier = resultsOf(before);
  const later = resultsOf(after);
  const changes = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((id) => {
    const [one, other] = [earlier.get(id), later.get(id)];
    if (one === other) return [];
    const change: ConformanceChange = {
      id,
      ...(one === undefined ? {} : { before: one }),
      ...(other === undefined ? {} : { after: other }),
    };
    return [change];
  });
  const isBad = (result: RequirementResult | undefined) => result === 'fail' || result === 'error';
  const worse = changes.filter((each) => isBad(each.after) && !isBad(each.before));
  const better = changes.filter((each) => each.after === 'pass' && isBad(each.before));
  const told = new Set([...worse, ...better]);
  return { worse, better, other: changes.filter((each) => !told.has(each)) };
}

function resultsOf(report: ConformanceReport): ReadonlyMap<string, RequirementResult> {
  const { format, results } = report as Partial<ConformanceReport>;
  if (format !== 'overblik-conformance/1' || !Array.isArray(results))
    throw new TypeError('compareReports: this is no report of the conformance kit.');
  return new Map((results as readonly RequirementOutcome[]).map(({ id, result }) => [id, result]));
}
