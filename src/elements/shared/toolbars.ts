import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isVisible } from './visible.ts';

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Makes each toolbar of an element one tab stop, as the ARIA toolbar pattern has it: arrows, Home and End move within
 * it, and Tab comes back to what was left. A choice keeps up, down, Home and End to itself.
 */
export class Toolbars implements ReactiveController {
  /** By toolbar: what had the focus in it last. */
  readonly #stops = new WeakMap<Element, HTMLElement>();
  /** What is in sight may be another where there is more room or less. */
  readonly #sizes = new ResizeObserver(() => this.#settle());
  #isDue = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    // Where keys of a choice are still heard: they do not leave the element.
    this.host.renderRoot.addEventListener('keydown', this.#onKey);
    this.host.renderRoot.addEventListener('focusin', this.#onFocus);
    this.#sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('keydown', this.#onKey);
    this.host.renderRoot.removeEventListener('focusin', this.#onFocus);
    this.#sizes.disconnect();
  }

  /** Which of them are in sight is asked when the page is laid out anyway. */
  hostUpdated(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#settle();
    });
  }

  #settle(): void {
    for (const bar of this.host.renderRoot.querySelectorAll(toolbar)) this.#settleIn(bar);
  }

  #settleIn(bar: Element): void {
    const controls = controlsIn(bar);
    const known = this.#stops.get(bar);
    if (known?.isConnected === false) this.#stops.delete(bar);
    const stop = known && controls.includes(known) ? known : controls[0];
    for (const control of controls) {
      const tabIndex = control === stop ? 0 : -1;
      if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
    }
  }

  readonly #onFocus = (event: Event): void => {
    const { control, bar } = this.#placeOf(event);
    if (!bar || !control || this.#stops.get(bar) === control) return;
    this.#stops.set(bar, control);
    this.#settleIn(bar);
  };

  readonly #onKey = (happened: Event): void => {
    const event = happened as KeyboardEvent;
    const { ctrlKey, altKey, metaKey, shiftKey, defaultPrevented } = event;
    if (ctrlKey || altKey || metaKey || shiftKey || defaultPrevented) return;
    const { control, bar } = this.#placeOf(event);
    if (!bar || !control) return;
    const controls = controlsIn(bar);
    const to = placeAfter(event.key, controls.indexOf(control), controls.length, {
      isChoice: control.localName === 'select',
      isRtl: getComputedStyle(bar).direction === 'rtl',
    });
    if (to === undefined) return;
    event.preventDefault();
    controls[to]?.focus();
  };

  /** The control that an event is about, and the toolbar of this element that it stands in. */
  #placeOf(event: Event): {
    readonly control: HTMLElement | undefined;
    readonly bar: Element | undefined;
  } {
    const [target] = event.composedPath();
    const control = target instanceof Element ? (target as HTMLElement) : undefined;
    const isOurs = control?.getRootNode() === this.host.renderRoot;
    const bar = (isOurs && control?.closest(toolbar)) || undefined;
    return { control, bar: bar && controlsIn(bar).includes(control!) ? bar : undefined };
  }
}

const toolbar = '[role=toolbar]';

/** What can have the focus now, in the order that it is seen. What opens over a toolbar is no part of it. */
function controlsIn(bar: Element): readonly HTMLElement[] {
  return [...bar.querySelectorAll<HTMLElement>('button:enabled, select:enabled')].filter(
    (each) => !each.closest('[popover], dialog') && isVisible(each),
  );
}

function placeAfter(
  key: string,
  at: number,
  count: number,
  { isChoice, isRtl }: { readonly isChoice: boolean; readonly isRtl: boolean },
): number | undefined {
  const onwards = (at + 1) % count;
  const back = (at - 1 + count) % count;
  if (key === 'ArrowRight') return isRtl ? back : onwards;
  if (key === 'ArrowLeft') return isRtl ? onwards : back;
  if (isChoice) return undefined;
  if (key === 'ArrowDown') return onwards;
  if (key === 'ArrowUp') return back;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
