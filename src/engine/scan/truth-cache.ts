import type { Segment } from '../store/index.ts';
import type { Node } from '../query/nodes.ts';
import { countScanner } from './count.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { patientScanner } from './patient.ts';
import { pickScanner } from './pick.ts';
import { concurrentScanner, lastingScanner } from './runs.ts';
import { sequenceScanner } from './sequence.ts';
import { atLeast, maximum, minimum, opposite, type TruthVector } from './truth-vector.ts';

type Scanner = (segment: Segment) => TruthVector;

/**
 * All questions ever asked of a clinic on one date, with their answers. A segment never changes, so an
 * answer holds for good: a patient who is added later costs that patient only, and a question that several
 * profiles ask is answered once.
 */
export class TruthCache {
  readonly #scanners = new Map<string, Scanner>();
  readonly #answers = new WeakMap<Segment, Map<string, TruthVector>>();

  constructor(private readonly evaluation: EvaluationContext) {}

  /** The answers for a segment's patients. They are kept: do not write to them. */
  ask(node: Node, segment: Segment): TruthVector {
    let answers = this.#answers.get(segment);
    if (!answers) this.#answers.set(segment, (answers = new Map<string, TruthVector>()));
    let truths = answers.get(node.key);
    if (!truths) answers.set(node.key, (truths = this.#answer(node, segment)));
    return truths;
  }

  #answer(node: Node, segment: Segment): TruthVector {
    const { key, question } = node;
    switch (question.kind) {
      case 'all':
        return minimum(this.#askEach(question.parts, segment), segment.size);
      case 'any':
        return maximum(this.#askEach(question.parts, segment), segment.size);
      case 'not':
        return opposite(this.ask(question.part, segment));
      case 'atLeast':
        return atLeast(question.least, this.#askEach(question.parts, segment), segment.size);
      default: {
        let scan = this.#scanners.get(key);
        if (!scan) this.#scanners.set(key, (scan = scannerFor(this.evaluation, question, node)));
        return scan(segment);
      }
    }
  }

  #askEach(parts: readonly Node[], segment: Segment): readonly TruthVector[] {
    return parts.map((part) => this.ask(part, segment));
  }
}

function scannerFor(
  evaluation: EvaluationContext,
  question: Exclude<Node['question'], { kind: 'all' | 'any' | 'not' | 'atLeast' }>,
  node: Node,
): Scanner {
  switch (question.kind) {
    case 'patient':
      return patientScanner(evaluation, question.query);
    case 'count':
      return countScanner(evaluation, question);
    case 'pick':
      return pickScanner(evaluation, question, node);
    case 'lasting':
      return lastingScanner(evaluation, question, node);
    case 'concurrent':
      return concurrentScanner(evaluation, question, node);
    case 'sequence':
      return sequenceScanner(evaluation, question, node);
  }
}
