import { finish, type Steps } from '../steps.ts';
import type { Segment } from '../store/index.ts';
import { anchorKeyOf, selectionsOf, type Node, type Question } from '../query/nodes.ts';
import { AnchorScanner } from './anchor.ts';
import { changeScanner } from './change.ts';
import { apartScanner } from './apart.ts';
import { countScanner } from './count.ts';
import { referenceAsker, type Scan, type Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { episodesScanner, shortScanner } from './episodes.ts';
import { patientScanner } from './patient.ts';
import { pickScanner } from './pick.ts';
import { preferScanner } from './prefer.ts';
import { concurrentScanner, lastingScanner } from './runs.ts';
import { sameDayScanner } from './same-day.ts';
import { sequenceScanner } from './sequence.ts';
import { atLeast, maximum, minimum, opposite, type TruthVector } from './truth-vector.ts';
import { noAnchor } from './windows.ts';

/** So many patients are asked of the reference in one step: each costs as much as a hundred in the columns. */
const askedInStep = 20;

/**
 * So many questions are kept, the newest: more than all profiles of an archive ask, while who writes one asks new ones with
 * each key. Of 100,000 patients the answers to as many take 80 MB.
 */
const mostQuestions = 800;

/**
 * The questions asked of a clinic on one date, with their answers. A segment never changes, so an answer holds for good: a
 * patient who is added later costs that patient only, and a question that several profiles ask is answered once. Of very
 * many questions the oldest are let go of, and answered anew where they are asked again.
 */
export class TruthCache {
  readonly #scanners = new Map<string, Scanner>();
  /** By the record whose day is meant. */
  readonly #anchored = new Map<string, Anchored>();
  readonly #answers = new WeakMap<Segment, Map<string, TruthVector>>();

  /** @param most Questions that are kept. */
  constructor(
    private readonly evaluation: EvaluationContext,
    private readonly most = mostQuestions,
  ) {}

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
    keep(answers, node.key, truths, this.most);
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
    const { anchors } = this.evaluation;
    // R10a: when a care plan was gone through is judged for all alike, not on a day of each patient's own.
    if (anchors && selectionsOf(question).some(({ fields }) => fields?.maintained)) {
      const doubtful = Array.from(anchors(segment).keys());
      return yield* this.#askReference(node, segment, {
        truths: new Uint8Array(segment.size),
        doubtful,
      });
    }
    switch (question.kind) {
      case 'all':
        return minimum(yield* this.#askEach(question.parts, segment), segment.size);
      case 'any':
        return maximum(yield* this.#askEach(question.parts, segment), segment.size);
      case 'not':
        return opposite(yield* this.askInSteps(question.part, segment));
      case 'atLeast':
        return atLeast(question.least, yield* this.#askEach(question.parts, segment), segment.size);
      case 'anchor':
        return yield* this.#askAnchored(node, question, segment);
      default: {
        let scan = this.#scanners.get(key);
        if (!scan)
          keep(this.#scanners, key, (scan = scannerFor(this.evaluation, question)), this.most);
        return yield* this.#askReference(node, segment, scan(segment));
      }
    }
  }

  /** R19b: what is asked on the day of a record is asked by a cache of its own, of whom there is such a day. */
  *#askAnchored(node: Node, question: AnchorQuestion, segment: Segment): Steps<TruthVector> {
    const key = anchorKeyOf(question);
    let anchored = this.#anchored.get(key);
    if (!anchored) {
      const anchors = new AnchorScanner(this.evaluation, question);
      const onDays = { ...this.evaluation, anchors: (each: Segment) => anchors.find(each).days };
      const cache = new TruthCache(onDays, this.most);
      keep(this.#anchored, key, (anchored = { anchors, cache }), mostAnchors);
    }
    const { days, absence, doubtful, isAny } = anchored.anchors.find(segment);
    const truths = absence.slice();
    if (isAny) {
      const answers = yield* anchored.cache.askInSteps(question.is, segment);
      for (let patient = 0; patient < segment.size; patient++)
        if (days[patient] !== noAnchor) truths[patient] = answers[patient]!;
    }
    return yield* this.#askReference(node, segment, { truths, doubtful });
  }

  *#askReference(node: Node, segment: Segment, { truths, doubtful }: Scan): Steps<TruthVector> {
    const ask = referenceAsker(this.evaluation, node);
    let asked = 0;
    for (const patient of doubtful) {
      truths[patient] = ask(segment, patient);
      if (++asked % askedInStep === 0) yield;
    }
    return truths;
  }

  *#askEach(parts: readonly Node[], segment: Segment): Steps<readonly TruthVector[]> {
    const answers: TruthVector[] = [];
    for (const part of parts) answers.push(yield* this.askInSteps(part, segment));
    return answers;
  }
}

/** The days of so many records that are asked on are kept: each has questions of its own. */
const mostAnchors = 50;

/** Puts something in a map of no more entries than that: the oldest goes. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.set(key, value);
  const [oldest] = map.size > most ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
}

type AnchorQuestion = Extract<Question, { kind: 'anchor' }>;

interface Anchored {
  readonly anchors: AnchorScanner;
  readonly cache: TruthCache;
}

function scannerFor(
  evaluation: EvaluationContext,
  question: Exclude<Question, { kind: 'all' | 'any' | 'not' | 'atLeast' | 'anchor' }>,
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
