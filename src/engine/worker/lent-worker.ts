import type { CalendarDate } from '../../record/index.ts';
import type { Node } from '../query/nodes.ts';
import type { TruthVector } from '../scan/truth-vector.ts';
import type { Clinic } from '../store/clinic.ts';
import type { Segment } from '../store/index.ts';
import {
  edition,
  type Port,
  type SurveyDelivery,
  type SurveyOpening,
  type SurveyOrder,
} from './messages.ts';

/** Milliseconds for a worker to say that it is there: one of another edition, or that only builds columns, never does. */
const firstAnswer = 1500;
/** Milliseconds for the answer to one question; then the page asks for itself, now and from then on. */
const usualWait = 10_000;

/**
 * The page's side of questions that a host's worker asks of a clinic: it is given copies of the columns, a segment at a
 * time, and answers by segment. Where it does not, or not in time, it is given up, and whoever asks does it here.
 */
export class LentWorker {
  readonly #channel: MessagePort;
  readonly #numbers = new Map<Segment, number>();
  readonly #waiting = new Map<number, (truths: readonly TruthVector[] | undefined) => void>();
  readonly #ready: Promise<boolean>;
  #sayReady: (isThere: boolean) => void = () => undefined;
  #sent = { segments: 0, codes: 0, details: 0 };
  #asked = 0;
  #isGivenUp = false;

  /** @param longestWait Milliseconds for an answer. */
  constructor(
    private readonly worker: Port,
    private readonly clinic: Clinic,
    asOf: CalendarDate,
    private readonly longestWait = usualWait,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.#channel = port1;
    this.#ready = new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), firstAnswer);
      this.#sayReady = (isThere) => {
        clearTimeout(timer);
        resolve(isThere);
      };
    });
    port1.addEventListener('message', this.#receive);
    port1.addEventListener('messageerror', this.#giveUp);
    port1.start();
    const { coverage } = clinic;
    const opening: SurveyOpening = { kind: 'survey', edition, coverage, asOf, port: port2 };
    try {
      worker.addEventListener('error', this.#giveUp);
      worker.start?.();
      worker.postMessage(opening, [port2]);
    } catch {
      // What the host has in a worker's place takes no ports.
      this.#giveUp();
    }
  }

  /**
   * How a question comes out for the patients of some segments, in their order; undefined where the worker is given up.
   *
   * @param turn Awaited between two segments that are copied.
   */
  async ask(
    { profile, criterion }: Node,
    segments: readonly Segment[],
    turn: () => Promise<void>,
  ): Promise<readonly TruthVector[] | undefined> {
    if (this.#isGivenUp) return undefined;
    if (!(await this.#ready)) {
      this.#giveUp();
      return undefined;
    }
    for (const segment of segments)
      if (!this.#numbers.has(segment)) {
        this.#lend(segment);
        await turn();
      }
    const number = this.#asked++;
    const answered = new Promise<readonly TruthVector[] | undefined>((resolve) => {
      const timer = setTimeout(this.#giveUp, this.longestWait);
      this.#waiting.set(number, (truths) => {
        clearTimeout(timer);
        this.#waiting.delete(number);
        resolve(truths);
      });
    });
    const { codes } = profile;
    const places = segments.map((segment) => this.#numbers.get(segment)!);
    this.#say({ kind: 'ask', number, codes, criterion, segments: places });
    // It may have been given up while it was told.
    if (this.#isGivenUp) this.#giveUp();
    return answered;
  }

  /** Lets go of the copies of segments that are no longer there. */
  keepOnly(segments: readonly Segment[]): void {
    const kept = new Set(segments);
    for (const [segment, number] of this.#numbers)
      if (!kept.has(segment)) {
        this.#numbers.delete(segment);
        this.#say({ kind: 'forget', segment: number });
      }
  }

  /** Lets go of the worker: it may be serving others. */
  close(): void {
    this.#say({ kind: 'drop' });
    this.#giveUp();
  }

  #lend(segment: Segment): void {
    const { codes, details } = this.clinic.dictionary;
    this.#say({
      kind: 'segment',
      segment,
      codes: codes.slice(this.#sent.codes),
      details: details.slice(this.#sent.details),
    });
    this.#numbers.set(segment, this.#sent.segments);
    this.#sent = {
      segments: this.#sent.segments + 1,
      codes: codes.length,
      details: details.length,
    };
  }

  #say(order: SurveyOrder): void {
    if (this.#isGivenUp) return;
    try {
      this.#channel.postMessage(order);
    } catch {
      this.#giveUp();
    }
  }

  readonly #receive = ({ data: delivery }: MessageEvent<SurveyDelivery>): void => {
    if (delivery.kind === 'ready') this.#sayReady(true);
    else this.#waiting.get(delivery.number)?.(delivery.truths);
  };

  readonly #giveUp = (): void => {
    this.#isGivenUp = true;
    this.#sayReady(false);
    for (const answer of [...this.#waiting.values()]) answer(undefined);
    this.#channel.close();
    this.#channel.removeEventListener('message', this.#receive);
    this.#channel.removeEventListener('messageerror', this.#giveUp);
    try {
      this.worker.removeEventListener('error', this.#giveUp);
    } catch {
      // What the host has in a worker's place was never listened to.
    }
  };
}
