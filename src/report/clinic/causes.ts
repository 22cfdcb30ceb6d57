/** Why patients are unknown, each counted under one cause. */
import {
  evidenceOf,
  unknownReasonsIn,
  type Found,
  type TallyPlace,
  type UnknownReason,
} from '../../engine/index.ts';
import type { Cause } from '../types.ts';

/** In the order in which they go before one another. All are told, whether anybody has them or not. */
export const causes: readonly Cause['cause'][] = ['source', 'records', 'other'];

export interface CauseCount extends Cause {
  readonly count: number;
}

const causeOf: Readonly<Record<UnknownReason['kind'], Cause['cause']>> = {
  'not-covered': 'source',
  stale: 'source',
  system: 'source',
  'not-come': 'source',
  'partial-date': 'records',
  'no-code': 'records',
  'no-field': 'records',
  rejected: 'records',
  unit: 'records',
  comparator: 'records',
  textual: 'records',
  implausible: 'records',
  'short-code': 'records',
  'patient-field': 'other',
  'partial-field': 'other',
  uncoded: 'other',
};

/** Counts patients by cause, where they are unknown. */
export class CauseCounts {
  readonly #counts = new Map<string, number[]>();

  /** Takes in one patient of whom an indicator is unknown. */
  readonly add = (place: TallyPlace, found: Found): void => {
    const own = found.filter(({ truth }) => truth === 'unknown').map(evidenceOf);
    const kinds = new Set(own.flatMap(unknownReasonsIn).map(({ kind }) => causeOf[kind]));
    const at = causes.findIndex((each) => kinds.has(each));
    const key = keyOf(place.plan, place.date, place.indicator, place.group);
    let counts = this.#counts.get(key);
    if (!counts) this.#counts.set(key, (counts = causes.map(() => 0)));
    counts[at < 0 ? causes.length - 1 : at]!++;
  };

  /** How many have each cause. */
  of(plan: number, date: number, indicator: number, group: number): readonly CauseCount[] {
    const counts = this.#counts.get(keyOf(plan, date, indicator, group));
    return causes.map((cause, at) => ({ cause, count: counts?.[at] ?? 0 }));
  }
}

function keyOf(...places: readonly number[]): string {
  return places.join();
}
