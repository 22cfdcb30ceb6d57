/**
 * What the library uses that is younger than the oldest browsers which read its code, by its name in MDN's
 * compatibility data: the question of `src/elements/shared/needed.ts` by which a browser without it is told of in words
 * before anything is drawn (`asked`), or why nothing is lost without it (`spare`).
 */
const asked = {
  'Array.prototype.findLast': [
    'javascript.builtins.Array.findLast',
    'javascript.builtins.Array.findLastIndex',
  ],
  'Array.prototype.toSorted': [
    'javascript.builtins.Array.toReversed',
    'javascript.builtins.Array.toSorted',
    'javascript.builtins.Array.toSpliced',
    'javascript.builtins.Array.with',
  ],
  structuredClone: ['api.structuredClone'],
  'AbortSignal.prototype.throwIfAborted': [
    'api.AbortSignal.reason',
    'api.AbortSignal.throwIfAborted',
  ],
  'Document.prototype.adoptedStyleSheets': [
    'api.Document.adoptedStyleSheets',
    'api.ShadowRoot.adoptedStyleSheets',
  ],
  'CSSStyleSheet.prototype.replaceSync': ['api.CSSStyleSheet.replaceSync'],
  'HTMLDialogElement.prototype.showModal': ['api.HTMLDialogElement', 'html.elements.dialog'],
  'HTMLElement.prototype.showPopover': [
    'api.HTMLElement.hidePopover',
    'api.HTMLElement.popover',
    'api.HTMLElement.showPopover',
    'html.global_attributes.popover',
  ],
  'container-type': [
    'css.at-rules.container',
    'css.properties.contain.inline-size',
    'css.properties.container',
    'css.properties.container.inline-size',
    'css.properties.container.none',
    'css.properties.container-type',
    'css.properties.container-type.inline-size',
    'css.types.length.container_query_length_units',
  ],
  'color-mix()': ['css.types.color.color-mix'],
  ':has()': ['css.selectors.has'],
  // Every browser that has it has `inert`, which is older.
  ':popover-open': ['css.selectors.popover-open', 'html.global_attributes.inert'],
};

const spare = {
  'api.Clipboard.write': 'Asked for first; else only the plain text is copied.',
  'api.ClipboardItem': 'Only where an author copies a table, and who is told that it failed.',
  'api.CompressionStream':
    'Chromium has it from 80. In files: asked for first, else they are not packed.',
  'api.DecompressionStream': 'Chromium has it from 80. Only in a share, which says that it failed.',
  'api.WritableStreamDefaultWriter.write': 'Only in a share, as the stream that it writes to.',
  'api.Crypto.randomUUID': 'Chromium has it from 92.',
  'api.Element.ariaDisabled':
    'Chromium and Safari have it; what is set for them is drawn as disabled in any.',
  'html.global_attributes.inputmode': 'A keyboard on the screen shows letters first.',
  'css.properties.color-scheme': 'The controls of the browser itself stay light.',
  'css.properties.color-scheme.light': 'The controls of the browser itself stay light.',
  'css.properties.color-scheme.dark': 'The controls of the browser itself stay light.',
  'css.properties.hyphens': 'Long words break where they are full.',
  'css.properties.inline-size.fit-content': 'The box is as wide as there is room.',
  'css.properties.width.fit-content': 'The box is as wide as there is room.',
  'css.properties.print-color-adjust':
    'The ground of a marker is left out on paper; its words and sign are not.',
  'css.properties.rotate': 'An arrow does not turn.',
  'css.properties.translate': 'What is nudged into place stands a few pixels off.',
  'css.types.length.lh': 'The height is that of what is in it.',
};

export const questions = Object.keys(asked);
export const guarded = new Set([...Object.values(asked).flat(), ...Object.keys(spare)]);
