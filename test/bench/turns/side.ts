/** One checkout's library, for being asked in turn with another's: bundled once for each. */
import * as engine from 'overblik/engine';
import { checkPatient } from 'overblik/record';
import { coverage } from '../engine/clinic.ts';
import { profileFor, sayable, type RuleId } from '../engine/rules.ts';
import type { MadePatient } from '../engine/subject.ts';

export { sayable };

/** A clinic that patients are taken into a batch at a time. */
export class LoadedClinic {
  readonly #clinic = new engine.Clinic(coverage);
  readonly #plans = new Map<RuleId, engine.Plan>();

  add(batch: readonly MadePatient[]): void {
    this.#clinic.add(batch);
  }

  /** Makes the last columns whole; answers how many patients there are. */
  finish(): number {
    return this.#clinic.segments.length > 0 ? this.#clinic.size : 0;
  }

  /** Evaluates a rule on a date, its markers of every member too; answers how many members and markers there are. */
  ask(rule: RuleId, asOf: string): string {
    let plan = this.#plans.get(rule);
    if (!plan) this.#plans.set(rule, (plan = engine.compile(profileFor(rule))));
    const population = engine.evaluate(plan, this.#clinic, asOf);
    let hits = 0;
    for (const { id } of plan.profile.markers ?? [])
      for (const truth of population.markerTruths(id)) if (truth !== 'no') hits++;
    if (plan.profile.indicators)
      for (const each of population.indicators()) hits += each.denominator - each.unknownNumerator;
    return `${population.members.length} members, ${hits} markers`;
  }
}

/** Checks a batch and keeps nothing of it. */
export function checkAll(batch: readonly MadePatient[]): void {
  for (const patient of batch) checkPatient(patient);
}
