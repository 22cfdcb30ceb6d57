/** Measures what is pressed, in the page. */

/**
 * In the page: what can be pressed and is less than 24 pixels high or wide, at sizes of the root's type (in pixels) as
 * hosts have them. What stands within a line of running text is as high as that line; a box or a button of choice
 * counts with its label, and what a cell does with the cell.
 */
export function smallTargets(sizes: readonly number[]): readonly string[] {
  const least = 24 - 0.05;
  const pressed =
    'a[href], button, input:not([type=hidden]), select, textarea, summary, ' +
    '[role=button], [role=link], [role=checkbox], [role=tab], [role=option], .line .count';
  const root = document.documentElement;
  const found = new Set<string>();
  const before = root.style.fontSize;
  for (const size of sizes) {
    root.style.setProperty('font-size', `${size}px`, 'important');
    look(document.body);
    root.style.fontSize = before;

    function look(parent: Element | ShadowRoot): void {
      for (const element of parent.children) {
        if (element.matches(pressed)) measure(element as HTMLElement);
        if (element.shadowRoot) look(element.shadowRoot);
        look(element);
      }
    }

    function measure(element: HTMLElement): void {
      if (!element.checkVisibility({ checkVisibilityCSS: true })) return;
      const { width, height } = boxOf(element);
      if (width <= 1 || height <= 1 || (width >= least && height >= least)) return;
      if (isInText(element)) return;
      const name = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24);
      const look = [element.localName, ...element.classList].join('.');
      const inside = [
        element.parentElement?.localName,
        ...(element.parentElement?.classList ?? []),
      ];
      found.add(
        `${inside.join('.')} > ${look} “${name}” ${width.toFixed(1)} × ${height.toFixed(1)} at ${size}`,
      );
    }
  }
  return [...found];

  function boxOf(element: HTMLElement): { readonly width: number; readonly height: number } {
    const own = element.getBoundingClientRect();
    const cell = element.matches('.check') ? element.closest('.cell') : null;
    const label = (element as Partial<HTMLInputElement>).labels?.[0];
    const around = cell ?? (label?.contains(element) ? label : null);
    if (!around) return own;
    const { width, height } = around.getBoundingClientRect();
    return { width: Math.max(own.width, width), height: Math.max(own.height, height) };
  }

  /** A link in a sentence: words stand beside it in the same line. */
  function isInText(element: HTMLElement): boolean {
    const { display } = getComputedStyle(element);
    if (!/^inline(-block)?$/.test(display)) return false;
    return [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.nodeValue ?? ''),
    );
  }
}
