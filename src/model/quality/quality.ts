/** How good the data behind a list is: what it covers, what could not be read, what cannot be decided and why. */
import { nextTurn, type ClinicDescription } from '../../adapter/index.ts';
import {
  foreignCodes,
  oddities,
  resultsByUnit,
  unknownReasonsOf,
  type Clinic,
  type Population,
} from '../../engine/index.ts';
import { isKnownUnit, normalizeUnit } from '../../record/index.ts';
import { assessCoverage, freshnessOf } from './coverage.ts';
import { assessItem, assessMarker } from './entries.ts';
import { ReasonGroups } from './reasons.ts';
import { groupHints, groupRejections } from './set-aside.ts';
import type { DataQuality, ItemQuality, UnknownReasonGroup } from './types.ts';

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
  const undecided = await groupUnknownReasons(population, signal);
  const items: ItemQuality[] = [];
  for (const item of profile.information) {
    items.push(assessItem(item, population));
    await turn(signal);
  }
  return {
    coverage: assessCoverage(clinic, description, population),
    sources: (description.sources ?? []).map((source) => ({
      source,
      freshness: freshnessOf(source.updated, asOf),
    })),
    rejected: groupRejections(clinic.rejected),
    units: resultsByUnit(clinic, isUnknownUnit),
    foreign: foreignCodes(clinic),
    hints: groupHints(clinic.hints, oddities(clinic, asOf)),
    undecided,
    items,
    markers: (profile.markers ?? []).map((marker) => assessMarker(marker, population)),
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

/** So many memberships are worked out between two turns of the page. */
const slice = 100;

async function groupUnknownReasons(
  population: Population,
  signal: AbortSignal | undefined,
): Promise<readonly UnknownReasonGroup[]> {
  const groups = new ReasonGroups();
  for (const [index, id] of population.undecided.entries()) {
    if (index % slice === slice - 1) await turn(signal);
    groups.add(id, unknownReasonsOf(population.membership(id)));
  }
  return groups.sorted;
}
