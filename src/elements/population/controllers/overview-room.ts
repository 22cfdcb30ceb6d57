import type { ReactiveController } from 'lit';
import type { UiHost } from '../ui.ts';

/** Windows that are no higher than this, in CSS pixels, have no room for charts over a list. */
const low = '(max-height: 800px)';

/** How the overview stands: one line of numbers where there is little room, else cards and charts; or as it was turned. */
export class OverviewRoomController implements ReactiveController {
  #window: MediaQueryList | undefined;
  #chosen: 'line' | 'charts' | undefined;

  constructor(
    private readonly host: UiHost & { readonly overview: 'line' | 'charts' | undefined },
  ) {
    host.addController(this);
  }

  get isLine(): boolean {
    return (
      (this.#chosen ?? this.host.overview ?? (this.#window?.matches ? 'line' : 'charts')) === 'line'
    );
  }

  readonly turn = (): void => {
    this.#chosen = this.isLine ? 'charts' : 'line';
    this.host.requestUpdate();
  };

  hostConnected(): void {
    this.#window = this.host.ownerDocument.defaultView?.matchMedia(low);
    this.#window?.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    this.#window?.removeEventListener('change', this.#onChange);
    this.#window = undefined;
  }

  readonly #onChange = (): void => this.host.requestUpdate();
}
