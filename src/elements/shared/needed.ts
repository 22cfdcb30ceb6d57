/**
 * What the elements cannot do without, by the name that a host is told: whether the browser has it. A browser that reads
 * the code at all (ES2022) has everything older; of what is younger, the lint of the supported browsers asks that it is
 * here, or why nothing is lost without it (`.tools/browser-support/guarded.mjs`).
 */
export const needed: Readonly<Record<string, () => boolean>> = {
  'Array.prototype.findLast': () => 'findLast' in Array.prototype,
  'Array.prototype.toSorted': () => 'toSorted' in Array.prototype,
  structuredClone: () => 'structuredClone' in globalThis,
  'AbortSignal.prototype.throwIfAborted': () => 'throwIfAborted' in AbortSignal.prototype,
  'Document.prototype.adoptedStyleSheets': () => 'adoptedStyleSheets' in Document.prototype,
  'CSSStyleSheet.prototype.replaceSync': () => 'replaceSync' in CSSStyleSheet.prototype,
  'HTMLDialogElement.prototype.showModal': () =>
    'HTMLDialogElement' in globalThis && 'showModal' in HTMLDialogElement.prototype,
  'HTMLElement.prototype.showPopover': () => 'showPopover' in HTMLElement.prototype,
  'container-type': () => CSS.supports('container-type', 'inline-size'),
  'color-mix()': () => CSS.supports('color', 'color-mix(in srgb, red, red)'),
  ':has()': () => CSS.supports('selector(:has(a))'),
  ':popover-open': () => CSS.supports('selector(:popover-open)'),
};

/** Asked once: a browser learns nothing while a page is open. */
let missing: string | undefined | null = null;

/** The first that the browser lacks. */
export function missingFeature(): string | undefined {
  if (missing === null) missing = Object.keys(needed).find((name) => !needed[name]!());
  return missing;
}
