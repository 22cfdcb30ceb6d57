/** Texts inside XML, as spreadsheets read it. */

/** Anything that cannot stand as it is; most texts hold none of it. */
const special = /[&<>"_\0-\x1f\x7f\ufffe\uffff]/;
const illegal = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;

/**
 * The text without what XML cannot hold: control characters are dropped, a line ends in one way. Half a
 * surrogate pair becomes U+FFFD on its way to UTF-8.
 */
export function legalText(text: string): string {
  return special.test(text) ? text.replace(/\r\n?/g, '\n').replace(illegal, '') : text;
}

/** A legal text, escaped for an element or an attribute. `_x0041_` is an "A" to Excel, unless it is told. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}
