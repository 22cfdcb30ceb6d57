/** The presentation: the report over the whole screen, one thing at a time, by keys or buttons. */
import { html, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import type { Ui } from '../ui.ts';
import type { Slide } from './slide.ts';

type Host = ReactiveElement & { readonly ui: Ui };

/** Which slide is shown, and whether my own numbers are. */
export class Presentation implements ReactiveController {
  #isOpen = false;
  #at: string | undefined;
  #places = 0;
  /** Mine are hidden until somebody asks for them: all others look on. */
  #showsOwn = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get showsOwn(): boolean {
    return this.#showsOwn;
  }

  /** Over the whole screen, where the page may have it. */
  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#at = undefined;
    this.#showsOwn = false;
    this.host.requestUpdate();
    // Where the page may not have the screen, the presentation fills the window.
    const host: Partial<Element> = this.host;
    void host.requestFullscreen?.().catch(() => undefined);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.host.requestUpdate();
    const root = this.host.getRootNode() as Document | ShadowRoot;
    if (root.fullscreenElement === this.host)
      this.host.ownerDocument.exitFullscreen().catch(() => undefined);
  }

  hostConnected(): void {
    this.host.addEventListener('fullscreenchange', this.#onFullscreen);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('fullscreenchange', this.#onFullscreen);
    this.#isOpen = false;
  }

  hostUpdated(): void {
    const dialog = this.#dialog();
    if (!dialog || dialog.open === this.#isOpen) return;
    if (!this.#isOpen) dialog.close();
    else {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('h2')?.focus();
    }
  }

  /** The dialog; empty while nothing is presented. */
  template(slides: () => readonly Slide[], hasOwn: boolean): TemplateResult {
    const { report } = this.host.ui.texts;
    return html`<dialog
      class="meeting"
      aria-label=${report.presentation}
      @close=${this.#onClose}
      @keydown=${this.#onKey}
    >
      ${this.#isOpen ? this.#slide(slides(), hasOwn) : ''}
    </dialog>`;
  }

  #slide(slides: readonly Slide[], hasOwn: boolean): TemplateResult {
    const { report } = this.host.ui.texts;
    const place = this.#place(slides);
    this.#places = slides.length;
    this.#slides = slides;
    const slide = slides[place]!;
    const words = report.slide(String(place + 1), String(slides.length));
    return html`<div class="slide" data-slide=${slide.id}>
        <h2 tabindex="-1">${slide.title}</h2>
        <div class="slide-body">${slide.template()}</div>
      </div>
      <div class="slide-bar">
        <button
          type="button"
          class="button"
          data-do="previous"
          aria-disabled=${place === 0}
          @click=${() => this.#go(place - 1)}
        >
          ${icons.previous()} ${report.previous}
        </button>
        <button
          type="button"
          class="button"
          data-do="next"
          aria-disabled=${place === slides.length - 1}
          @click=${() => this.#go(place + 1)}
        >
          ${report.next} ${icons.next()}
        </button>
        <span role="status">${words}</span>
        <span class="fill"></span>
        ${
          hasOwn
            ? html`<label class="choice"
                ><input
                  type="checkbox"
                  data-do="show-own"
                  .checked=${this.#showsOwn}
                  @change=${this.#onShowOwn}
                />${report.showOwn}</label
              >`
            : ''
        }
        <button type="button" class="button" data-do="end" @click=${() => this.close()}>
          ${icons.close()} ${report.end}
        </button>
      </div>`;
  }

  #slides: readonly Slide[] = [];

  /** Where the slide is now that was shown: others may have come before it. */
  #place(slides: readonly Slide[]): number {
    return Math.max(
      0,
      slides.findIndex(({ id }) => id === this.#at),
    );
  }

  #go(place: number): void {
    const slide = this.#slides[Math.min(Math.max(place, 0), this.#places - 1)];
    if (!slide || slide.id === this.#at) return;
    this.#at = slide.id;
    this.host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // A chart has its own use for the arrows.
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.#place(this.#slides);
    const to: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      PageDown: at + 1,
      ArrowLeft: at - 1,
      PageUp: at - 1,
      Home: 0,
      End: this.#places - 1,
    };
    const place = to[event.key];
    if (place === undefined) return;
    event.preventDefault();
    this.#go(place);
  };

  readonly #onShowOwn = (event: Event): void => {
    this.#showsOwn = (event.target as HTMLInputElement).checked;
    this.host.requestUpdate();
  };

  /** It may have been opened again meanwhile. */
  readonly #onClose = (event: Event): void => {
    if (!(event.target as HTMLDialogElement).open) this.close();
  };

  /** Escape leaves the whole screen, and with it the presentation. */
  readonly #onFullscreen = (): void => {
    const root = this.host.getRootNode() as Document | ShadowRoot;
    const dialog = this.#dialog();
    if (root.fullscreenElement !== this.host) this.close();
    else if (dialog?.open) {
      // What has the whole screen lies over what was opened before it: the dialog is opened once more.
      const { activeElement } = this.host.renderRoot as ShadowRoot;
      dialog.close();
      dialog.showModal();
      (activeElement as HTMLElement | null)?.focus();
    }
  };

  #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector<HTMLDialogElement>('dialog.meeting');
  }
}
