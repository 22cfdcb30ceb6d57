/** The patients of a clinic in a row, so that each is a bit in every answer. */
import type { Survey } from '../../engine/index.ts';
import { constant, countOf, wordsFor, type Patients, type Truths } from './bits.ts';

type Segment = Survey['segments'][number]['segment'];

/** Where a patient's records are. */
export interface PatientRef {
  readonly segment: Segment;
  readonly patient: number;
}

export class Roster {
  /** Length of every answer. */
  readonly words: number;
  /** Who is here, and alive and born or not known to be otherwise. */
  readonly asked: Patients;
  /** How many that is. */
  readonly size: number;
  /** R21: whether they are alive and born; *no* of all others. */
  readonly alive: Truths;
  readonly segments: readonly Segment[];
  /** By segment: the word with which its patients begin. Each begins a word of its own. */
  readonly #firsts = new Map<Segment, number>();

  constructor(readonly survey: Survey) {
    let words = 0;
    for (const { segment } of survey.segments) {
      this.#firsts.set(segment, words);
      words += wordsFor(segment.size);
    }
    this.words = words;
    this.segments = [...this.#firsts.keys()];
    const asked = new Int32Array(words);
    const yes = new Int32Array(words);
    for (const each of survey.segments) {
      const first = this.#firsts.get(each.segment)!;
      for (const [patient, isAsked] of each.asked.entries())
        if (isAsked) asked[first + (patient >>> 5)]! |= 1 << (patient & 31);
      for (let word = 0; word < wordsFor(each.segment.size); word++)
        yes[first + word] = asked[first + word]!;
      for (const patient of each.doubtful) yes[first + (patient >>> 5)]! &= ~(1 << (patient & 31));
    }
    this.asked = asked;
    this.size = countOf(asked);
    this.alive = { yes, may: asked };
  }

  get nobody(): Truths {
    return constant(this.words, 'no');
  }

  /** Undefined where a segment is not of this roster. */
  firstWordOf(segment: Segment): number | undefined {
    return this.#firsts.get(segment);
  }

  /** Who a bit is. */
  refAt(place: number): PatientRef {
    const word = place >>> 5;
    let [low, high] = [0, this.segments.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firsts.get(this.segments[middle]!)! <= word) low = middle;
      else high = middle - 1;
    }
    const segment = this.segments[low]!;
    return { segment, patient: place - 32 * this.#firsts.get(segment)! };
  }

  idAt(place: number): string {
    return this.survey.patientAt(this.refAt(place)).id;
  }
}
