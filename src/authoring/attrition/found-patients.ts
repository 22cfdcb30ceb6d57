import type { Steps } from '../../engine/index.ts';
import type { UnknownReasonGroup } from '../../model/quality/types.ts';
import type { Patient } from '../../record/index.ts';
import { countOf, placesIn, type Patients } from './bits.ts';
import { sampleOf, type Stratum } from './sample.ts';
import { outcomeAt, reasonsInSteps, type CountedNumber, type NumberOutcome } from './why.ts';

/** The patients behind one part of a number: as many as it says, of the clinic and the document that were counted. */
export class FoundPatients {
  readonly count: number;
  #places: readonly number[] | undefined;

  constructor(
    readonly number: CountedNumber,
    private readonly patients: Patients,
  ) {
    this.count = countOf(patients);
  }

  /** Their places, by which everything else is asked. */
  get places(): readonly number[] {
    return (this.#places ??= placesIn(this.patients));
  }

  /** Their ids, in the order in which the clinic holds them. */
  get ids(): readonly string[] {
    return this.places.map((place) => this.number.roster.idAt(place));
  }

  patientAt(place: number): Patient {
    const { roster } = this.number;
    return roster.survey.patientAt(roster.refAt(place));
  }

  /** In completed years; undefined where it is not known. */
  ageAt(place: number): number | undefined {
    const { roster } = this.number;
    return roster.survey.ageAt(roster.refAt(place));
  }

  /** Some of them, of every age and sex; the same ones each time. */
  sample(most: number): readonly Stratum[] {
    return sampleOf(this.number.roster, this.places, most);
  }

  /** Why one of them comes out so. */
  whyAt(place: number): NumberOutcome {
    return outcomeAt(this.number, place);
  }

  /** What would decide them where they cannot be decided, a patient at a time; the most patients first. */
  reasonsInSteps(): Steps<readonly UnknownReasonGroup[]> {
    return reasonsInSteps(this.number, this.patients);
  }
}
