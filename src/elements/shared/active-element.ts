/** The element with the focus in a document or a shadow tree, and in whatever shadow tree below. */
export function activeElementIn(root: object): HTMLElement | undefined {
  const { activeElement } = root as Partial<DocumentOrShadowRoot>;
  if (!activeElement) return undefined;
  const { shadowRoot } = activeElement;
  return (shadowRoot && activeElementIn(shadowRoot)) ?? (activeElement as HTMLElement);
}
