import { differenceInMilliseconds } from 'date-fns/differenceInMilliseconds';
import { parseISO } from 'date-fns/parseISO';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OpenedShare, ShareOpener, ShareRefusal } from '../../model/index.ts';
import { emit } from '../shared/events.ts';

export type ShareState =
  OpenedShare | ShareRefusal | { readonly opened: 'opening' | 'expired' | 'no-answer' };

type Host = ReactiveControllerHost &
  HTMLElement & { readonly envelope: string | undefined; readonly opener: ShareOpener | undefined };

/**
 * Opens the envelope that its element was given, and takes it off the screen when its time has passed. An
 * answer that comes after another envelope was given is dropped.
 */
export class ShareController implements ReactiveController {
  readonly #host: Host;
  #given: readonly unknown[] = [];
  #state: ShareState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Absent: no envelope was given. */
  get state(): ShareState | undefined {
    return this.#state;
  }

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
    let state: ShareState;
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
