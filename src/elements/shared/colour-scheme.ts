import type { LitElement, ReactiveController } from 'lit';
import { theme } from '../../ui/theme.ts';
import { darkOver } from '../../ui/two-schemes.ts';
import { newSheet } from './style-sheets.ts';

/** Those in the page: what one of them is set to, those inside it follow. */
const shown = new Set<ColourScheme>();

/**
 * Draws an element in dark where its `color-scheme` says so, in a browser that cannot choose between two colours
 * itself (`two-schemes.ts`). It follows the element, the page's root and the reader's system.
 */
export class ColourScheme implements ReactiveController {
  #dark: CSSStyleSheet | undefined;
  #system: MediaQueryList | undefined;
  #page: MutationObserver | undefined;

  constructor(private readonly host: LitElement) {}

  hostConnected(): void {
    const { documentElement, defaultView } = this.host.ownerDocument;
    shown.add(this);
    this.#system = defaultView?.matchMedia('(prefers-color-scheme: dark)');
    this.#system?.addEventListener('change', this.follow);
    this.#page = new MutationObserver(this.follow);
    this.#page.observe(documentElement, { attributes: true });
  }

  hostDisconnected(): void {
    shown.delete(this);
    this.#system?.removeEventListener('change', this.follow);
    this.#page?.disconnect();
    // It may come into another document, which asks for sheets of its own.
    this.#show(undefined);
  }

  hostUpdated(): void {
    if (this.follow()) for (const each of shown) each.follow();
  }

  /** Answers whether the colours are others than before. */
  readonly follow = (): boolean => {
    const isDark = this.#isDark();
    if (isDark === (this.#dark !== undefined)) return false;
    this.#show(isDark ? this.#makeSheet() : undefined);
    return true;
  };

  #isDark(): boolean {
    const schemes = getComputedStyle(this.host).colorScheme.split(' ');
    return schemes.includes('dark') && (!schemes.includes('light') || !!this.#system?.matches);
  }

  #makeSheet(): CSSStyleSheet {
    const sheet = newSheet(this.host.ownerDocument);
    sheet.replaceSync(darkOver(theme.cssText));
    return sheet;
  }

  #show(dark: CSSStyleSheet | undefined): void {
    const root = this.host.shadowRoot;
    if (!root) return;
    const others = root.adoptedStyleSheets.filter((each) => each !== this.#dark);
    root.adoptedStyleSheets = dark ? [...others, dark] : others;
    this.#dark = dark;
  }
}
