import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import type { Language } from '../../model/index.ts';
import { texts, type Texts } from '../../i18n/texts/index.ts';

/**
 * An element with words in it: its language is its own `lang`, else that of the nearest ancestor with one,
 * else Danish.
 */
export abstract class LanguageElement extends LitElement {
  @state() protected language: Language = 'da';

  #langWatch: MutationObserver | undefined;

  /** The fixed texts in the element's language. */
  protected get texts(): Texts {
    return texts[this.language];
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
