/** Sums of why patients are unknown: of the clinics that tell it. */
import { causesAt, sumOf } from '../protection/index.ts';
import type { AreaCauses, Cause, IndicatorReport, Interval, Protection } from '../types.ts';

/** The causes of one indicator, by date. */
export class CauseSums {
  readonly #counts = new Map<number, Map<Cause['cause'], Interval[]>>();
  readonly #reported = new Map<number, number>();

  constructor(private readonly protection: Protection) {}

  add(indicator: IndicatorReport, at: number): void {
    const told = causesAt(indicator, at, this.protection);
    if (!told) return;
    this.#reported.set(at, (this.#reported.get(at) ?? 0) + 1);
    let counts = this.#counts.get(at);
    if (!counts) this.#counts.set(at, (counts = new Map<Cause['cause'], Interval[]>()));
    for (const { cause, count } of told) {
      const own = counts.get(cause);
      if (own) own.push(count);
      else counts.set(cause, [count]);
    }
  }

  /** Undefined where no clinic tells them. */
  at(at: number): AreaCauses | undefined {
    const counts = this.#counts.get(at);
    return (
      counts && {
        counts: [...counts].map(([cause, each]) => ({ cause, count: sumOf(each) })),
        reported: this.#reported.get(at) ?? 0,
      }
    );
  }
}
