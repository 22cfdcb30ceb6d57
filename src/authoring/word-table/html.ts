/** A small reader of HTML for where there is no `DOMParser`: as forgiving as pasted tables need. */
import type { MarkupNode } from './markup.ts';

class Element implements MarkupNode {
  readonly nodeValue = null;
  readonly childNodes: MarkupNode[] = [];

  constructor(
    readonly nodeName: string,
    readonly attributes: string,
  ) {}

  getAttribute(name: string): string | null {
    const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu');
    const [, double, single, bare] = found.exec(this.attributes) ?? [];
    return double ?? single ?? bare ?? null;
  }
}

const text = (nodeValue: string): MarkupNode => ({ nodeName: '#text', nodeValue, childNodes: [] });

const empty = new Set(['BR', 'HR', 'IMG', 'INPUT', 'META', 'LINK', 'COL', 'WBR', 'BASE', 'AREA']);
/** What is in them is no markup. */
const raw = new Set(['SCRIPT', 'STYLE', 'TITLE', 'TEXTAREA', 'XMP']);
/** What a new one ends of those that are open, back to the first of the bounds. */
const ends: Readonly<
  Record<string, readonly [ended: readonly string[], bounds: readonly string[]]>
> = {
  P: [['P'], ['TD', 'TH', 'LI', 'DIV', 'TABLE']],
  LI: [['LI'], ['UL', 'OL', 'TABLE']],
  TD: [
    ['TD', 'TH'],
    ['TR', 'TABLE'],
  ],
  TH: [
    ['TD', 'TH'],
    ['TR', 'TABLE'],
  ],
  TR: [['TR'], ['TABLE']],
  TBODY: [['TBODY', 'THEAD', 'TFOOT'], ['TABLE']],
  TFOOT: [['TBODY', 'THEAD', 'TFOOT'], ['TABLE']],
};
/** So many are opened within each other; those further in stand beside each other. */
const deepest = 200;

/** Reads a document. It never throws: what it does not know is passed over. */
export function readHtml(html: string): MarkupNode {
  const root = new Element('BODY', '');
  const open: Element[] = [root];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const until = next < 0 ? html.length : next;
    if (until > at) open.at(-1)!.childNodes.push(text(decoded(html.slice(at, until))));
    if (next < 0) break;
    at = readTag(html, next, open);
  }
  return root;
}

/** Reads what begins with `<`; answers where it ends. */
function readTag(html: string, start: number, open: Element[]): number {
  const after = (closing: string, from = start) => {
    const found = html.indexOf(closing, from);
    return found < 0 ? html.length : found + closing.length;
  };
  if (html.startsWith('<!--', start)) return after('-->', start + 4);
  if (/[!?]/u.test(html[start + 1] ?? '')) return after('>');
  const tag = /^<(\/?)([a-z][a-z\d:-]{0,40})/iu.exec(html.slice(start, start + 50));
  if (!tag) {
    open.at(-1)!.childNodes.push(text('<'));
    return start + 1;
  }
  const [whole, slash, given] = tag as unknown as readonly [string, string, string];
  const name = given.toUpperCase();
  const end = after('>');
  if (slash === '/') close(name, open);
  else {
    const element = new Element(name, html.slice(start + whole.length, end - 1));
    const [ended = [], bounds = []] = ends[name] ?? [];
    const last = open.findLastIndex(({ nodeName }) => [...ended, ...bounds].includes(nodeName));
    if (last > 0 && ended.includes(open[last]!.nodeName)) open.length = last;
    open.at(-1)!.childNodes.push(element);
    if (raw.has(name)) return closingOf(html, name, end);
    if (!empty.has(name) && open.length < deepest) open.push(element);
  }
  return end;
}

function closingOf(html: string, name: string, from: number): number {
  const found = new RegExp(`</${name}`, 'iu').exec(html.slice(from));
  return found ? from + found.index : html.length;
}

/** Within a cell no end of anything around its table counts. */
function close(name: string, open: Element[]): void {
  const found = open.findLastIndex(({ nodeName }) => nodeName === name || nodeName === 'TABLE');
  if (found > 0 && open[found]!.nodeName === name) open.length = found;
}

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', middot: '·', bull: '•' },
  ...{ ndash: '–', mdash: '—', le: '≤', ge: '≥', aelig: 'æ', oslash: 'ø', aring: 'å' },
  ...{ AElig: 'Æ', Oslash: 'Ø', Aring: 'Å', eacute: 'é', uuml: 'ü', ouml: 'ö', auml: 'ä' },
  ...{ laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', rsquo: '’', hellip: '…', shy: '' },
};

function decoded(given: string): string {
  return given.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,10}));?/giu, (whole, ...parts) => {
    const [decimal, hex, name] = parts as readonly (string | undefined)[];
    if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
}
