import { drawName } from './messages.ts';

/**
 * The names of saves that were not answered: the same save, tried again, has the same name, so that a host which has
 * done it already does nothing twice.
 */
export class SaveKeys {
  /** By round. */
  readonly #unanswered = new Map<string, { readonly text: string; readonly key: string }>();

  /** @param text All of what is to be saved. */
  keyOf(roundId: string, text: string): string {
    const known = this.#unanswered.get(roundId);
    if (known?.text === text) return known.key;
    const key = drawName();
    this.#unanswered.set(roundId, { text, key });
    return key;
  }

  /** The host has said what became of it. */
  answered(roundId: string, key: string): void {
    if (this.#unanswered.get(roundId)?.key === key) this.#unanswered.delete(roundId);
  }
}
