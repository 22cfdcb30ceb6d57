import { differenceInMilliseconds } from 'date-fns/differenceInMilliseconds';
import { parseISO } from 'date-fns/parseISO';
import type { ReactiveController } from 'lit';
import type { OpenedShare, ShareOpener, ShareRefusal } from '../../../model/index.ts';
import { emit } from '../../shared/events.ts';
import type { CockpitHost } from './host.ts';

/** How far an envelope has come: being opened, opened, refused, over, or without an answer. */
export type EnvelopeState =
  OpenedShare | ShareRefusal | { readonly opened: 'opening' | 'expired' | 'no-answer' };

/**
 * Opens the envelope that its element was given, and takes it off the screen when its time has passed. An
 * answer that comes after another envelope was given is dropped.
 */
export class EnvelopeController implements ReactiveController {
  readonly #host: CockpitHost;
  #given: readonly unknown[] = [];
  #state: EnvelopeState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: CockpitHost) {
    this.#host = host;
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
    this.#watch();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
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
    let state: EnvelopeState;
    try {
      state = (await opener?.(envelope)) ?? { opened: 'no-answer' };
    } catch {
      state = { opened: 'no-answer' };
    }
    if (given !== this.#given) return;
    this.#state = state;
    this.#watch();
    this.#host.requestUpdate();
    emit(this.#host, 'overblik-share-opened', {
      result: this.share ? 'opened' : state.opened === false ? state.kind : 'not-checked',
      ...(this.share ? { shareId: this.share.facts.id } : {}),
    });
  }

  /** Looks at the clock at least once a minute: a machine that slept wakes up late. */
  #watch(): void {
    clearTimeout(this.#timer);
    const { share } = this;
    if (!share) return;
    const left = differenceInMilliseconds(parseISO(share.facts.until), Date.now());
    if (left > 0) {
      this.#timer = setTimeout(() => this.#watch(), Math.min(left, 60_000));
      return;
    }
    this.#state = { opened: 'expired' };
    this.#host.requestUpdate();
    const { id: shareId } = share.facts;
    emit(this.#host, 'overblik-share-opened', { result: 'expired', shareId });
  }
}
