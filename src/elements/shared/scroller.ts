/** What scrolls around an element, through shadow trees; the page itself where nothing nearer does. */
export function scrollerOf(element: Element): Element | null {
  const { ownerDocument } = element;
  for (let at = around(element); at; at = around(at)) {
    if (at === ownerDocument.documentElement || at === ownerDocument.body) break;
    const { overflowY } = ownerDocument.defaultView?.getComputedStyle(at) ?? {};
    if (/auto|scroll/.test(overflowY ?? '') && at.scrollHeight > at.clientHeight) return at;
  }
  return ownerDocument.scrollingElement;
}

function around(element: Element): Element | null {
  const { assignedSlot, parentElement } = element;
  return (
    assignedSlot ?? parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null
  );
}

/**
 * Scrolls what scrolls around an element until it stands at its upper edge, and nothing else: a host's frame that hides
 * what runs over would be moved by `scrollIntoView` as well, with no bar to move it back by.
 */
export function scrollToTop(element: Element): void {
  const { ownerDocument } = element;
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const edge =
    scroller === ownerDocument.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  const { scrollMarginTop = '' } = ownerDocument.defaultView?.getComputedStyle(element) ?? {};
  const margin = Number.parseFloat(scrollMarginTop) || 0;
  scroller.scrollTop += element.getBoundingClientRect().top - edge - margin;
}
