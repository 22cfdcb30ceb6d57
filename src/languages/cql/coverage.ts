/** What a clinic's data covers, as the parameter `Coverage` of a profile's CQL has it. */
import {
  freshUntil,
  normalizeSystem,
  recordTypes,
  type CoverageByType,
} from '../../record/index.ts';

/** One type's entry; dates `YYYY-MM-DD`. What is not said is not there. */
export interface CqlCoverage {
  readonly type: string;
  readonly available: boolean;
  readonly since?: string;
  readonly freshUntil?: string;
  readonly systems?: readonly string[];
}

/**
 * Turns an adapter's word about its data into the parameter. A type of which nothing is said is not in it, and so is not
 * covered: name it where its list is whole.
 */
export function cqlCoverage(coverage: CoverageByType): readonly CqlCoverage[] {
  return recordTypes.flatMap((type): readonly CqlCoverage[] => {
    const declared = coverage[type];
    if (!declared) return [];
    const { available, from, systems } = declared;
    const fresh = freshUntil(declared);
    return [
      {
        type,
        available,
        ...(from === undefined ? {} : { since: from }),
        ...(fresh === undefined ? {} : { freshUntil: fresh }),
        ...(systems === undefined ? {} : { systems: systems.map(normalizeSystem) }),
      },
    ];
  });
}
