/** From one of the editor's panes to the next by a key: the tree, the form, and the panel where one is open. */
import type { ReactiveController } from 'lit';
import type { EditorHost } from './host.ts';

const panes = ['.outline', '.form', '.panel'] as const;
const focusable =
  'input, select, textarea, button, a[href], [contenteditable=true], [tabindex="0"]';

/** F6 goes on, Shift+F6 goes back. */
export class PaneKeys implements ReactiveController {
  constructor(private readonly host: EditorHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, defaultPrevented } = event;
    if (key !== 'F6' || ctrlKey || altKey || metaKey || defaultPrevented) return;
    const root = this.host.renderRoot as ShadowRoot;
    const shown = panes.filter((each) => root.querySelector(each));
    if (shown.length === 0) return;
    event.preventDefault();
    const at = shown.findIndex((each) => root.activeElement?.closest(each));
    const step = shiftKey ? -1 : 1;
    const next = shown.at((at < 0 ? 0 : at + step) % shown.length) ?? shown[0]!;
    const { host } = this;
    if (next === '.outline') host.select(host.selected, { focus: true });
    else if (next === '.form') host.select(host.selected, { field: true });
    else focusFirst(root.querySelector<HTMLElement>('.panel-body'));
  };
}

function focusFirst(pane: HTMLElement | null): void {
  pane?.querySelector<HTMLElement>(focusable)?.focus();
}
