/**
 * The fenced snippets of the documentation, and what each says of how it is tried. The info string of a fence begins
 * with its language; what follows is not drawn:
 *
 * - `run`: runs in Node as it stands, in its page's folder; `exit=1` is the exit code that a shell ends with;
 * - `page`: an HTML page that is opened in Chromium; `page=index.html`: a script that stands in that page;
 * - `fragment`, `fragment=NAME`: a part of something, checked by its types within a set-up (`setups.ts`);
 * - `file=NAME`: is written under that name into its page's folder first, where others use it;
 * - `profile`, `package`, `records`, `description`, `clinic` (the last two in one): JSON of that kind;
 * - `output`: what the snippet before it writes, word for word;
 * - `check`: shell whose commands are looked up, not run;
 * - `by=FILE`: is run by that test, which reads the page;
 * - `notrun`: the page says in words that it is not run.
 */
import { readFileSync } from 'node:fs';
import { filesIn } from '../files.ts';

export interface Snippet {
  /** The page, as a path in the repository. */
  readonly page: string;
  /** Of the fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** What is said of it: `run`, or `file` with its value. */
  readonly says: ReadonlyMap<string, string>;
  /** The text of its section, from the heading above it to the next. */
  readonly section: string;
}

/** The pages whose snippets are tried. */
const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'src/share/README.md',
  'src/engine/sql/README.md',
  ...filesIn('stories/docs').filter((file) => /\.mdx?$/.test(file)),
];

export const snippets: readonly Snippet[] = pages.flatMap((page) =>
  snippetsIn(page, readFileSync(page, 'utf8')),
);

export function snippetsIn(page: string, text: string): readonly Snippet[] {
  const lines = text.split('\n');
  const found: Snippet[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', fence, info = ''] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[at]!) ?? [];
    if (!fence) continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
    if (end < 0) throw new Error(`${page}:${at + 1}: the fence is never closed.`);
    const [language = '', ...words] = info.trim().split(/\s+/);
    found.push({
      page,
      line: at + 1,
      language,
      code: lines
        .slice(at + 1, end)
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
        .join('\n'),
      says: new Map(
        words.map((word) => {
          const [name = '', ...value] = word.split('=');
          return [name, value.join('=')];
        }),
      ),
      section: sectionAround(lines, at),
    });
    at = end;
  }
  return found;
}

function sectionAround(lines: readonly string[], at: number): string {
  const isHeading = (line: string) => /^#{1,6} /.test(line);
  let from = at;
  while (from > 0 && !isHeading(lines[from]!)) from--;
  let to = at + 1;
  while (to < lines.length && !isHeading(lines[to]!)) to++;
  return lines.slice(from, to).join('\n');
}

/** As a snippet is named in a test. */
export function nameOf({ page, line, language }: Snippet): string {
  return `${page}:${line} (${language})`;
}

/** The folder of a page, where its files are written and its snippets run. */
export function folderOf({ page }: Snippet): string {
  return `.build/docs-run/${page.replace(/\.mdx?$/, '').replaceAll('/', '-')}`;
}
