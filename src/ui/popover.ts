/**
 * Puts a panel (an element with `popover`) under its anchor, inside the window, and shows it; once more when it
 * has grown. The browser does the rest: above everything, closed by Escape and by a click elsewhere. The
 * focus goes back to where it was, which the browser itself does not find inside a shadow tree.
 */
export function showUnder(panel: HTMLElement, anchor: DOMRect): void {
  const page = panel.ownerDocument.documentElement;
  if (!panel.matches(':popover-open')) {
    const from = (panel.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    panel.showPopover();
    const giveBack = () => {
      if (panel.matches(':focus-within')) from?.focus({ preventScroll: true });
    };
    panel.addEventListener('beforetoggle', giveBack, { once: true });
  }
  const { width, height } = panel.getBoundingClientRect();
  const margin = 8;
  const inside = (at: number, size: number, room: number) =>
    Math.max(margin, Math.min(at, room - size - margin));
  const below = anchor.bottom + 4;
  const fits = below + height + margin <= page.clientHeight;
  const above = anchor.top - height - 4;
  const top = fits || above < margin ? below : above;
  panel.style.setProperty('left', `${inside(anchor.left, width, page.clientWidth)}px`);
  panel.style.setProperty('top', `${inside(top, height, page.clientHeight)}px`);
}

/** Where the button of an event stands: the anchor of what it opens. */
export function rectOf(event: Event): DOMRect {
  return (event.currentTarget as Element).getBoundingClientRect();
}

/** Escape closes the panel that it was pressed in, and not also what stands around it. */
export function holdEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
