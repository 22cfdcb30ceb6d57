import type { Criterion } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Plan } from '../query/compile.ts';
import { NodeMaker, type Node } from '../query/nodes.ts';
import type { Steps } from '../steps.ts';
import type { Clinic } from '../store/clinic.ts';
import { decideSegment } from './decide.ts';
import { evaluationOf } from './evaluation.ts';

/**
 * Asks what a list of the population begins with, as far as a clinic that is being fetched is here: who is in it, the
 * markers, the ages. What is answered then is not waited for when the clinic is whole. Can be gone on with again and
 * again, and asks each segment once.
 */
export class EarlyAnswers {
  #asked = 0;
  readonly #nodes: readonly Node[];

  /** @param criteria What else is asked: of everybody, as `Population.truths`. */
  constructor(
    private readonly plan: Plan,
    private readonly clinic: Clinic,
    private readonly asOf: CalendarDate,
    criteria: readonly Criterion[] = [],
  ) {
    const maker = new NodeMaker(plan.profile);
    this.#nodes = [...plan.nodes.markers, ...criteria.map((criterion) => maker.nodeOf(criterion))];
  }

  *goOn(): Steps<void> {
    const evaluated = evaluationOf(this.clinic, this.asOf);
    while (this.#asked < this.clinic.sealed.length) {
      const segment = this.clinic.sealed[this.#asked++]!;
      yield* decideSegment(this.plan.nodes, segment, evaluated);
      for (const node of this.#nodes) yield* evaluated.truthCache.askInSteps(node, segment);
      evaluated.ages.of(segment);
      yield;
    }
  }
}
