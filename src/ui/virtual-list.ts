import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ChildPart, type PartInfo } from 'lit/directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { RangeChangedEvent } from '@lit-labs/virtualizer/events.js';
import { virtualize, type VirtualizeDirectiveConfig } from '@lit-labs/virtualizer/virtualize.js';
import { ItemLayout } from './item-layout.ts';
import { longestWhole, wholeList, type ListProps } from './list.ts';

/**
 * Renders a list of any length; of a long one, only the items near the view. Needs `virtualListStyles` (`virtual-list-styles.ts`).
 * Every item tells its place and the length of the list to screen readers. Styles are set through CSSOM, so
 * it works under a strict content security policy.
 */
export function virtualList<Item>(props: ListProps<Item>): TemplateResult {
  const { items, content, key = (item) => item, className = '', label, focusable } = props;
  if (items.length <= longestWhole) return wholeList(props);
  return html`<div
    class=${className}
    role=${ifDefined(focusable ? 'group' : undefined)}
    aria-label=${ifDefined(focusable ? label : undefined)}
    tabindex=${ifDefined(focusable ? '0' : undefined)}
  >
    <ul class="virtual-list" tabindex="-1" aria-label=${ifDefined(label)}>
      ${virtualItems(items, key, (item, index) => {
        return html`<li aria-setsize=${items.length} aria-posinset=${index + 1}>
          ${content(item, index)}
        </li>`;
      })}
    </ul>
  </div>`;
}

/**
 * Renders the items near the view as children of the element it stands in, whatever their roles: of a `<ul>`,
 * or of a row group. It has to be that element's only content; `tabindex="-1"` lets that element hold the
 * focus while the focused item is scrolled away.
 */
function virtualItems<Item>(
  items: readonly Item[],
  key: (item: Item, index: number) => unknown,
  renderItem: (item: Item, index: number) => TemplateResult,
): unknown {
  return startWhenConnected({
    items: items as unknown[],
    keyFunction: key as (item: unknown, index: number) => unknown,
    renderItem: renderItem as (item: unknown, index: number) => TemplateResult,
    layout: { type: ItemLayout },
  });
}

/**
 * The virtualizer looks for what it scrolls in when it starts, and at a template's first rendering its
 * elements are not in the page yet: this starts it when they are.
 */
const startWhenConnected = directive(
  class extends AsyncDirective {
    readonly #part: ChildPart;
    #config: VirtualizeDirectiveConfig<unknown> = {};
    #started = false;

    constructor(part: PartInfo) {
      super(part);
      this.#part = part as unknown as ChildPart;
    }

    override render(config: VirtualizeDirectiveConfig<unknown>): unknown {
      this.#config = config;
      if (this.#started) return virtualize(config);
      queueMicrotask(() => this.#start());
      return nothing;
    }

    override reconnected(): void {
      queueMicrotask(() => this.#start());
    }

    #start(): void {
      const list = this.#part.parentNode as HTMLElement;
      if (this.#started || !this.isConnected || !list.isConnected) return;
      this.#started = true;
      parkFocus(list, () => this.setValue(virtualize(this.#config)));
    }
  },
);

/**
 * Holds the focus on the list while the item that had it is not rendered, and gives it back afterwards.
 *
 * @param start Starts the virtualizer: it listens between the two steps.
 */
function parkFocus(list: HTMLElement, start: () => void): void {
  let first = 0;
  let parked: { readonly index: number; readonly control: number } | undefined;
  const focused = () => (list.getRootNode() as Document | ShadowRoot).activeElement;
  const beforeRender = (event: Event) => {
    const range = event as RangeChangedEvent;
    const active = focused();
    const place = [...list.children].findIndex((item) => active && item.contains(active));
    const index = first + place;
    first = range.first;
    if (!active || place < 0 || (index >= range.first && index <= range.last)) return;
    parked = { index, control: controlsIn(list.children[place]).indexOf(active) };
    list.focus({ preventScroll: true });
  };
  const afterRender = (event: Event) => {
    const range = event as RangeChangedEvent;
    if (!parked || focused() !== list) parked = undefined;
    else if (parked.index >= range.first && parked.index <= range.last) {
      const item = list.children[parked.index - range.first];
      (controlsIn(item)[parked.control] as HTMLElement | undefined)?.focus({ preventScroll: true });
      parked = undefined;
    }
  };
  list.addEventListener('rangeChanged', beforeRender, { capture: true });
  start();
  list.addEventListener('rangeChanged', afterRender);
}

function controlsIn(item: Element | undefined): readonly Element[] {
  return [...(item?.querySelectorAll('a, button, input, select, textarea, [tabindex]') ?? [])];
}
