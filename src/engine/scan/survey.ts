import type { Criterion, Profile } from '../../profile/index.ts';
import type { CalendarDate, Patient } from '../../record/index.ts';
import { NodeMaker, type Node } from '../query/nodes.ts';
import { EvaluatedPatient } from '../reference/evaluated-patient.ts';
import { findCell, findMembershipInSteps } from '../reference/outcome.ts';
import type { PatientContext } from '../reference/index.ts';
import type { Steps } from '../steps.ts';
import type { Clinic } from '../store/clinic.ts';
import { restoreLazily, type RowRef, type Segment } from '../store/index.ts';
import type { Membership, PatientOutcome } from '../types.ts';
import { SegmentAges, unknownAge } from './ages.ts';
import { evaluationContextOf } from './evaluation-context.ts';
import { isSurelyAlive, outIn } from './membership.ts';
import { TruthCache } from './truth-cache.ts';
import type { TruthVector } from './truth-vector.ts';

/** Some patients of a clinic, who are in one segment. */
export interface SurveyedSegment {
  readonly segment: Segment;
  /** By patient: 1 who is here, and alive and born on the date or not known to be otherwise (R21); 0 else. */
  readonly asked: Uint8Array;
  /** Those of them of whom it is not sure that they are alive and born (R4a): places in the segment. */
  readonly doubtful: readonly number[];
}

/**
 * Everybody who is in a clinic at one moment, on one date: for who asks of all of them what is being written, and keeps
 * the answers. Nothing that is asked is kept here, or in the clinic.
 */
export class Survey {
  readonly segments: readonly SurveyedSegment[];
  /** Changes of the clinic since are not seen. */
  readonly #revision: number;
  readonly #ages: SegmentAges;

  constructor(
    private readonly clinic: Clinic,
    readonly asOf: CalendarDate,
  ) {
    const evaluation = evaluationContextOf(clinic.dictionary, clinic.coverage, asOf);
    this.segments = clinic.segments.map((segment, index): SurveyedSegment => {
      const gone = clinic.goneFrom(index);
      const asked = outIn(segment, evaluation).map((isOut) => 1 - isOut);
      for (const patient of gone) asked[patient] = 0;
      const doubtful = Array.from(segment.doubtfulLives).filter(
        (patient) => asked[patient] === 1 && !isSurelyAlive(segment, patient, asOf),
      );
      return { segment, asked, doubtful };
    });
    this.#revision = clinic.revision;
    this.#ages = new SegmentAges(asOf);
  }

  /** Whether nobody has come, gone or been replaced since. */
  get isCurrent(): boolean {
    return this.#revision === this.clinic.revision;
  }

  /** What is one question: the same key for the same question, in whatever profile and words. */
  static nodeOf(profile: Profile, criterion: Criterion): Node {
    return new NodeMaker(profile).nodeOf(criterion);
  }

  /** How a question comes out for the patients of some segments, a segment at a time. */
  *askInSteps(node: Node, segments: readonly Segment[]): Steps<readonly TruthVector[]> {
    const { dictionary, coverage } = this.clinic;
    const cache = new TruthCache(evaluationContextOf(dictionary, coverage, this.asOf));
    const answers: TruthVector[] = [];
    for (const segment of segments) answers.push(yield* cache.askInSteps(node, segment));
    return answers;
  }

  patientAt({ segment, patient }: RowRef): Patient {
    return segment.patients[patient]!;
  }

  /** In completed years; undefined where it is not known. */
  ageAt({ segment, patient }: RowRef): number | undefined {
    const age = this.#ages.of(segment)[patient]!;
    return age === unknownAge ? undefined : age;
  }

  /** Everything that a profile says of one patient. */
  outcomeAt(ref: RowRef, profile: Profile): PatientOutcome {
    const context = this.#contextOf(ref, profile);
    const { information } = profile;
    return new EvaluatedPatient(context, (index) => findCell(context, information[index]!, index));
  }

  /** Whether one patient is in the population of a profile, with the whole of why, some records at a time. */
  membershipInSteps(ref: RowRef, profile: Profile): Steps<Membership> {
    return findMembershipInSteps(this.#contextOf(ref, profile));
  }

  #contextOf({ segment, patient }: RowRef, profile: Profile): PatientContext {
    const { dictionary, coverage } = this.clinic;
    return {
      profile,
      patient: restoreLazily(segment, patient, dictionary),
      clinicCoverage: coverage,
      asOf: this.asOf,
    };
  }
}
