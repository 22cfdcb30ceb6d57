import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ClinicAdapter, Language } from '../model/index.ts';
import { texts, type Texts } from '../ui/texts/index.ts';

/**
 * What all elements share: language, theme, date and the clinic.
 *
 * The language is the element's own `lang`, else that of the nearest ancestor with one, else Danish.
 */
export abstract class OverblikElement extends LitElement {
  /** The clinic. Without it the element says that none is connected. */
  @property({ attribute: false }) adapter: ClinicAdapter | undefined;

  /** Profile documents: parsed JSON, or JSON text. They are checked; errors are shown in words. */
  @property({ attribute: false }) profiles: readonly unknown[] = [];

  /** The date of evaluation, `YYYY-MM-DD`. Default: today, by the clock of the page. */
  @property({ attribute: 'as-of', reflect: true }) asOf: string | undefined;

  /** `light`, `dark` or `auto` (the reader's system). Without it, the page's `color-scheme` is followed. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** Longest wait for one answer of the adapter, in milliseconds. */
  @property({ type: Number }) deadline: number | undefined;

  @state() protected language: Language = 'da';

  #langWatch: MutationObserver | undefined;

  /** The fixed texts in the element's language. */
  protected get texts(): Texts {
    return texts[this.language];
  }

  /** The date to evaluate on: the attribute, or the page's local date. */
  protected get date(): string {
    if (this.asOf && /^\d{4}-\d{2}-\d{2}$/.test(this.asOf)) return this.asOf;
    const now = new Date();
    const two = (number: number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** The tag of a sibling element, so that a page may hold two versions under two prefixes. */
  protected tagOf(name: string): string {
    const own = this.localName;
    return `${own.slice(0, own.lastIndexOf('-'))}-${name}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readLanguage();
    this.#langWatch = new MutationObserver(() => this.#readLanguage());
    const watch = { attributes: true, attributeFilter: ['lang'] };
    this.#langWatch.observe(this, watch);
    this.#langWatch.observe(this.ownerDocument.documentElement, watch);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langWatch?.disconnect();
  }

  #readLanguage(): void {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? this.#langAround();
    this.language = lang?.toLowerCase().startsWith('en') ? 'en' : 'da';
  }

  /** Inside another shadow tree, the host element's surroundings decide. */
  #langAround(): string | null | undefined {
    let root = this.getRootNode();
    while (root instanceof ShadowRoot) {
      const around = root.host.closest('[lang]');
      if (around) return around.getAttribute('lang');
      root = root.host.getRootNode();
    }
    return undefined;
  }
}
