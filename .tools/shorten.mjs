/** What a minifier does not do: Vite plugins that shorten style sheets and templates, and order modules. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as esbuild from 'esbuild';

const sheets = /\bcss`([^`$]*)`/g;

/** How the one file is written out. Vite alone would keep the white space of ES libraries. */
export const packed = {
  codeSplitting: false,
  comments: false,
  minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
};

/** The elements' style sheets, as CSS. */
export function shorterStyles() {
  return {
    name: 'shorter-styles',
    async transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('css`')) return null;
      const short = new Map();
      for (const [whole, sheet] of code.matchAll(sheets)) {
        const { code: css } = await esbuild.transform(sheet, { loader: 'css', minify: true });
        short.set(whole, `css\`${css.trim().replaceAll('\\', '\\\\')}\``);
      }
      return { code: code.replace(sheets, (whole) => short.get(whole)), map: null };
    },
  };
}

/** Line breaks and indents of templates: one space each, as a browser shows them; none before a tag's end. */
export function shorterTemplates() {
  return {
    name: 'shorter-templates',
    enforce: 'post',
    transform(code, id) {
      if (!id.endsWith('.ts') || !/\b(html|svg)`/.test(code)) return null;
      let short = '';
      let done = 0;
      for (const { start, end } of textsOf(this.parse(code))) {
        const text = code.slice(start, end).replace(/\s*\n\s*>/g, '>');
        short += code.slice(done, start) + text.replace(/\s*\n\s*/g, ' ');
        done = end;
      }
      return { code: short + code.slice(done), map: null };
    },
  };
}

/**
 * The order of the modules. A packer looks back 32 kB and no further: where what is alike stands together, it
 * finds more to share. The entry names all modules before it does anything else, in the order that `order.mjs`
 * has found; a module that came later stands after the last one of its room.
 */
export function alikeTogether(entry) {
  const found = readFileSync(new URL('order.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const roomOf = (file) => file.slice(0, file.lastIndexOf('/') + 1);
  const placeOf = (file) => {
    const place = found.indexOf(file);
    return place >= 0 ? place : found.findLastIndex((each) => roomOf(each) === roomOf(file)) + 0.5;
  };
  return {
    name: 'alike-together',
    transform(code, id) {
      if (!id.endsWith(`/${entry}`)) return null;
      const files = readdirSync(dirname(id), { recursive: true })
        .map((file) => file.replaceAll('\\', '/'))
        // What is not in the one file would come in by its name.
        .filter((file) =>
          /^(profile|record|adapter|engine|export|model|ui|elements)\/.*\.ts$/.test(file),
        )
        .filter((file) => !/\/(sql|index|types|json-schema)\b/.test(file))
        .sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
      return { code: files.map((file) => `import './${file}';`).join('\n') + code, map: null };
    },
  };
}

/** The texts between the bindings of every lit template, in their order. */
function textsOf(tree) {
  const texts = [];
  const visit = (node) => {
    if (node?.type === 'TaggedTemplateExpression' && /^(html|svg)$/.test(node.tag.name))
      texts.push(...node.quasi.quasis);
    if (typeof node === 'object' && node !== null) Object.values(node).forEach(visit);
  };
  visit(tree);
  return texts.sort((a, b) => a.start - b.start);
}
