import type { ReactiveController, ReactiveElement } from 'lit';
import { isField } from './typing-keys.ts';

interface Deeds {
  readonly undo: () => void;
  readonly redo: () => void;
  /** Whether anything is kept that could be taken back: else the keys are the host's. */
  readonly isThere: () => boolean;
}

/** Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do again; with the Command key on a Mac. A field that is written in has its own. */
export class UndoKeys implements ReactiveController {
  constructor(
    private readonly host: ReactiveElement,
    private readonly deeds: Deeds,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    const isAsked = path.some((each) => (each as Partial<Element>).localName === 'dialog');
    if (event.defaultPrevented || isAsked || isField(path[0]) || !this.deeds.isThere()) return;
    const deed = deedOf(event);
    if (!deed) return;
    event.preventDefault();
    this.deeds[deed]();
  };
}

function deedOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): 'undo' | 'redo' | undefined {
  // Ctrl with Alt is AltGr on Windows.
  if (altKey || ctrlKey === metaKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}
