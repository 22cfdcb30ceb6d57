import type { ReactiveController } from 'lit';
import { KeySheetPart } from '../../shared/key-sheet-part.ts';
import { shortcutIn } from '../../shared/letter-keys.ts';
import type { UiHost } from '../ui.ts';

/** What the keys need of the population element. */
export type KeysHost = UiHost & { keys: 'off' | undefined; readonly beside: boolean };

/** Tells which keys there are in a list that stands alone. With a cockpit beside it the cockpit tells of both. */
export class KeysController implements ReactiveController {
  readonly #sheet: KeySheetPart;

  constructor(private readonly host: KeysHost) {
    this.#sheet = new KeySheetPart(host, 'list');
    host.addController(this);
  }

  /** Shows them; absent where the cockpit does. */
  get show(): (() => void) | undefined {
    return this.host.beside ? undefined : () => void this.#sheet.show();
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { show } = this;
    if (!show || this.host.keys === 'off' || shortcutIn(event) !== '?') return;
    event.preventDefault();
    event.stopPropagation();
    show();
  };
}
