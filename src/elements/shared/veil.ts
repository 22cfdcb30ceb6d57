import type { LitElement, ReactiveController } from 'lit';

/**
 * Gives the focus back after what was shown has been hidden: while a new adapter has not said whether it is of the
 * same clinic, nothing of the old one may be seen or used.
 */
export class Veil implements ReactiveController {
  #isDrawn = false;
  #focused: HTMLElement | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly ask: () => boolean,
  ) {
    host.addController(this);
  }

  get isDrawn(): boolean {
    return this.#isDrawn;
  }

  hostUpdate(): void {
    const wasDrawn = this.#isDrawn;
    this.#isDrawn = this.ask();
    if (this.#isDrawn && !wasDrawn) this.#focused = focusIn(this.host.renderRoot);
  }

  hostUpdated(): void {
    if (this.#isDrawn || !this.#focused) return;
    const focused = this.#focused;
    this.#focused = undefined;
    const { activeElement, body } = this.host.ownerDocument;
    // Whoever went somewhere else meanwhile stays there.
    const isFree = !activeElement || activeElement === body || activeElement === this.host;
    if (isFree && focused.isConnected) focused.focus({ preventScroll: true });
  }
}

/** The element with the focus, in whatever shadow tree below. */
function focusIn(root: Node | undefined): HTMLElement | undefined {
  if (!(root instanceof ShadowRoot)) return undefined;
  const { activeElement } = root;
  if (!activeElement) return undefined;
  return focusIn(activeElement.shadowRoot ?? undefined) ?? (activeElement as HTMLElement);
}
