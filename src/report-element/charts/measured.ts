/** Draws anew at each width that its place has. */
import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ChildPart, type PartInfo } from 'lit/directive.js';

/** Before its place has been measured, and where it has no layout. */
const usualWidth = 640;

/** The content at the width, in whole pixels, of the element that it stands in. */
export function measured(draw: (width: number) => unknown): unknown {
  return drawMeasured(draw);
}

const drawMeasured = directive(
  class extends AsyncDirective {
    readonly #part: ChildPart;
    #draw: (width: number) => unknown = () => nothing;
    #width = usualWidth;
    #sizes: ResizeObserver | undefined;

    constructor(part: PartInfo) {
      super(part);
      this.#part = part as unknown as ChildPart;
    }

    override render(draw: (width: number) => unknown): unknown {
      this.#draw = draw;
      this.#watch();
      return draw(this.#width);
    }

    override disconnected(): void {
      this.#sizes?.disconnect();
      this.#sizes = undefined;
    }

    override reconnected(): void {
      this.#watch();
    }

    #watch(): void {
      if (this.#sizes) return;
      const place = this.#part.parentNode as Element;
      // A frame later: what is drawn anew changes the place's height, which nobody may while sizes are told.
      this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#fit(place)));
      this.#sizes.observe(place);
      // The template is put in its place only after this: nobody sees it at another width first.
      queueMicrotask(() => this.#fit(place));
    }

    /** Draws anew where the place has another width than the drawing. */
    #fit(place: Element): void {
      const width = place.clientWidth;
      if (width === 0 || width === this.#width || !this.isConnected) return;
      this.#width = width;
      this.setValue(this.#draw(width));
    }
  },
);
