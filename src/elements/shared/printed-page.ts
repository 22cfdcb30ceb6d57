/** The page around an element, printed by the browser's own command. */
import { nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { LanguageElement } from './language.ts';
import { isVisible } from './visible.ts';

/**
 * Whether an element, or the Overblik element around it, is most of what its page shows; nothing of it where another has
 * taken its place.
 */
export function fillsPage(element: Element): boolean {
  return isVisible(element) && isMostOf(outermost(element));
}

/** Whether an element by itself is most of what its page shows. */
export function isMostOf(element: Element): boolean {
  const page = element.ownerDocument.defaultView;
  if (!page) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= page.innerWidth * mostOf && height >= page.innerHeight * mostOf;
}

/** A bar of the host's along an edge or two takes less. */
const mostOf = 0.7;

function outermost(element: Element): Element {
  let outer = element;
  for (;;) {
    const root = outer.getRootNode();
    // Not every root has a host, and not every host is ours.
    const host = 'host' in root ? root.host : undefined;
    if (!(host instanceof LanguageElement)) return outer;
    outer = host;
  }
}

/** Has a document printed by these rules of its pages, which a shadow tree cannot give. Answers what ends it. */
export function adoptPage(document: Document, rules: string): () => void {
  const { defaultView } = document;
  if (!defaultView) return () => undefined;
  const sheet = new (defaultView as unknown as typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/**
 * Draws into a shadow tree what a print of the page itself shows in its place (`.paper`, by styles of the element's own
 * for `data-printing`), at once: the page does not wait. Answers what takes it away.
 */
export function drawPaper(
  root: ShadowRoot,
  content: unknown,
  afterwards: (paper: HTMLElement) => void = () => undefined,
): () => void {
  const paper = root.ownerDocument.createElement('div');
  paper.className = 'paper';
  render(content, paper);
  root.append(paper);
  afterwards(paper);
  root.host.toggleAttribute('data-printing', true);
  return () => {
    root.host.toggleAttribute('data-printing', false);
    render(nothing, paper);
    paper.remove();
  };
}

/** What is done for a print of the page around an element. */
export interface PagePrintDeeds {
  /** Makes what is printed, before it returns: the page does not wait. Answers whether there is anything to end. */
  readonly begin: () => boolean;
  /** Takes it away again. */
  readonly end: () => void;
}

/** Hears when the page around an element is printed, and when that is over. */
export class PagePrint implements ReactiveController {
  /** The window that is listened to: the element may be taken into another one. */
  #page: Window | undefined;
  #isBegun = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly deeds: PagePrintDeeds,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#page = this.host.ownerDocument.defaultView ?? undefined;
    this.#page?.addEventListener('beforeprint', this.#begin);
    this.#page?.addEventListener('afterprint', this.end);
  }

  hostDisconnected(): void {
    this.#page?.removeEventListener('beforeprint', this.#begin);
    this.#page?.removeEventListener('afterprint', this.end);
    this.#page = undefined;
    this.end();
  }

  readonly #begin = (): void => {
    this.end();
    if (!this.deeds.begin()) return;
    this.#isBegun = true;
    this.#timer = setTimeout(this.end, longestPagePrint);
  };

  /** Ends what was begun, as where the patient is another. */
  readonly end = (): void => {
    if (!this.#isBegun) return;
    this.#isBegun = false;
    clearTimeout(this.#timer);
    this.deeds.end();
  };
}

/** Milliseconds that a print of the page lasts at the longest: not every browser tells of the end. */
const longestPagePrint = 300_000;
