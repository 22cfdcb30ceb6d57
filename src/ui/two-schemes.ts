/** The theme's two sets of colours, for a browser without `light-dark()`: Chromium before 123, Safari before 17.5. */

/** Whether the browser itself chooses between light and dark. */
export function hasLightDark(): boolean {
  return CSS.supports('color', 'light-dark(#000, #fff)');
}

/** Rules with their light colours in the place of both. */
export function inLight(css: string): string {
  return inScheme(css, 0);
}

/** What is other in dark, of the element itself. Paper is light. */
export function darkOver(css: string): string {
  const declarations = css.match(/--[\w-]+:[^;{}]*light-dark\([^;{}]*;/g) ?? [];
  return `@media screen{:host{${declarations.map((each) => inScheme(each, 1)).join('')}}}`;
}

const call = 'light-dark(';

/** @param place Of the colour in `light-dark()`: 0 for light, 1 for dark. */
function inScheme(css: string, place: 0 | 1): string {
  let text = '';
  let from = 0;
  for (let at = css.indexOf(call); at >= 0; at = css.indexOf(call, from)) {
    const [colours, end] = argumentsAt(css, at + call.length);
    text += css.slice(from, at) + inScheme(colours[place] ?? '', place);
    from = end;
  }
  return text + css.slice(from);
}

/** What stands between the commas of a call, and where the text goes on behind it. */
function argumentsAt(css: string, from: number): [given: readonly string[], end: number] {
  const given: string[] = [];
  let depth = 0;
  let begin = from;
  for (let at = from; at < css.length; at++) {
    const sign = css[at];
    if (sign === '(') depth++;
    if (depth === 0 && (sign === ',' || sign === ')')) {
      given.push(css.slice(begin, at).trim());
      begin = at + 1;
    }
    if (sign === ')' && depth-- === 0) return [given, at + 1];
  }
  return [given, css.length];
}
