/** Sums of why patients are unknown: of the clinics that tell it. */
import { causesAt, sumCauses } from '../protection/index.ts';
import type { AreaCauses, IndicatorReport, Protection } from '../types.ts';

/** The causes of one indicator, by date. */
export class CauseSums {
  readonly #told = new Map<number, AreaCauses[]>();

  constructor(private readonly protection: Protection) {}

  add(indicator: IndicatorReport, at: number): void {
    const counts = causesAt(indicator, at, this.protection);
    if (!counts) return;
    const told = this.#told.get(at);
    if (told) told.push({ counts, reported: 1 });
    else this.#told.set(at, [{ counts, reported: 1 }]);
  }

  /** Undefined where no clinic tells them. */
  at(at: number): AreaCauses | undefined {
    return addCauses(this.#told.get(at) ?? []);
  }
}

/** What some areas tell together; undefined where none tells it. */
export function addCauses(all: readonly AreaCauses[]): AreaCauses | undefined {
  if (all.length === 0) return undefined;
  return {
    counts: sumCauses(all.map(({ counts }) => counts)),
    reported: all.reduce((sum, { reported }) => sum + reported, 0),
  };
}
