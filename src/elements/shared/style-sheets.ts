import { CSSResult, type CSSResultOrNative } from 'lit';
import { hasLightDark, inLight } from '../../ui/two-schemes.ts';

/** What each shadow tree was given, to be given it again in another document. */
const given = new WeakMap<ShadowRoot, CSSResult[]>();
const made = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/**
 * Adds style sheets to a shadow tree, each once. A sheet belongs to one document: an element in a frame or a second window is
 * given sheets of that document's own.
 */
export function addStyles(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const known = given.get(root) ?? [];
  const results = styles
    .filter((each) => each instanceof CSSResult)
    .filter((each) => !known.includes(each));
  given.set(root, [...known, ...results]);
  const { ownerDocument } = root;
  if (!showsAnything(ownerDocument)) return;
  root.adoptedStyleSheets.push(...results.map((each) => sheetIn(ownerDocument, each)));
}

/** Gives a shadow tree its style sheets again, which it loses on its way into another document. */
export function renewStyles(root: ShadowRoot): void {
  const { ownerDocument } = root;
  if (!showsAnything(ownerDocument)) return;
  root.adoptedStyleSheets = (given.get(root) ?? []).map((each) => sheetIn(ownerDocument, each));
}

/** Whether a document has a window; one whose frame was taken away has none. */
export function showsAnything({ defaultView }: Document): boolean {
  return defaultView !== null;
}

/** Makes a style sheet that the trees of a document may adopt, which shows something. */
export function newSheet({ defaultView }: Document): CSSStyleSheet {
  return new defaultView!.CSSStyleSheet();
}

function sheetIn(page: Document, result: CSSResult): CSSStyleSheet {
  let sheets = made.get(page);
  if (!sheets) made.set(page, (sheets = new Map<CSSResult, CSSStyleSheet>()));
  let sheet = sheets.get(result);
  if (!sheet) {
    sheet = newSheet(page);
    const text = inReadableSize(result.cssText, page);
    sheet.replaceSync(hasLightDark() ? text : inLight(text));
    sheets.set(result, sheet);
  }
  return sheet;
}

/** Root font sizes below this are no wish for small text, but a way to count: `html { font-size: 62.5% }`. */
const leastRoot = 14;
/** The root font size that the elements are drawn for, in pixels. */
const usualRoot = 16;

/**
 * The rules with every `rem` as large as it is meant. On a page whose root font size is only a unit to count in, one
 * `rem` would be 10 pixels: texts of 8.75, and two columns where there is room for one.
 */
function inReadableSize(css: string, page: Document): string {
  const root = parseFloat(page.defaultView!.getComputedStyle(page.documentElement).fontSize);
  if (!(root > 0 && root < leastRoot)) return css;
  const scale = usualRoot / root;
  return css.replace(/(\d*\.?\d+)rem\b/g, (_, length: string) => `${Number(length) * scale}rem`);
}
