/** Patients as stretches of rows of one segment each: to ask a segment's answers of all of them is a loop over numbers. */
import type { RowRef, Segment } from '../store/index.ts';

/** Consecutive patients that are in one segment. */
export interface RowRun {
  readonly segment: Segment;
  /** Places in the segment, in the patients' order. */
  readonly patients: readonly number[];
}

/** Patients in their order, by where they are. */
export class RowRuns {
  readonly #runs: RowRun[] = [];
  #size = 0;
  #refs: readonly RowRef[] | undefined;

  static of(refs: readonly RowRef[]): RowRuns {
    const rows = new RowRuns();
    let at = 0;
    while (at < refs.length) {
      const { segment } = refs[at]!;
      const patients: number[] = [];
      for (; at < refs.length && refs[at]!.segment === segment; at++)
        patients.push(refs[at]!.patient);
      rows.addRun(segment, patients);
    }
    return rows;
  }

  /** Puts patients of a segment after those who are in it; not once `refs` was asked for. */
  addRun(segment: Segment, patients: readonly number[]): void {
    if (patients.length === 0) return;
    this.#runs.push({ segment, patients });
    this.#size += patients.length;
  }

  get size(): number {
    return this.#size;
  }

  get runs(): readonly RowRun[] {
    return this.#runs;
  }

  /** One for each patient; made when it is first asked for. */
  get refs(): readonly RowRef[] {
    return (this.#refs ??= this.#runs.flatMap(({ segment, patients }) =>
      patients.map((patient) => ({ segment, patient })),
    ));
  }
}

/** The id of the patient at a place. */
export function idAt({ segment, patient }: RowRef): string {
  return segment.patients[patient]!.id;
}

const idsBySegment = new WeakMap<Segment, readonly string[]>();

/** The ids of a segment's patients: to go through them is quicker than to go through the patients, who are everywhere. */
export function idsIn(segment: Segment): readonly string[] {
  let ids = idsBySegment.get(segment);
  if (!ids) idsBySegment.set(segment, (ids = segment.patients.map(({ id }) => id)));
  return ids;
}
