import { render, type TemplateResult } from 'lit';

export interface Printed {
  readonly title: string;
  readonly content: TemplateResult;
  /** Style sheets for a shadow tree. */
  readonly styles: readonly string[];
  readonly landscape?: boolean;
  /** Makes it smaller until it stands on one page. */
  readonly onePage?: boolean;
}

/** Prints something alone, whatever the host's page holds around it: in a frame that is gone afterwards. */
export function printAlone(near: HTMLElement, parts: Printed): void {
  const { ownerDocument } = near;
  const { landscape = false } = parts;
  const frame = ownerDocument.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  const { inline, block } = landscape ? turned : upright;
  Object.assign(frame.style, {
    position: 'fixed',
    insetInlineStart: '-200vw',
    inlineSize: inline,
    blockSize: block,
    border: '0',
  });
  ownerDocument.body.append(frame);
  const inner = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner) {
    frame.remove();
    ownerDocument.defaultView?.print();
    return;
  }
  const sheet = (text: string) => {
    const made = new inner.CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const { document } = inner;
  document.adoptedStyleSheets = [
    sheet(
      `@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${margin}; ${parts.onePage ? '' : pageNumber} } body { margin: 0 }`,
    ),
  ];
  document.title = parts.title;
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = parts.styles.map(sheet);
  render(parts.content, root);
  if (parts.onePage) fitOnPage(host, frame.clientHeight);
  inner.addEventListener('afterprint', () => frame.remove());
  inner.focus();
  inner.print();
}

/** A4 less its margins. */
const margin = '10mm';
/** Where the browser draws in margins; what must be on every page stands in the content's own foot. */
const pageNumber =
  "@bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif }";
const upright = { inline: '190mm', block: '277mm' };
const turned = { inline: '277mm', block: '190mm' };

/** A smaller zoom makes lines longer, so the height falls faster than the zoom: a few steps are enough. */
function fitOnPage(host: HTMLElement, height: number): void {
  let zoom = 1;
  for (let step = 0; step < 8 && host.getBoundingClientRect().height > height; step++) {
    zoom *= Math.max(0.7, Math.min(0.97, height / host.getBoundingClientRect().height));
    host.style.setProperty('zoom', String(zoom));
  }
}
