import type { ReactiveController } from 'lit';
import type { CockpitHost } from './host.ts';

/**
 * Whether a press is for whoever is shown: it is not where nobody is there yet, nor where one was there as it went down
 * and another as it came up. What would set something of a patient is kept from such a press.
 */
export class SteadyPress implements ReactiveController {
  /** Who was there as it went down. */
  #begun: string | undefined;

  /**
   * @param whoIsThere Whose status and note would be changed.
   * @param tell Says of the last press whether it was refused, and nothing was changed.
   */
  constructor(
    private readonly host: CockpitHost,
    private readonly whoIsThere: () => string | undefined,
    private readonly tell: (isRefused: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Before the targets hear it.
    this.host.addEventListener('pointerdown', this.#down, true);
    this.host.addEventListener('click', this.#click, true);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerdown', this.#down, true);
    this.host.removeEventListener('click', this.#click, true);
  }

  /** Whether a press is for whoever is shown; else it is said that nothing was changed. */
  isMeant(event: MouseEvent): boolean {
    const now = this.#now;
    // What is pressed by keys, or by a screen reader, does not go down first.
    const begun = event.detail > 0 ? (this.#begun ?? now) : now;
    const isMeant = begun === now && now !== nobody;
    this.tell(!isMeant);
    return isMeant;
  }

  readonly #down = (): void => {
    this.#begun = this.#now;
  };

  readonly #click = (event: MouseEvent): void => {
    if (!event.composedPath().some(isStatus) || this.isMeant(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  get #now(): string {
    return this.whoIsThere() ?? nobody;
  }
}

const nobody = '';

const isStatus = (target: EventTarget) =>
  (target as Partial<Element>).matches?.('.foot > .status') ?? false;
