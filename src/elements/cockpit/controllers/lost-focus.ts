import type { ReactiveController } from 'lit';
import type { CockpitHost } from './host.ts';

/**
 * Keeps the focus in the cockpit where what had it is drawn no more: another patient has come. Else it would fall to
 * the page, and whoever works by keys would begin anew.
 */
export class LostFocus implements ReactiveController {
  #focused: Element | undefined;
  /** What opens over the cockpit, and it stood in. */
  #around: HTMLElement | undefined;

  constructor(private readonly host: CockpitHost) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#root?.activeElement ?? undefined;
    this.#around = this.#focused?.closest<HTMLElement>('dialog, [popover]') ?? undefined;
  }

  hostUpdated(): void {
    const [focused, around] = [this.#focused, this.#around];
    // What is taken out of the page is not kept here.
    this.#focused = this.#around = undefined;
    const { activeElement, body } = this.host.ownerDocument;
    const isLost = focused?.isConnected === false && this.#root?.activeElement === null;
    if (!isLost || (activeElement !== body && activeElement !== this.host)) return;
    const open = around?.matches('dialog[open], :popover-open') ? around : this.host;
    open.focus({ preventScroll: true });
  }

  /** Undefined before the first drawing. */
  get #root(): ShadowRoot | undefined {
    return (this.host.renderRoot as ShadowRoot | undefined) ?? undefined;
  }
}
