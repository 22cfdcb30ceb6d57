import { FlowLayout } from '@lit-labs/virtualizer/layouts/flow.js';

type Sink = ConstructorParameters<typeof FlowLayout>[0];
type Message = Parameters<Sink>[0];
type StateChanged = Extract<Message, { readonly type: 'stateChanged' }>;

/**
 * The virtualizer's layout for items below one another, each as high as it is. Items are measured when the browser
 * tells that their sizes are others: a list that changed its own size at that moment, or got other items, would
 * have to be told of those in turn, and the browser would report a "ResizeObserver loop" to the page. So the items
 * that are there are placed at once; height and further items come in the next frame.
 */
export class ItemLayout extends FlowLayout {
  readonly #sink: Sink;
  #isMeasuring = false;
  /** The newest state, of which the list was told a part. */
  #next: StateChanged | undefined;
  /** What the list was told whole. */
  #told: StateChanged | undefined;

  constructor(sink: Sink, config?: ConstructorParameters<typeof FlowLayout>[1]) {
    super((message) => this.#tell(message), config);
    this.#sink = sink;
  }

  override updateItemSizes(sizes: Parameters<FlowLayout['updateItemSizes']>[0]): void {
    this.#isMeasuring = true;
    super.updateItemSizes(sizes);
  }

  #tell(message: Message): void {
    if (message.type !== 'stateChanged') this.#sink(message);
    else if (this.#isMeasuring && this.#told) this.#tellPlaces(message, this.#told);
    else this.#tellWhole(message);
  }

  #tellPlaces(state: StateChanged, { range, scrollSize }: StateChanged): void {
    this.#isMeasuring = false;
    if (!this.#next) requestAnimationFrame(() => this.#next && this.#tellWhole(this.#next));
    this.#sink({ ...state, range, scrollSize });
    // Where it is scrolled to is right by now.
    const { scrollError: _, ...rest } = state;
    this.#next = rest;
  }

  #tellWhole(state: StateChanged): void {
    this.#isMeasuring = false;
    this.#next = undefined;
    this.#told = state;
    this.#sink(state);
  }
}
