import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ChildPart, type PartInfo } from 'lit/directive.js';

/**
 * Draws what stands in a `<details>` when it is opened for the first time: of what is seldom looked at, and takes much
 * to place.
 */
export function whenOpen(draw: () => unknown): unknown {
  return drawWhenOpen(draw);
}

const drawWhenOpen = directive(
  class extends AsyncDirective {
    readonly #part: ChildPart;
    #draw: () => unknown = () => nothing;
    #details: HTMLDetailsElement | null = null;
    #isDrawn = false;

    constructor(part: PartInfo) {
      super(part);
      this.#part = part as unknown as ChildPart;
    }

    override render(draw: () => unknown): unknown {
      this.#draw = draw;
      if (this.#isDrawn) return draw();
      this.#watch();
      return nothing;
    }

    override reconnected(): void {
      if (!this.#isDrawn) this.#watch();
    }

    override disconnected(): void {
      this.#details?.removeEventListener('toggle', this.#open);
      this.#details = null;
    }

    /** Of a template that is rendered for the first time the part has a parent already. */
    #watch(): void {
      if (this.#details) return;
      this.#details = (this.#part.parentNode as Element).closest('details');
      this.#details?.addEventListener('toggle', this.#open);
      if (this.#details?.open) this.#open();
    }

    readonly #open = (): void => {
      if (this.#isDrawn || !this.#details?.open) return;
      this.#isDrawn = true;
      this.setValue(this.#draw());
    };
  },
);
