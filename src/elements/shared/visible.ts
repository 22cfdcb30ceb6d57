/** Whether an element takes a place in its page and is not hidden, as `checkVisibility` tells it in newer browsers. */
export function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}
