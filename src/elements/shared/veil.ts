import type { LitElement, ReactiveController } from 'lit';
import { activeElementIn } from './active-element.ts';

/**
 * Hides what was shown while a new adapter has not said whether it is of the same clinic: nothing of the old one may be
 * seen or used. A dialog that was open is closed, for the page behind one that nobody sees could not be used. Where it
 * is the same clinic, dialog and focus come back.
 */
export class Veil implements ReactiveController {
  #isDrawn = false;
  #focused: HTMLElement | undefined;
  #dialogs: readonly HTMLDialogElement[] = [];
  #clinicNumber: number | undefined;

  /**
   * @param ask Whether anything is held back.
   * @param numberOf Tells one clinic from the next.
   */
  constructor(
    private readonly host: LitElement,
    private readonly ask: () => boolean,
    private readonly numberOf: () => number,
  ) {
    host.addController(this);
  }

  get isDrawn(): boolean {
    return this.#isDrawn;
  }

  hostUpdate(): void {
    const wasDrawn = this.#isDrawn;
    this.#isDrawn = this.ask();
    if (!this.#isDrawn || wasDrawn) return;
    this.#clinicNumber = this.numberOf();
    this.#focused = activeElementIn(this.host.renderRoot);
    this.#dialogs = [
      ...this.host.renderRoot.querySelectorAll<HTMLDialogElement>('.frame dialog[open]'),
    ];
    for (const dialog of this.#dialogs) {
      // For whoever opened it, it is not closed.
      dialog.addEventListener('close', hold, { capture: true, once: true });
      dialog.close();
    }
  }

  hostDisconnected(): void {
    this.#dialogs = [];
  }

  hostUpdated(): void {
    if (this.#isDrawn) return;
    const isSame = this.numberOf() === this.#clinicNumber;
    for (const dialog of this.#dialogs)
      if (isSame && dialog.isConnected && !dialog.open) dialog.showModal();
    this.#dialogs = [];
    const focused = this.#focused;
    this.#focused = undefined;
    if (!focused) return;
    const { activeElement, body } = this.host.ownerDocument;
    // Whoever went somewhere else meanwhile stays there.
    const isFree = !activeElement || activeElement === body || activeElement === this.host;
    if (isFree && focused.isConnected) focused.focus({ preventScroll: true });
  }
}

function hold(event: Event): void {
  event.stopImmediatePropagation();
}
