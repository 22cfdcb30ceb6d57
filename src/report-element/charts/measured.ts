/** Draws anew at each width that its place has, and as large as the type in it is. */
import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ChildPart, type PartInfo } from 'lit/directive.js';

/** Before its place has been measured, and where it has no layout. */
const usualWidth = 640;
/** The size of type, in pixels, that drawings are made for. */
const usualType = 14;

/**
 * The content at the width, in whole pixels, of the element that it stands in.
 *
 * @param draw Is told how many times as large as usual the type is: what is drawn grows with it.
 */
export function measured(draw: (width: number, scale: number) => unknown): unknown {
  return drawMeasured(draw);
}

const drawMeasured = directive(
  class extends AsyncDirective {
    readonly #part: ChildPart;
    #draw: (width: number, scale: number) => unknown = () => nothing;
    #width = usualWidth;
    #scale = 1;
    #sizes: ResizeObserver | undefined;

    constructor(part: PartInfo) {
      super(part);
      this.#part = part as unknown as ChildPart;
    }

    override render(draw: (width: number, scale: number) => unknown): unknown {
      this.#draw = draw;
      this.#watch();
      return draw(this.#width, this.#scale);
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
      if (width === 0 || !this.isConnected) return;
      const scale = parseFloat(getComputedStyle(place).fontSize) / usualType;
      if (width === this.#width && scale === this.#scale) return;
      this.#width = width;
      this.#scale = scale;
      this.setValue(this.#draw(width, scale));
    }
  },
);
