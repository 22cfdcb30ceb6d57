/** The checks of a profile, and how they are run. */
import { isObject } from '../../json/values.ts';
import type { Violation } from '../issues.ts';
import type { Check, ObjectCheck, Severity } from './check.ts';
import { boundsUnits } from './bounds-units.ts';
import { closedWindows } from './closed-windows.ts';
import { codeEntries } from './code-entries.ts';
import { codeShapes } from './code-shapes.ts';
import { codeSetNames } from './code-set-names.ts';
import { contradictions } from './contradictions.ts';
import { criteriaLimit } from './criteria-limit.ts';
import { distinctSystem } from './distinct-system.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { emptyCodeSets } from './empty-code-sets.ts';
import { emptyPopulation } from './empty-population.ts';
import { impossibleAges } from './impossible-ages.ts';
import { objectsIn } from './objects.ts';
import { testPersons } from './test-persons.ts';
import { unknownCodeSets } from './unknown-code-sets.ts';
import { unknownPlaceholders } from './unknown-placeholders.ts';
import { unknownUnits } from './unknown-units.ts';
import { validity } from './validity.ts';

export type { Check, Severity } from './check.ts';

/** In the order in which their findings are reported. */
export const profileChecks: readonly Check[] = [
  codeSetNames,
  duplicateIds,
  unknownCodeSets,
  unknownPlaceholders,
  contradictions,
  distinctSystem,
  codeEntries,
  codeShapes,
  emptyCodeSets,
  closedWindows,
  impossibleAges,
  boundsUnits,
  unknownUnits,
  emptyPopulation,
  criteriaLimit,
  validity,
  testPersons,
];

export interface Finding extends Violation {
  readonly severity: Severity;
}

/**
 * Runs checks on a document of any structure. Findings come in the order of the checks, but those of
 * object checks come together, object by object, where the first object check stands.
 */
export function runChecks(checks: readonly Check[], document: unknown): readonly Finding[] {
  const objectChecks = checks.filter((check) => check.scope === 'object');
  return checks.flatMap((check) => {
    if (check.scope === 'document') return withSeverity(check, check.find(document));
    return check === objectChecks[0] ? runOnObjects(objectChecks, document) : [];
  });
}

/** R24: what stands in `about` is no part of the rules, whatever its keys are called. */
function runOnObjects(checks: readonly ObjectCheck[], document: unknown): readonly Finding[] {
  const { about: _, ...asked } = isObject(document) ? document : { about: undefined };
  return objectsIn(asked).flatMap(({ object, path }) =>
    checks.flatMap((check) => withSeverity(check, check.find(object, path, document))),
  );
}

function withSeverity({ severity }: Check, violations: readonly Violation[]): readonly Finding[] {
  return violations.map((each) => ({ ...each, severity }));
}
