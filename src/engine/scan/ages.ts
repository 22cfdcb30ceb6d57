/** R17: the ages of patients on one date. */
import { ageOn, type CalendarDate } from '../../record/index.ts';
import type { Segment } from '../store/index.ts';

/** Where an age is not known (R4a, R17). */
export const unknownAge = -1;

/** The ages on one date, of each segment once: a segment never changes. */
export class SegmentAges {
  readonly #ages = new WeakMap<Segment, Int16Array>();

  constructor(private readonly asOf: CalendarDate) {}

  /** By patient of the segment, in completed years; `unknownAge` where it is not known. */
  of(segment: Segment): Int16Array {
    let ages = this.#ages.get(segment);
    if (!ages) {
      ages = Int16Array.from(
        segment.patients,
        (patient) => ageOn(patient, this.asOf) ?? unknownAge,
      );
      this.#ages.set(segment, ages);
    }
    return ages;
  }
}
