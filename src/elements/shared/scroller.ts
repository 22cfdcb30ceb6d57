/** What scrolls around an element, through shadow trees; the page itself where nothing nearer does. */
export function scrollerOf(element: Element): Element | null {
  const { ownerDocument } = element;
  for (let at = around(element); at; at = around(at)) {
    if (at === ownerDocument.documentElement || at === ownerDocument.body) break;
    const mayScroll = /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (mayScroll && at.scrollHeight > at.clientHeight) return at;
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
  const scroller = scrollerOf(element);
  if (!scroller) return;
  // The page's own edge is the window's.
  const edge = Math.max(0, scroller.getBoundingClientRect().top);
  const { top } = element.getBoundingClientRect();
  scroller.scrollTop += top - edge - parseFloat(getComputedStyle(element).scrollMarginTop);
}
