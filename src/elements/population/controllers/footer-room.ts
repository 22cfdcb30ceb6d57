import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How many of the buttons for the chosen patients have room on their one line; the rest stand in a panel. */
export class FooterRoomController implements ReactiveController {
  #fitting = Infinity;
  #bar: HTMLElement | undefined;
  /** The words on the line when it was measured last. */
  #measured: string | null = null;
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    host.addController(this);
  }

  /** Buttons that have room, from the first. */
  get fitting(): number {
    return this.#fitting;
  }

  hostUpdated(): void {
    const bar = this.host.renderRoot.querySelector<HTMLElement>('.footer .chosen') ?? undefined;
    if (bar !== this.#bar) {
      if (this.#bar) this.#sizes.unobserve(this.#bar);
      if (bar) this.#sizes.observe(bar);
      this.#bar = bar;
      this.#measured = null;
    }
    if (bar && bar.textContent !== this.#measured) this.#measure();
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#bar = undefined;
  }

  #measure(): void {
    const bar = this.#bar;
    if (!bar) return;
    this.#measured = bar.textContent;
    const { columnGap, paddingInlineStart, paddingInlineEnd } = getComputedStyle(bar);
    const gap = parseFloat(columnGap);
    const room =
      bar.clientWidth + gap - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    const widths = (selector: string) =>
      [...bar.querySelectorAll<HTMLElement>(selector)].map((each) => each.offsetWidth + gap);
    const fitting = countFitting(
      widths('.deed'),
      room - sum(widths(':not(.deed, .more)')),
      sum(widths('.more')),
    );
    if (fitting === this.#fitting) return;
    this.#fitting = fitting;
    // Still before anything is painted, and not within the update that is measured.
    queueMicrotask(() => this.host.requestUpdate());
  }
}

/** How many of these widths have room; where not all have, `more` needs room too. */
function countFitting(widths: readonly number[], room: number, more: number): number {
  if (sum(widths) <= room) return Infinity;
  let used = more;
  const first = widths.findIndex((width) => (used += width) > room);
  // Letting go of the chosen is always at hand.
  return Math.max(1, first);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
