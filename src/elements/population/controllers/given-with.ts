import type { ReactiveController } from 'lit';
import type { UiHost } from '../ui.ts';

/**
 * With which adapter a host gave something that it keeps for a clinic. What is set in one task belongs together, whichever
 * property comes first.
 */
export class GivenWith implements ReactiveController {
  /** Weakly: an adapter that has gone is not held on to. */
  #adapter: WeakRef<object> | undefined;
  #isNew = false;

  constructor(private readonly host: UiHost) {
    host.addController(this);
  }

  /** It was given just now. */
  again(): void {
    this.#isNew = true;
  }

  /** Whether it was given with another adapter than the one there is. */
  get isOfAnother(): boolean {
    return (
      !this.#isNew && this.#adapter !== undefined && this.#adapter.deref() !== this.host.adapter
    );
  }

  hostUpdate(): void {
    const { adapter } = this.host;
    if (!adapter || !(this.#isNew || this.#adapter === undefined)) return;
    this.#adapter = new WeakRef(adapter);
    this.#isNew = false;
  }
}
