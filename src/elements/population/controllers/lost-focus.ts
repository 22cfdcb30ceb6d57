import type { ReactiveController } from 'lit';
import type { UiHost } from '../ui.ts';

/**
 * Moves the focus on where what had it is drawn no more: to what is nearest and does no harm when a key is pressed
 * twice. Else it would fall to the page, and whoever works by keys or hears the page would begin anew.
 */
export class LostFocus implements ReactiveController {
  #focused: HTMLElement | undefined;
  /** What it stood in, the innermost first. */
  #around: readonly Element[] = [];

  constructor(private readonly host: UiHost) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { activeElement } = this.#root;
    this.#focused = (activeElement as HTMLElement | null) ?? undefined;
    this.#around = activeElement ? ancestorsOf(activeElement) : [];
  }

  hostUpdated(): void {
    const [focused, stoodIn] = [this.#focused, this.#around];
    // What is taken out of the page is not kept here.
    this.#focused = undefined;
    this.#around = [];
    const { activeElement, body } = this.host.ownerDocument;
    const isLost = focused?.isConnected === false && this.#root.activeElement === null;
    if (!isLost || (activeElement !== body && activeElement !== this.host)) return;
    const around = stoodIn.find((each) => each.isConnected && each.matches(places));
    if (around?.matches('dialog, .panel')) (around as HTMLElement).focus();
    else if (around) lastButtonOf(around)?.focus();
    else this.host.focus({ preventScroll: true });
  }

  get #root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot;
  }
}

/** Where the focus stays, though another button has it. Elsewhere it goes to the list. */
const places = '.filters, .panel:popover-open, dialog[open]';

function ancestorsOf(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : [];
}

/** Behind which, in the filters, the one stood that is gone. */
function lastButtonOf(place: Element): HTMLElement | undefined {
  return [...place.querySelectorAll<HTMLElement>('button')].at(-1);
}
