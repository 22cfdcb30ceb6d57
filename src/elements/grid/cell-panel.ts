import { html, render } from 'lit';

/**
 * One cell's whole text, opened over its place in the list. It lies above everything, closes by Escape, by
 * a click elsewhere and when the list moves, and gives the focus back.
 */
export class CellPanel {
  readonly element = document.createElement('div');
  #origin: HTMLElement | undefined;
  /** Larger text makes it larger while it is open. In the next frame: what is placed anew may have another size. */
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#place()));

  constructor() {
    this.element.className = 'panel';
    this.element.popover = 'auto';
    // It scrolls, so it is a tab stop of its own while it is open.
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'dialog');
    this.element.addEventListener('beforetoggle', (event) => {
      if (event.newState !== 'closed') return;
      const origin = this.#origin;
      this.#origin = undefined;
      this.#sizes.disconnect();
      if (this.element.matches(':focus-within')) origin?.focus({ preventScroll: true });
    });
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !this.element.contains(relatedTarget as Node)) this.close();
    });
  }

  get open(): boolean {
    return this.#origin !== undefined;
  }

  show(cell: HTMLElement, label: string, lines: readonly string[]): void {
    const { element } = this;
    element.setAttribute('aria-label', label);
    render(
      lines.map((line) => html`<p dir="auto">${line}</p>`),
      element,
    );
    this.#origin = cell;
    element.showPopover();
    this.#place();
    this.#sizes.observe(element);
    element.focus({ preventScroll: true });
  }

  close(): void {
    if (this.open && this.element.matches(':popover-open')) this.element.hidePopover();
  }

  /** Over the cell where there is room below, else ending where it ends. */
  #place(): void {
    if (!this.#origin) return;
    const { left, right, top, bottom, width } = this.#origin.getBoundingClientRect();
    const { element } = this;
    const page = element.ownerDocument.documentElement;
    const { style } = element;
    style.minInlineSize = `${width}px`;
    const { width: wide, height: high } = element.getBoundingClientRect();
    const rtl = getComputedStyle(element).direction === 'rtl';
    const wantedLeft = rtl ? right - wide : left;
    const wantedTop = top + high > page.clientHeight ? bottom - high : top;
    // The cell itself may have moved out of the window.
    const inside = (wanted: number, size: number, room: number) =>
      `${Math.max(4, Math.min(wanted, room - size - 4))}px`;
    style.left = inside(wantedLeft, wide, page.clientWidth);
    style.top = inside(wantedTop, high, page.clientHeight);
  }
}
