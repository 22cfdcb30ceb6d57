import { ContextConsumer, ContextProvider } from '@lit/context';
import { LitElement, nothing, render, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { Language } from '../../model/index.ts';
import type { ByLanguage } from '../../i18n/language.ts';
import type { Subject } from '../../i18n/texts/index.ts';
import type { HostTexts } from '../../i18n/texts/replace.ts';
import { unsupportedPhrases } from '../../i18n/phrases/unsupported.ts';
import { hasLightDark } from '../../ui/two-schemes.ts';
import { ColourScheme } from './colour-scheme.ts';
import { languageContext, textsContext, type Ui } from './context.ts';
import { ownTextsOf } from './host-texts.ts';
import { missingFeature } from './needed.ts';
import { attachShadow, scopeOf } from './registry.ts';
import { addStyles, renewStyles, showsAnything } from './style-sheets.ts';
import { holdTyping, keyEvents } from './typing-keys.ts';

/** The kind of node that a shadow tree's root is. */
const shadowTree = 11;

/**
 * An element with words in it. Its language is its own `lang`; else that of the Overblik element around it; else
 * that of the nearest ancestor with a `lang`; else Danish. It hands its language on to the elements inside it.
 *
 * @attr {string} lang - Danish, or English where it begins with `en`. Default: that of the Overblik element around it,
 *   of the nearest ancestor with a `lang`, else Danish.
 */
export abstract class LanguageElement<S extends Subject> extends LitElement {
  @state() protected language: Language = 'da';

  /** The host's own words of the Overblik element around this one. */
  @state() protected outerTexts: HostTexts | undefined;

  /** The fixed texts of the subjects that the element says something of. */
  protected abstract readonly uis: ByLanguage<Ui<S>>;

  #outer: Language | undefined;
  #isUnreadable = false;
  /** Whether a drawing waits for a document that shows anything. */
  #isDrawingHeld = false;
  #langWatch: MutationObserver | undefined;
  readonly #provider = new ContextProvider(this, {
    context: languageContext,
    initialValue: 'da',
  });

  constructor() {
    super();
    if (!missingFeature() && !hasLightDark()) this.addController(new ColourScheme(this));
    new ContextConsumer(this, {
      context: languageContext,
      subscribe: true,
      callback: (language) => {
        this.#outer = language;
        this.#readLanguage();
      },
    });
    new ContextConsumer(this, {
      context: textsContext,
      subscribe: true,
      callback: (texts) => {
        this.outerTexts = texts;
      },
    });
  }

  /**
   * The language and the fixed texts in it, for what draws parts of this element.
   *
   * @internal
   */
  get ui(): Ui<S> {
    const ours = this.uis[this.language];
    return ownTextsOf(this.hostTexts)?.uiOf(ours) ?? ours;
  }

  /**
   * Whether nothing is shown, for something that the host gave cannot be read.
   *
   * @internal
   */
  get isUnreadable(): boolean {
    return this.#isUnreadable;
  }

  /** The words that the host gave in the place of ours. */
  protected get hostTexts(): HostTexts | undefined {
    return this.outerTexts;
  }

  /**
   * Draws the element; in a document without a window, such as that of a frame that was taken away, once it stands in
   * another. Where something that the host gave throws when it is read, the element says that it cannot be read: what
   * was thrown may name a patient, and goes nowhere.
   */
  protected override performUpdate(): void {
    this.#isDrawingHeld = !showsAnything(this.ownerDocument);
    if (this.#isDrawingHeld) return;
    try {
      super.performUpdate();
      this.#isUnreadable = false;
    } catch {
      this.drawUnreadable();
    }
  }

  /** In a browser that is too old, each drawing says so, and is no update: nothing of the element's own is worked out. */
  protected override shouldUpdate(_changed: PropertyValues): boolean {
    const missing = missingFeature();
    if (missing) this.drawUnsupported(missing);
    return !missing;
  }

  /**
   * Says that nothing is shown, for the browser is too old. It asks for nothing that such a browser may not have, and
   * nothing of the clinic is asked for.
   *
   * @param _feature What the browser lacks.
   */
  protected drawUnsupported(_feature: string): void {
    const [what, hint] = unsupportedPhrases[this.language];
    const words = [what, hint].map((each) => {
      const line = this.ownerDocument.createElement('p');
      line.textContent = each;
      return line;
    });
    const root = this.renderRoot as ShadowRoot;
    root.replaceChildren(...words);
    words[0]?.setAttribute('role', 'alert');
  }

  /**
   * Says that nothing is shown, for something that the host gave cannot be read.
   *
   * @internal
   */
  drawUnreadable(): void {
    this.#isUnreadable = true;
    void import('./unreadable.ts').then(
      // It may have been given something else meanwhile, and drawn that.
      (part) => this.#isUnreadable && part.drawUnreadable(this, this.language),
      () => undefined,
    );
    try {
      render(nothing, this.renderRoot, this.renderOptions);
    } catch {
      // Where the drawing itself was left halfway.
      this.renderRoot.textContent = '';
    }
  }

  protected override createRenderRoot(): ShadowRoot {
    const { shadowRootOptions, elementStyles } = this.constructor as typeof LitElement;
    const root = this.shadowRoot ?? attachShadow(this, shadowRootOptions);
    Object.assign(this.renderOptions, scopeOf(root));
    if (!missingFeature()) addStyles(root, elementStyles);
    for (const each of keyEvents) root.addEventListener(each, holdTyping);
    return root;
  }

  /** Called by the browser when the element has come into another document: a frame's, or a second window's. */
  adoptedCallback(): void {
    if (this.shadowRoot && !missingFeature()) renewStyles(this.shadowRoot);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // After all that came along is in its place.
    if (this.#isDrawingHeld) queueMicrotask(() => this.performUpdate());
    this.#readLanguage();
    this.#langWatch = new MutationObserver(() => this.#readLanguage());
    const watch = { attributes: true, attributeFilter: ['lang'] };
    this.#langWatch.observe(this, watch);
    this.#langWatch.observe(this.ownerDocument.documentElement, watch);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langWatch?.disconnect();
    // It may come back into the page somewhere else.
    this.#outer = undefined;
    this.outerTexts = undefined;
  }

  #readLanguage(): void {
    const lang =
      this.getAttribute('lang') ??
      this.#outer ??
      this.closest('[lang]')?.getAttribute('lang') ??
      this.#langAround();
    this.language = lang?.toLowerCase().startsWith('en') ? 'en' : 'da';
    this.#provider.setValue(this.language);
  }

  /** Inside another shadow tree, the host element's surroundings decide. */
  #langAround(): string | null | undefined {
    let root = this.getRootNode();
    // Not by its class: a frame has classes of its own. Not by its `host`: a page may have a form of that name.
    while (root.nodeType === shadowTree) {
      const { host } = root as ShadowRoot;
      const around = host.closest('[lang]');
      if (around) return around.getAttribute('lang');
      root = host.getRootNode();
    }
    return undefined;
  }
}
