/**
 * The docs' pages (`stories/docs`) as plain Markdown in `dist/docs`, for whoever has the package alone: links go from
 * file to file, and what MDX puts in when it is shown stands there.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { runnerImport } from 'vite';

const folder = 'stories/docs';

/** Writes all pages, and `index.md` that lists them. */
export async function writeDocs(to) {
  const { module } = await runnerImport('./.tools/record-tables.ts', { configFile: false });
  const pages = [
    ...globSync(`${folder}/**/*.mdx`)
      .sort()
      .map((path) => pageOf(path.replaceAll('\\', '/'), readFileSync(path, 'utf8'))),
    // In the storybook each rule has its cases below it.
    {
      file: 'semantics.md',
      title: 'Overblik/Semantics',
      text: readFileSync(`${folder}/semantics.md`, 'utf8'),
    },
    {
      ...pageOf(`${folder}/record-tables.mdx`, module.pageText()),
      title: 'Overblik/Tables of the semantics',
    },
  ];
  const files = new Map(pages.map(({ title, file }) => [idOf(title), file]));
  for (const { file, text } of pages) write(join(to, file), linked(text, file, files));
  const lines = pages.map(
    ({ title, file }) => `- [${title.split('/').slice(1).join(': ')}](${file})`,
  );
  write(join(to, 'index.md'), `# Overblik: documentation\n\n${lines.sort().join('\n')}\n`);
}

/** A page of MDX as Markdown; links are still those of the storybook. */
function pageOf(path, source) {
  const title = /<Meta title="([^"]+)" \/>/.exec(source)?.[1] ?? path;
  const imports = new Map(
    [...source.matchAll(/^import (\w+) from '([^']+)';$/gm)].map(([, name, from]) => [
      name,
      join(dirname(path), from.replace(/\?raw$/, '')),
    ]),
  );
  const sizes = JSON.parse(readFileSync('package.json', 'utf8'))['size-limit'];
  const text = outsideCode(source, (part) =>
    part
      .replace(/^import .*;\n/gm, '')
      .replace(/^export const [\s\S]*?;\n/gm, '')
      .replace(/<Meta .*\/>\n/, '')
      .replace(/\{\/\*[\s\S]*?\*\/\}\n?/g, '')
      .replace(/\{kB\['([^']+)'\]\}/g, (_, name) => sizeOf(sizes, name))
      .replace(/<Markdown>\{(\w+)[^<]*<\/Markdown>/g, (_, name) =>
        readFileSync(imports.get(name), 'utf8'),
      )
      .replace(
        /<img\s+src=\{(\w+)\}\s+alt="([^"]*)"\s*\/>/g,
        (_, name, words) => `![${words}](${relative('dist/docs', imports.get(name))})`,
      ),
  );
  return {
    title,
    file: relative(folder, path).replace(/\.mdx$/, '.md'),
    // Tests read what follows a block's language.
    text: text.trimStart().replaceAll(/^(```\w+) .*$/gm, '$1'),
  };
}

function sizeOf(sizes, name) {
  const found = sizes.find((each) => each.name === name);
  if (!found) throw new Error(`package.json has no size of ${name}.`);
  return found.limit.replace(' kB', '');
}

/** Links of the storybook as links between files; those to its stories as their words. */
function linked(text, file, files) {
  return outsideCode(text, (part) =>
    part
      .replace(
        /\[([^\]]+)\]\(\?path=\/docs\/([\w-]+)--docs(#[^)]*)?\)/g,
        (_, words, id, anchor = '') => {
          const target = files.get(id);
          // The journey over the docs tells of a page that is not there.
          return target ? `[${words}](${relative(dirname(file), target)}${anchor})` : words;
        },
      )
      .replace(/\[([^\]]+)\]\(\?path=\/story\/[^)]*\)/g, '$1'),
  );
}

/** Changes what stands outside of fenced code. */
function outsideCode(text, change) {
  return text
    .split(/^(```[\s\S]*?^```$)/m)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('');
}

/** A page's id in the storybook, by its title. */
function idOf(title) {
  return title
    .toLowerCase()
    .replace(/[^a-zæøå0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
