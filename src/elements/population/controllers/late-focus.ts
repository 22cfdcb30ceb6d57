import type { ReactiveController } from 'lit';
import type { UiHost } from '../ui.ts';
import type { GridController } from './grid.ts';

/** Gives the focus to the rows, and as long as they are not there to the frame, which hands it on when they are. */
export class LateFocus implements ReactiveController {
  #isAwaited = false;

  constructor(
    private readonly host: UiHost,
    private readonly grid: GridController,
  ) {
    host.addController(this);
  }

  focus(options?: FocusOptions): void {
    const { element } = this.grid;
    this.#isAwaited = !element;
    if (element) element.focus(options);
    else this.#frame?.focus(options);
  }

  hostUpdated(): void {
    const { element } = this.grid;
    if (!this.#isAwaited || !element) return;
    this.#isAwaited = false;
    void element.updateComplete.then(() => {
      // Whoever went somewhere else meanwhile stays there.
      const root = this.host.renderRoot as ShadowRoot;
      if (root.activeElement === this.#frame) element.focus({ preventScroll: true });
    });
  }

  get #frame(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.frame');
  }
}
