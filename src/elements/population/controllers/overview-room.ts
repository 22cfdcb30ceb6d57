import type { ReactiveController } from 'lit';
import type { UiHost } from '../ui.ts';

/** Windows that are no higher than this, in CSS pixels, have no room for charts over a list. */
const low = '(max-height: 800px)';
/** Nor have lists that are no wider than this: in CSS pixels, or in the page's own units where its text is large. */
const narrow = { pixels: 600, rem: 37.5 };

/** How the overview stands: one line of numbers where there is little room, else cards and charts; or as it was turned. */
export class OverviewRoomController implements ReactiveController {
  #window: MediaQueryList | undefined;
  #sizes: ResizeObserver | undefined;
  #isNarrow = false;
  #chosen: 'line' | 'charts' | undefined;

  constructor(
    private readonly host: UiHost & { readonly overview: 'line' | 'charts' | undefined },
  ) {
    host.addController(this);
  }

  get isLine(): boolean {
    const isCramped = this.#isNarrow || this.#window?.matches === true;
    return (this.#chosen ?? this.host.overview ?? (isCramped ? 'line' : 'charts')) === 'line';
  }

  readonly turn = (): void => {
    this.#chosen = this.isLine ? 'charts' : 'line';
    this.host.requestUpdate();
  };

  hostConnected(): void {
    const { defaultView } = this.host.ownerDocument;
    this.#window = defaultView?.matchMedia(low);
    this.#window?.addEventListener('change', this.#onChange);
    // A window that is not seen tells nothing of sizes in another.
    this.#sizes = new (defaultView ?? window).ResizeObserver(() => this.#measure());
    this.#sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.#window?.removeEventListener('change', this.#onChange);
    this.#window = undefined;
    this.#sizes?.disconnect();
  }

  readonly #onChange = (): void => this.host.requestUpdate();

  #measure(): void {
    const { offsetWidth, ownerDocument } = this.host;
    // Out of sight it has no width.
    if (offsetWidth === 0) return;
    const rem = Number.parseFloat(getComputedStyle(ownerDocument.documentElement).fontSize);
    const isNarrow = offsetWidth <= Math.max(narrow.pixels, narrow.rem * rem);
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.#onChange();
  }
}
