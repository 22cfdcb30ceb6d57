/** How good the data behind a list is: what it covers, what could not be read, what cannot be decided and why. */
import { nextTurn, type ClinicDescription } from '../../adapter/index.ts';
import {
  comparisonsOf,
  compile,
  foreignCodes,
  oddities,
  resultsByUnit,
  resultsInOtherUnits,
  type Clinic,
  type Population,
  type Steps,
} from '../../engine/index.ts';
import { isKnownUnit, normalizeUnit } from '../../record/index.ts';
import { assessCoverage, freshnessOf } from './coverage.ts';
import { assessItem } from './items.ts';
import { rulesInSteps, undecidedInSteps } from './rules.ts';
import { groupHints, groupRejections } from './set-aside.ts';
import type { DataQuality, ItemQuality } from './types.ts';

export { freshnessOf } from './coverage.ts';
export * from './types.ts';

export interface QualityInputs {
  readonly clinic: Clinic;
  readonly description: ClinicDescription;
  readonly population: Population;
}

/**
 * Looks through the data behind a list, in slices that leave the page its time.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function assessQuality(
  { clinic, description, population }: QualityInputs,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<DataQuality> {
  const { profile, asOf } = population;
  const undecided = await inTurns(undecidedInSteps(population), signal);
  const items: ItemQuality[] = [];
  for (const item of profile.information) {
    items.push(assessItem(item, population));
    await turn(signal);
  }
  const { markers, indicators } = await inTurns(rulesInSteps(population), signal);
  const otherUnits = resultsInOtherUnits(clinic, comparisonsOf(compile(profile)));
  await turn(signal);
  return {
    coverage: assessCoverage(clinic, description, population),
    sources: (description.sources ?? []).map((source) => ({
      source,
      freshness: freshnessOf(source.updated, asOf),
    })),
    rejected: groupRejections(clinic.rejected),
    units: resultsByUnit(clinic, isUnknownUnit),
    otherUnits,
    foreign: foreignCodes(clinic),
    hints: groupHints(clinic.hints, oddities(clinic, asOf)),
    undecided,
    items,
    markers,
    indicators,
  };
}

async function turn(signal: AbortSignal | undefined): Promise<void> {
  await nextTurn();
  signal?.throwIfAborted();
}

/** A unit that is empty once it is normalised is none: the number is taken as in the profile's (R14). */
function isUnknownUnit(unit: string): boolean {
  return normalizeUnit(unit) !== '' && !isKnownUnit(unit);
}

/** So many patients, or parts of one with very many records, are gone through between two turns of the page. */
const slice = 50;

async function inTurns<Value>(
  steps: Steps<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  for (let taken = 1; ; taken++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (taken % slice === 0) await turn(signal);
  }
}
