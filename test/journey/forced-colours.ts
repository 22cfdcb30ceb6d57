/** Looks at a page whose colours are the user's own few (Windows' contrast themes), in the page. */
import type { Page } from 'playwright-core';

/**
 * What is lost to a user of forced colours: marks that are a ground alone, shapes that nothing sets off, and states of
 * which what is in one looks as what is in the other.
 */
export async function lostInForcedColours(page: Page): Promise<readonly string[]> {
  await page.evaluate(markGrounds);
  await page.emulateMedia({ forcedColors: 'active' });
  const lost = await page.evaluate(findLost);
  await page.emulateMedia({ forcedColors: 'none' });
  return lost;
}

/** In the page: notes which elements are seen by their ground alone. */
function markGrounds(): void {
  const marks = new Set<Element>();
  Object.assign(window, { marks });
  look(document.body, 'rgb(255, 255, 255)');

  function look(parent: Element | ShadowRoot, ground: string): void {
    for (const element of parent.children) {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      const own = /, 0\)$/.test(backgroundColor) ? ground : backgroundColor;
      const { width, height } = element.getBoundingClientRect();
      const isEmpty = element.childElementCount === 0 && element.textContent.trim() === '';
      const isShape = width >= 3 && height >= 3 && element.checkVisibility();
      const isDrawn = own !== ground && backgroundImage === 'none';
      const isPlain = !element.matches(
        'svg, svg *, input, textarea, select, progress, img, iframe',
      );
      if (isEmpty && isShape && isDrawn && isPlain && !element.shadowRoot) marks.add(element);
      if (element.shadowRoot) look(element.shadowRoot, own);
      look(element, own);
    }
  }
}

/** In the page: what of it cannot be told from what is around it. */
function findLost(): readonly string[] {
  const { marks } = window as unknown as { marks: ReadonlySet<Element> };
  const found = new Set<string>();
  look(document.body, getComputedStyle(document.body).backgroundColor);
  return [...found];

  function look(parent: Element | ShadowRoot, ground: string): void {
    compareStates([...parent.children]);
    for (const element of parent.children) {
      if (!element.checkVisibility()) continue;
      const { backgroundColor } = getComputedStyle(element);
      const own = /, 0\)$/.test(backgroundColor) ? ground : backgroundColor;
      if (marks.has(element) && own === ground && !isOutlined(element, ground))
        found.add(`a ground alone: ${nameOf(element)}`);
      if (element instanceof SVGSVGElement) lookAtDrawing(element, own);
      if (element.shadowRoot) look(element.shadowRoot, own);
      look(element, own);
    }
  }

  function isOutlined(element: Element, ground: string): boolean {
    return [undefined, '::before', '::after'].some((part) => {
      const style = getComputedStyle(element, part);
      if (part && style.content === 'none') return false;
      return (['Top', 'Left', 'Bottom', 'Right'] as const).some(
        (side) =>
          style[`border${side}Style`] !== 'none' &&
          parseFloat(style[`border${side}Width`]) > 0 &&
          style[`border${side}Color`] !== ground,
      );
    });
  }

  /** Something in each drawing has to be seen: what lies behind it, as a grid or a band, may go. */
  function lookAtDrawing(svg: SVGSVGElement, ground: string): void {
    const shapes = [...svg.querySelectorAll('path, rect, circle, line, polyline, text')];
    const isSeen = shapes.some((shape) => {
      const { fill, stroke, opacity } = getComputedStyle(shape);
      return Number(opacity) > 0 && [fill, stroke].some((paint) => contrast(paint, ground) >= 3);
    });
    if (shapes.length > 0 && !isSeen) found.add(`a drawing that is not seen: ${nameOf(svg)}`);
  }

  /** Neighbours of a kind of which one is on and another off. */
  function compareStates(children: readonly Element[]): void {
    const states = ['aria-pressed', 'aria-selected', 'aria-checked', 'aria-current'];
    for (const state of states) {
      const [on, off] = [true, false].map((wanted) =>
        children.filter(
          (each) =>
            each.hasAttribute(state) &&
            (each.getAttribute(state) !== 'false') === wanted &&
            each.checkVisibility(),
        ),
      ) as [Element[], Element[]];
      for (const one of on)
        for (const other of off)
          if (one.localName === other.localName && lookOf(one) === lookOf(other))
            found.add(`${state} is not seen: ${nameOf(one)}`);
    }
    // Radio buttons and boxes that are drawn by their labels.
    const labels = children.filter((each) => {
      const input = each.querySelector('input');
      return each.matches('label') && input && getComputedStyle(input).opacity === '0';
    });
    const isOn = (label: Element) => label.querySelector('input')!.checked;
    for (const one of labels.filter(isOn))
      for (const other of labels.filter((each) => !isOn(each)))
        if (lookOf(one) === lookOf(other)) found.add(`checked is not seen: ${nameOf(one)}`);
  }

  /** All that tells one state from another without an author's colours. */
  function lookOf(element: Element): string {
    return [element, ...element.querySelectorAll(':scope > *')]
      .flatMap((each) =>
        [undefined, '::before', '::after'].map((part) => {
          const style = getComputedStyle(each, part);
          return [
            ...[style.backgroundColor, style.color, style.borderColor, style.borderStyle],
            ...[style.borderWidth, style.outlineStyle, style.outlineColor, style.outlineWidth],
            ...[style.textDecorationLine, style.fontWeight, style.content, style.opacity],
          ].join();
        }),
      )
      .join('|');
  }

  function contrast(paint: string, ground: string): number {
    const [one, other] = [paint, ground].map(luminanceOf);
    if (one === undefined || other === undefined) return 0;
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** Undefined of what is not painted. */
  function luminanceOf(colour: string): number | undefined {
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    if (blue === undefined || alpha === 0) return undefined;
    const [r, g, b] = [red!, green!, blue].map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent;
    const names = [element.localName, ...element.classList].join('.');
    return `${names} in ${element.parentElement?.className ?? ''} “${words.trim().replaceAll(/\s+/g, ' ').slice(0, 30)}”`;
  }
}
