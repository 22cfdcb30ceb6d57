import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the list in sight for whoever works it by keys. Where there is little room the frame scrolls to it as well, and
 * the list itself moves nothing but its own rows. A press has what it is aimed at in sight already, and must not have it
 * moved away under it.
 */
export class ListInSight implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener('focusin', this.#onFocus);
  }

  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('focusin', this.#onFocus);
  }

  readonly #onFocus = (event: Event): void => {
    const [focused] = event.composedPath();
    const rows = (event.target as Element).closest('.rows');
    const frame = rows?.closest('.frame');
    const foot = frame?.querySelector('.footer');
    if (!rows || !frame || !foot) return;
    if (!(focused instanceof Element) || !focused.matches(':focus-visible')) return;
    const { top, bottom } = rows.getBoundingClientRect();
    const hidden = bottom - foot.getBoundingClientRect().top;
    const above = top - frame.getBoundingClientRect().top;
    if (hidden > 0) frame.scrollTop += Math.min(hidden, above);
    else if (above < 0) frame.scrollTop += above;
  };
}
