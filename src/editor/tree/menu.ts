/** A menu of changes, by the ARIA pattern: opened by a button, a key or the right mouse button. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { showUnder } from '../../ui/popover.ts';
import type { EditorHost } from '../host.ts';
import type { Offer } from './deeds.ts';

/** What a menu offers, and what is done with what is chosen. */
interface Opened {
  readonly label: string;
  readonly offers: readonly Offer[];
  readonly choose: (offer: Offer) => void;
  readonly anchor: DOMRect;
}

export class OfferMenu implements ReactiveController {
  #opened: Opened | undefined;
  #isToShow = false;
  /** In larger text it is larger, and stays in the window. */
  #growth: ResizeObserver | undefined;

  constructor(private readonly host: EditorHost) {
    host.addController(this);
  }

  open(opened: Opened): void {
    this.#opened = opened;
    this.#isToShow = true;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#isToShow || !this.#opened) return;
    this.#isToShow = false;
    const menu = this.#menu;
    if (!menu) return;
    const { anchor } = this.#opened;
    showUnder(menu, anchor);
    this.#growth?.disconnect();
    this.#growth = new ResizeObserver(() => {
      if (menu.matches(':popover-open')) showUnder(menu, anchor);
    });
    this.#growth.observe(menu);
    this.#items[0]?.focus();
  }

  template(): TemplateResult {
    const { label, offers } = this.#opened ?? { label: '', offers: [] };
    return html`<div
      class="menu"
      part="menu"
      popover
      role="menu"
      aria-label=${label}
      tabindex="-1"
      @keydown=${this.#onKey}
      @toggle=${this.#onToggle}
    >
      ${offers.map(
        (offer, index) =>
          html`${
              index > 0 && offers[index - 1]!.group !== offer.group
                ? html`<div role="separator"></div>`
                : nothing
            }<button
              type="button"
              role="menuitem"
              tabindex="-1"
              @click=${() => this.#choose(offer)}
            >
              ${offer.label}
            </button>`,
      )}
    </div>`;
  }

  get #menu(): HTMLElement | null {
    return (this.host.renderRoot as ShadowRoot).querySelector<HTMLElement>('.menu');
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #choose(offer: Offer): void {
    const choose = this.#opened?.choose;
    this.#menu?.hidePopover();
    choose?.(offer);
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'closed') return;
    this.#opened = undefined;
    this.#growth?.disconnect();
    this.host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(event.target as HTMLElement);
    const to = this.#target(event.key, at, items);
    if (event.key === 'Tab') this.#menu?.hidePopover();
    // It closes the menu, and nothing around it.
    if (event.key === 'Escape') event.stopPropagation();
    if (to === undefined) return;
    event.preventDefault();
    to.focus();
  };

  #target(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
    if (key === 'ArrowDown') return items[(at + 1) % items.length];
    if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
    if (key === 'Home') return items[0];
    if (key === 'End') return items.at(-1);
    if (key.length !== 1 || key === ' ') return undefined;
    const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    const letter = key.toLocaleLowerCase();
    return turned.find((each) => each.textContent.trim().toLocaleLowerCase().startsWith(letter));
  }
}
