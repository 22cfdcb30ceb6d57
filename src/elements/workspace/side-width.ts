import {
  css,
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { workspaceTexts } from '../../i18n/texts/workspace.ts';

type Host = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
type Texts = (typeof workspaceTexts)['da'];

/** How far a key moves the edge, in pixels; with Shift four times as far. */
const step = 24;
/** The narrowest that a cockpit can be read in, in pixels, and the part of the place that it may take at most. */
const least = 288;
const most = 0.7;

/**
 * How much of the place the cockpit takes beside the list: as wide as the user has drawn it, by pointer or by keys, or
 * the whole page. It is kept as long as the element is there, and by nobody else.
 */
export class SideWidth implements ReactiveController {
  /** In pixels; undefined: as wide as the host has it. */
  #width: number | undefined;
  #isFull = false;
  #isDragged = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** Whether the cockpit takes the place of the list. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Has the cockpit take the whole place, or stand beside the list again. */
  toggle(): void {
    this.#isFull = !this.#isFull;
    this.host.requestUpdate();
  }

  /** With the cockpit its full page is closed. */
  close(): void {
    this.#isFull = false;
  }

  hostUpdated(): void {
    const frame = this.#frame;
    if (!frame) return;
    // By the object model: a page’s policy may forbid styles in attributes.
    if (this.#width === undefined) frame.style.removeProperty('--o-side');
    else frame.style.setProperty('--o-side', `${this.#width}px`);
    const edge = this.#edge;
    const size = this.#side?.getBoundingClientRect().width;
    const whole = frame.getBoundingClientRect().width;
    if (!edge || size === undefined || whole === 0) return;
    edge.setAttribute('aria-valuemin', String(Math.round((least / whole) * 100)));
    edge.setAttribute('aria-valuemax', String(most * 100));
    edge.setAttribute('aria-valuenow', String(Math.round((size / whole) * 100)));
  }

  /** The edge between list and cockpit, to draw by pointer or by keys. */
  edge(texts: Pick<Texts, 'cockpitWidth'>): TemplateResult {
    return html`<div
      class="edge"
      role="separator"
      aria-orientation="vertical"
      aria-label=${texts.cockpitWidth}
      title=${texts.cockpitWidth}
      tabindex="0"
      @pointerdown=${this.#onDown}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @pointercancel=${this.#onUp}
      @dblclick=${() => this.#set(undefined)}
      @keydown=${this.#onKey}
    ></div>`;
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#isDragged = true;
  };

  readonly #onMove = ({ clientX }: PointerEvent): void => {
    const frame = this.#frame;
    if (this.#isDragged && frame) this.#set(frame.getBoundingClientRect().right - clientX);
  };

  readonly #onUp = (): void => {
    this.#isDragged = false;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const width = this.#side?.getBoundingClientRect().width ?? 0;
    const by = event.shiftKey ? 4 * step : step;
    const next = {
      ...{ ArrowLeft: width + by, ArrowRight: width - by },
      ...{ Home: 0, End: Infinity },
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(next);
  };

  #set(width: number | undefined): void {
    const whole = this.#frame?.getBoundingClientRect().width ?? 0;
    this.#width =
      width === undefined ? undefined : Math.round(Math.max(least, Math.min(width, whole * most)));
    this.host.requestUpdate();
  }

  get #frame(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.frame');
  }

  get #side(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.side');
  }

  get #edge(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.edge');
  }
}

export const sideWidthStyles = css`
  .edge {
    display: none;
  }
  .panel-commands {
    display: flex;
    gap: 0.35rem;
    align-self: start;
  }
  @container workspace (min-width: 60rem) {
    .frame.both {
      grid-template-columns:
        minmax(0, 1fr)
        clamp(18rem, var(--o-side, min(var(--overblik-side, 24rem), 40%)), 70%);
    }
    .frame.both > .list {
      grid-area: 1 / 1;
    }
    .frame.both > .side {
      grid-area: 1 / 2;
    }
    .frame.both > .edge {
      display: block;
      block-size: 100%;
      grid-area: 1 / 2;
      z-index: 5;
      inline-size: 9px;
      margin-inline-start: -5px;
      cursor: col-resize;
      touch-action: none;
    }
    .edge:is(:hover, :focus-visible, :active) {
      background: var(--o-accent);
      outline: none;
    }
    .frame.both.full {
      grid-template-columns: minmax(0, 1fr);
    }
    .frame.both.full > :is(.list, .edge) {
      display: none;
    }
    .frame.both.full > .side {
      grid-area: 1 / 1;
      border: 0;
    }
  }
  @media (forced-colors: active) {
    .edge:is(:hover, :focus-visible, :active) {
      border-inline: 3px solid Highlight;
    }
  }
  @container workspace (max-width: 59.99rem) {
    .wide {
      display: none;
    }
  }
  @media print {
    .frame.both > .edge {
      display: none;
    }
    .frame.both.full > .list {
      display: block;
    }
  }
`;
