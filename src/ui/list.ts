import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** Lists up to this length are rendered whole: the browser lays out so few items faster than a script does. */
export const longestWhole = 60;

export interface ListProps<Item> {
  /** The virtualizer compares by identity: another array where an item is another. */
  readonly items: readonly Item[];
  /** What stands inside the item's `<li>`. */
  readonly content: (item: Item, index: number) => unknown;
  /** Tells items apart; the item itself by default. Must be unique within the list. */
  readonly key?: (item: Item, index: number) => unknown;
  /** Class of the list. A long one is wrapped in an element of this class, which scrolls: give it a height. */
  readonly className?: string;
  /** What the list is called to screen readers. */
  readonly label?: string;
  /** Takes the focus itself, to be scrolled by keys: for items without controls. Needs a label. */
  readonly focusable?: boolean;
}

/** Renders a list with all its items. */
export function wholeList<Item>({
  items,
  content,
  className = '',
  label,
  focusable = false,
}: ListProps<Item>): TemplateResult {
  return html`<ul
    class=${className}
    aria-label=${ifDefined(label)}
    tabindex=${ifDefined(focusable ? '0' : undefined)}
  >
    ${items.map((item, index) => html`<li>${content(item, index)}</li>`)}
  </ul>`;
}
