/** Names that Excel and file systems take. */
import { shorten } from './text.ts';

const longestSheetName = 31;

/** Makes names of sheets from titles: legal, not empty, and different from each other. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const title of titles) {
    const legal = trimmed(clean(title.replace(/[[\]:*?/\\]/g, ' ')));
    // "History" is Excel's own.
    const base = /^(history)?$/i.test(legal) ? `${legal} 1`.trim() : legal;
    let name = fit(base, '');
    for (let number = 2; names.some((other) => same(other, name)); number++)
      name = fit(base, ` ${number}`);
    names.push(name);
  }
  return names;
}

/** Without the apostrophes and spaces around it. */
function trimmed(text: string): string {
  // By hand: a pattern for the end would be tried from each apostrophe of a long row on.
  let end = text.length;
  while (end > 0 && "' ".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[' ]+/, '');
}

function fit(base: string, suffix: string): string {
  // A name may not end with an apostrophe, nor after being cut.
  return shorten(base, longestSheetName - suffix.length).replace(/'(?=…?$)/, '’') + suffix;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

const longestFileName = 100;

/**
 * `Patienter med demens 2026-11-24.xlsx`: a file name for every system, without a path. Not hidden (a leading dot),
 * no device's (`CON.a.csv` is the console to Windows), and short enough in whatever script it is written.
 */
export function exportFileName(title: string, date: string, extension: 'csv' | 'xlsx'): string {
  const legal = clean(title.replace(/[<>:"/\\|?*]/g, ' ')).replace(/^[. ]+/, '');
  const own = device.test(legal) ? `_${legal}` : legal;
  return `${`${shortName(own)} ${date}`.trim()}.${extension}`;
}

/** What Windows takes for a device, whatever comes behind the first full stop. */
const device = /^(con|prn|aux|nul|con(in|out)\$|(com|lpt)[\d¹²³])\s*(\.|$)/i;

/** Shortened to what a file system holds: most count bytes, and a letter is up to three. */
function shortName(name: string): string {
  const { length } = new TextEncoder().encode(name);
  if (length <= mostBytes) return shorten(name, longestFileName);
  return shorten(name, Math.min(longestFileName, Math.floor(mostBytes / 3)));
}

/** Of 255 that Linux and Android allow a name, with room for date, extension and a browser's ` (1)`. */
const mostBytes = 200;

/** Visible characters only, white space folded. */
function clean(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim();
}
