/** Answers to what has been asked of a clinic while a profile is written: the latest, of which many are asked again. */
import { Survey, type Clinic, type Steps } from '../../engine/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { pack, wordsFor, type Truths } from './bits.ts';
import { Roster } from './roster.ts';

/** What is asked: the same key for the same question. */
export type Question = ReturnType<typeof Survey.nodeOf>;

interface Known {
  readonly roster: Roster;
  readonly truths: Truths;
  readonly bytes: number;
}

/** An answer under way: of the patients of some segments it is still missing. */
export interface BegunAnswer {
  readonly question: Question;
  readonly roster: Roster;
  readonly truths: Truths;
  readonly missing: Roster['segments'];
}

/** So much is kept of one clinic: of 100,000 patients the answers to more than a thousand questions. */
const mostBytes = 32e6;

/**
 * What was asked of a clinic on a date, with the answers. Whoever types asks a new question with each key: those that
 * have not been asked for longest are let go of. A patient who comes later costs that patient's segment alone.
 */
export class Answers {
  readonly #known = new Map<string, Known>();
  #bytes = 0;
  #roster: Roster;

  /** @param most Bytes that are kept, at most. */
  constructor(
    readonly clinic: Clinic,
    readonly asOf: CalendarDate,
    private readonly most = mostBytes,
  ) {
    this.#roster = new Roster(new Survey(clinic, asOf));
  }

  /** The patients as they are now. */
  get roster(): Roster {
    if (!this.#roster.survey.isCurrent)
      this.#roster = new Roster(new Survey(this.clinic, this.asOf));
    return this.#roster;
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many answers are kept. */
  get size(): number {
    return this.#known.size;
  }

  /** The answer of a roster, where it is here. */
  known(question: Question, roster: Roster): Truths | undefined {
    const known = this.#known.get(question.key);
    if (known?.roster !== roster) return undefined;
    this.#keep(question, known);
    return known.truths;
  }

  *askInSteps(question: Question, roster: Roster): Steps<Truths> {
    const known = this.known(question, roster);
    if (known) return known;
    const begun = this.begin(question, roster);
    return this.end(begun, yield* roster.survey.askInSteps(question, begun.missing));
  }

  /** An answer with all that is known of patients who were there before. */
  begin(question: Question, roster: Roster): BegunAnswer {
    const truths = { yes: new Int32Array(roster.words), may: new Int32Array(roster.words) };
    const before = this.#known.get(question.key);
    const missing = roster.segments.filter((segment) => {
      const from = before?.roster.firstWordOf(segment);
      if (!before || from === undefined) return true;
      const to = roster.firstWordOf(segment)!;
      const end = from + wordsFor(segment.size);
      truths.yes.set(before.truths.yes.subarray(from, end), to);
      truths.may.set(before.truths.may.subarray(from, end), to);
      return false;
    });
    return { question, roster, truths, missing };
  }

  /** Keeps an answer once its missing segments are answered, in their order. */
  end({ question, roster, truths, missing }: BegunAnswer, answers: readonly Uint8Array[]): Truths {
    for (const [index, segment] of missing.entries())
      pack(truths, roster.firstWordOf(segment)!, answers[index]!);
    const bytes = 8 * roster.words + 2 * question.key.length;
    this.#keep(question, { roster, truths, bytes });
    return truths;
  }

  /** The latest asked is the last. */
  #keep({ key }: Question, known: Known): void {
    this.#forget(key);
    this.#known.set(key, known);
    this.#bytes += known.bytes;
    for (const oldest of this.#known.keys()) {
      if (this.#bytes <= this.most || oldest === key) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#known.get(key)?.bytes ?? 0;
    this.#known.delete(key);
  }
}
