import { finish, type Steps } from '../steps.ts';
import type { Segment } from '../store/index.ts';
import type { Node } from '../query/nodes.ts';
import { changeScanner } from './change.ts';
import { apartScanner } from './apart.ts';
import { countScanner } from './count.ts';
import { referenceAsker, type Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { episodesScanner, shortScanner } from './episodes.ts';
import { patientScanner } from './patient.ts';
import { pickScanner } from './pick.ts';
import { preferScanner } from './prefer.ts';
import { concurrentScanner, lastingScanner } from './runs.ts';
import { sameDayScanner } from './same-day.ts';
import { sequenceScanner } from './sequence.ts';
import { atLeast, maximum, minimum, opposite, type TruthVector } from './truth-vector.ts';

/** So many patients are asked of the reference in one step: each costs as much as a hundred in the columns. */
const askedInStep = 20;

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
    return this.#answersOf(segment).get(node.key) ?? finish(this.askInSteps(node, segment));
  }

  /** As `ask`: a question of all patients of the segment at a time, of the doubtful some at a time. */
  *askInSteps(node: Node, segment: Segment): Steps<TruthVector> {
    const answers = this.#answersOf(segment);
    const known = answers.get(node.key);
    if (known) return known;
    const truths = yield* this.#answer(node, segment);
    answers.set(node.key, truths);
    yield;
    return truths;
  }

  #answersOf(segment: Segment): Map<string, TruthVector> {
    let answers = this.#answers.get(segment);
    if (!answers) this.#answers.set(segment, (answers = new Map<string, TruthVector>()));
    return answers;
  }

  *#answer(node: Node, segment: Segment): Steps<TruthVector> {
    const { key, question } = node;
    switch (question.kind) {
      case 'all':
        return minimum(yield* this.#askEach(question.parts, segment), segment.size);
      case 'any':
        return maximum(yield* this.#askEach(question.parts, segment), segment.size);
      case 'not':
        return opposite(yield* this.askInSteps(question.part, segment));
      case 'atLeast':
        return atLeast(question.least, yield* this.#askEach(question.parts, segment), segment.size);
      default: {
        let scan = this.#scanners.get(key);
        if (!scan) this.#scanners.set(key, (scan = scannerFor(this.evaluation, question)));
        const { truths, doubtful } = scan(segment);
        let asked = 0;
        const ask = referenceAsker(this.evaluation, node);
        for (const patient of doubtful) {
          truths[patient] = ask(segment, patient);
          if (++asked % askedInStep === 0) yield;
        }
        return truths;
      }
    }
  }

  *#askEach(parts: readonly Node[], segment: Segment): Steps<readonly TruthVector[]> {
    const answers: TruthVector[] = [];
    for (const part of parts) answers.push(yield* this.askInSteps(part, segment));
    return answers;
  }
}

function scannerFor(
  evaluation: EvaluationContext,
  question: Exclude<Node['question'], { kind: 'all' | 'any' | 'not' | 'atLeast' }>,
): Scanner {
  switch (question.kind) {
    case 'patient':
      return certainly(patientScanner(evaluation, question.query));
    case 'count':
      return question.apart
        ? apartScanner(evaluation, question, question.apart)
        : certainly(countScanner(evaluation, question));
    case 'pick':
      return pickScanner(evaluation, question);
    case 'prefer':
      return preferScanner(evaluation, question);
    case 'episodes':
      return episodesScanner(evaluation, question);
    case 'lasting':
      return question.lasting.atLeast && !question.lasting.atMost
        ? lastingScanner(evaluation, question, question.lasting.atLeast)
        : shortScanner(evaluation, question);
    case 'concurrent':
      return concurrentScanner(evaluation, question);
    case 'sequence':
      return sequenceScanner(evaluation, question);
    case 'change':
      return changeScanner(evaluation, question);
    case 'sameDay':
      return sameDayScanner(evaluation, question);
  }
}

/** The columns answer for everybody. */
function certainly(scan: (segment: Segment) => TruthVector): Scanner {
  return (segment) => ({ truths: scan(segment), doubtful: [] });
}
