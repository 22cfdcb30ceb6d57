/** The page around an element, printed by the browser's own command. */
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
