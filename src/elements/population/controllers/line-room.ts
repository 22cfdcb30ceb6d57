import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How many of the buttons of one line have room on it; the rest stand in a panel. */
export class LineRoomController implements ReactiveController {
  #fitting = Infinity;
  #bar: HTMLElement | undefined;
  /** The words on the line when it was measured last. */
  #measured: string | null = null;
  readonly #sizes = new ResizeObserver(() => this.#measure());

  /**
   * @param line A selector of the line, whose width does not go by what stands on it.
   * @param least How many stand on it at least.
   */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    private readonly line: string,
    private readonly least: number,
  ) {
    host.addController(this);
  }

  /** Buttons that have room, from the first. */
  get fitting(): number {
    return this.#fitting;
  }

  hostUpdated(): void {
    const bar = this.host.renderRoot.querySelector<HTMLElement>(this.line) ?? undefined;
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
    const { columnGap, paddingInlineStart, paddingInlineEnd, visibility } = getComputedStyle(bar);
    // Behind another line it has no width of its own.
    if (visibility === 'hidden') return;
    this.#measured = bar.textContent;
    const gap = parseFloat(columnGap) || 0;
    const room =
      bar.clientWidth + gap - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    const widths = (selector: string) =>
      [...bar.querySelectorAll<HTMLElement>(`:scope > ${selector}`)].map(
        (each) => each.offsetWidth + gap,
      );
    const fitting = countFitting(
      widths('.foldable'),
      room - sum(widths(':not(.foldable, .more)')),
      { more: sum(widths('.more')), least: this.least },
    );
    if (fitting === this.#fitting) return;
    this.#fitting = fitting;
    // Still before anything is painted, and not within the update that is measured.
    queueMicrotask(() => this.host.requestUpdate());
  }
}

/** How many of these widths have room; where not all have, `more` needs room too. */
function countFitting(
  widths: readonly number[],
  room: number,
  { more, least }: { readonly more: number; readonly least: number },
): number {
  if (sum(widths) <= room) return Infinity;
  let used = more;
  const first = widths.findIndex((width) => (used += width) > room);
  return Math.max(least, first);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
