/** What a minifier does not do: Vite plugins that shorten style sheets and templates, and order modules. */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import * as esbuild from 'esbuild';

const sheets = /\bcss`([^`$]*)`/g;

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
 * finds more to share. The entry names all modules in this order before it does anything else.
 */
export function alikeTogether(entry) {
  const kinds = [
    /^(elements|ui)\/.*(styles|theme|controls)/,
    /^ui\/texts/,
    /^model\/words/,
    /^profile\/(describe|errors)/,
    ...['profile', 'record', 'adapter', 'engine', 'model', 'ui', 'elements'].map(
      (room) => new RegExp(`^${room}/`),
    ),
  ];
  const kindOf = (file) => kinds.findIndex((kind) => kind.test(file));
  return {
    name: 'alike-together',
    transform(code, id) {
      if (!id.endsWith(`/${entry}`)) return null;
      const files = readdirSync(dirname(id), { recursive: true })
        .map((file) => file.replaceAll('\\', '/'))
        // What is not in the one file would come in by its name.
        .filter((file) => file.endsWith('.ts') && kindOf(file) >= 0)
        .filter((file) => !/\/(sql|index|types|jsonschema)\b/.test(file))
        .sort((a, b) => kindOf(a) - kindOf(b) || (a < b ? -1 : 1));
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
