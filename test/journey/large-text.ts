/** Looks at a page whose text is large, in the page. */

/**
 * In the page, by a root of so many pixels: what stands beyond the side of the page or of what is open over it, which
 * controls stand over one another, and of which the words are cut. The rows of a list, whose cells are cut by nature and
 * opened in place, are left out.
 */
export async function troubleOfLargeText(size: number): Promise<readonly string[]> {
  const root = document.documentElement;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  root.style.setProperty('font-size', `${size}px`, 'important');
  for (let times = 0; times < 3; times++) await frame();
  const found: string[] = [];
  if (root.scrollWidth > root.clientWidth) found.push('the page scrolls sideways');
  look(document.body);
  root.style.fontSize = '';
  for (let times = 0; times < 2; times++) await frame();
  return found;

  function look(parent: Element | ShadowRoot): void {
    const children = [...parent.children];
    const controls = children.filter(
      (each) => each.matches('button, select, input, textarea, label, summary') && isSeen(each),
    );
    for (const [at, one] of controls.entries()) {
      const { scrollWidth, clientWidth } = one;
      if (one.matches('button, summary') && scrollWidth > clientWidth + 1 && !isTold(one))
        found.push(`cut: ${nameOf(one)}`);
      for (const other of controls.slice(at + 1))
        if (overlap(one, other)) found.push(`${nameOf(one)} over ${nameOf(other)}`);
    }
    for (const each of children) {
      if (each.matches('.line, .heads, .groups')) continue;
      if (each.matches(':popover-open, dialog[open]')) lookAtOpened(each);
      if (each.shadowRoot) look(each.shadowRoot);
      look(each);
    }
  }

  function lookAtOpened(open: Element): void {
    const { left, right, top, bottom } = open.getBoundingClientRect();
    const isInside =
      left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
    if (!isInside) found.push(`beyond the window: ${nameOf(open)}`);
    if (open.scrollWidth > open.clientWidth + 1) found.push(`scrolls sideways: ${nameOf(open)}`);
  }

  function isSeen(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2 && element.checkVisibility({ checkVisibilityCSS: true });
  }

  /** Cut, with all of it in a tooltip. */
  function isTold(element: Element): boolean {
    return element.closest('[title]:not([title=""])') !== null;
  }

  function overlap(one: Element, other: Element): boolean {
    if (getComputedStyle(one).position === 'absolute') return false;
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 2 && high > 2;
  }

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent;
    return `${[element.localName, ...element.classList].join('.')} “${words.trim().slice(0, 30)}”`;
  }
}
