import {
  requirementResults,
  type ConformanceSummary,
  type RequirementLevel,
  type RequirementOutcome,
  type RequirementResult,
} from './types.ts';

/** Counts what requirements came to. */
export function summaryOf(results: readonly RequirementOutcome[]): ConformanceSummary {
  const count = (level: RequirementLevel) =>
    Object.fromEntries(
      requirementResults.map((result) => [
        result,
        results.filter((each) => each.level === level && each.result === result).length,
      ]),
    ) as Record<RequirementResult, number>;
  const shall = count('SHALL');
  const should = count('SHOULD');
  return { ok: shall.fail + shall.error + should.error === 0, shall, should };
}
