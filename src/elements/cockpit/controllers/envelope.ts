import { differenceInMilliseconds } from 'date-fns/differenceInMilliseconds';
import { parseISO } from 'date-fns/parseISO';
import type { ReactiveController } from 'lit';
import type * as Reading from '../../../model/cockpit/opened-share.ts';
import {
  defaultDeadline,
  longestTimer,
  type OpenedShare,
  type ShareFacts,
  type ShareOpener,
  type ShareRefusal,
} from '../../../model/index.ts';
import { emit } from '../../shared/events.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import type { CockpitHost } from './host.ts';

/** How far an envelope has come: being opened, opened, refused, over, taken back, or without an answer. */
export type EnvelopeState =
  | OpenedShare
  | ShareRefusal
  | { readonly opened: 'opening' | 'expired' | 'withdrawn' | 'no-answer' };

/** What came of opening it. */
type Outcome = OpenedShare | ShareRefusal | { readonly opened: 'no-answer' };

/** Milliseconds after which the clocks are looked at again, and the host is asked whether the share was withdrawn. */
const lookAgain = 60_000;

/**
 * Opens the envelope that its element was given, and takes it off the screen when its time has passed or it is
 * withdrawn, in the page or taken out of it. An answer that comes after another envelope was given is dropped.
 */
export class EnvelopeController implements ReactiveController {
  readonly #host: CockpitHost;
  readonly #part: LazyPart<typeof Reading>;
  #given: readonly unknown[] = [];
  #state: EnvelopeState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When its time is over, by the clock that nobody sets (`performance.now`). */
  #end = Infinity;

  constructor(host: CockpitHost) {
    this.#host = host;
    this.#part = new LazyPart(host, () => import('../../../model/cockpit/opened-share.ts'));
    host.addController(this);
  }

  /** Undefined where no envelope was given. */
  get state(): EnvelopeState | undefined {
    return this.#state;
  }

  /** What is in the envelope; undefined unless it is open. */
  get share(): OpenedShare | undefined {
    return this.#state?.opened === true ? this.#state : undefined;
  }

  hostConnected(): void {
    this.#look();
  }

  hostUpdate(): void {
    const { envelope, opener } = this.#host;
    if (envelope === this.#given[0] && opener === this.#given[1]) return;
    const given = (this.#given = [envelope, opener]);
    clearTimeout(this.#timer);
    this.#state = envelope === undefined ? undefined : { opened: 'opening' };
    if (envelope !== undefined) void this.#open(envelope, opener, given);
  }

  async #open(
    envelope: string,
    opener: ShareOpener | undefined,
    given: readonly unknown[],
  ): Promise<void> {
    // Before the host looks at its clock: what opening takes is of the share's time.
    const began = performance.now();
    const part = await this.#part.load();
    if (given !== this.#given) return;
    // Nobody waits for ever; what is opened after all is shown, for it may be counted.
    const { deadline = defaultDeadline } = this.#host;
    const timer = setTimeout(
      () => {
        if (given === this.#given) this.#show({ opened: 'no-answer' });
      },
      Math.min(deadline, longestTimer),
    );
    let answer: unknown;
    try {
      // What cannot be read is not asked for: the host may count what is opened.
      if (part) answer = await opener?.(envelope);
    } catch {
      answer = undefined;
    }
    clearTimeout(timer);
    if (given !== this.#given) return;
    const state: Outcome = part?.readOpening(answer) ?? { opened: 'no-answer' };
    if (state.opened === true) this.#end = began + timeLeft(state.facts);
    this.#show(state);
  }

  #show(state: Outcome): void {
    if (state.opened === this.#state?.opened) return;
    this.#state = state;
    this.#watch();
    this.#host.requestUpdate();
    emit(this.#host, 'overblik-share-opened', {
      result:
        state.opened === true ? 'opened' : state.opened === false ? state.kind : 'not-checked',
      ...(state.opened === true ? { shareId: state.facts.id } : {}),
    });
  }

  /**
   * Looks at both clocks at least once a minute, until the share is over: one that is set back does not prolong it, one
   * that stands still while the machine sleeps does not either. An element that was taken out of the page forgets in
   * time like any other; that it waits does not keep it in memory.
   */
  #watch(): void {
    clearTimeout(this.#timer);
    const { share } = this;
    if (!share) return;
    const byPage = differenceInMilliseconds(parseISO(share.facts.until), Date.now());
    const left = Math.min(byPage, this.#end - performance.now());
    if (!(left > 0)) return this.#takeAway(share, 'expired');
    const own = new WeakRef(this);
    this.#timer = setTimeout(
      () => {
        const controller = own.deref();
        if (controller) controller.#look();
      },
      Math.min(left, lookAgain),
    );
  }

  #look(): void {
    this.#watch();
    if (this.share && this.#host.isConnected) void this.#ask(this.share);
  }

  /**
   * Asks whether it was withdrawn. Who cannot tell takes nothing off the screen: its time does. Whether the last question
   * was answered or not, it is asked again at the next look.
   */
  async #ask(share: OpenedShare): Promise<void> {
    try {
      if ((await share.isWithdrawn?.()) && share === this.share) this.#takeAway(share, 'withdrawn');
    } catch {
      // Asked again at the next look.
    }
  }

  #takeAway({ facts }: OpenedShare, why: 'expired' | 'withdrawn'): void {
    clearTimeout(this.#timer);
    this.#state = { opened: why };
    this.#host.requestUpdate();
    emit(this.#host, 'overblik-share-opened', { result: why, shareId: facts.id });
  }
}

/** Milliseconds of a share's time that were left when it was opened, by the host's clock; none where that says nothing. */
function timeLeft({ openedAt, until }: ShareFacts): number {
  return differenceInMilliseconds(parseISO(until), parseISO(openedAt)) || 0;
}
