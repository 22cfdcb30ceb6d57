import type { ReactiveControllerHost } from 'lit';
import { nextTurn } from '../../model/index.ts';

/**
 * Puts off a part of an element's first drawing to a task of its own, so that the page answers in between. Once the
 * part has been drawn it is drawn with the rest.
 */
export class LaterPart {
  #isDue = false;
  #pending: Promise<void> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Whether the part is drawn by now. Where it is not, it will be in a moment. */
  get isDue(): boolean {
    this.#pending ??= nextTurn().then(() => {
      this.#isDue = true;
      this.host.requestUpdate();
    });
    return this.#isDue;
  }

  /** Resolves when nothing is put off; the drawing itself is still to come. */
  async settle(): Promise<void> {
    await this.#pending;
  }
}
