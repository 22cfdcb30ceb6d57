/**
 * What of the analyzer's findings a host uses: the elements, with what each takes, tells and lets be themed, and
 * the entries that register them. All else (base classes, controllers, parts of drawings) is nobody's business.
 */
import { readFileSync } from 'node:fs';

/** The entries that register elements, by their own name. */
const entries = {
  index: {
    exports: ['workspace', 'population', 'cockpit', 'marker', 'profile', 'grid'],
    registers: [],
  },
  define: {
    exports: ['workspace', 'population', 'cockpit', 'marker', 'profile', 'grid'],
    registers: ['workspace', 'population', 'cockpit', 'marker', 'profile', 'grid'],
  },
  workspace: {
    exports: ['workspace'],
    registers: ['workspace', 'population', 'grid', 'cockpit', 'marker'],
  },
  population: { exports: ['population'], registers: ['population', 'grid'] },
  cockpit: { exports: ['cockpit'], registers: ['cockpit'] },
  marker: { exports: ['marker'], registers: ['marker'] },
  'conformance-element': { exports: ['conformance'], registers: ['conformance'] },
  editor: { exports: ['profile-editor', 'archive'], registers: ['profile-editor', 'archive'] },
  'report-element': { exports: ['report'], registers: ['report'] },
  viewer: { exports: ['profile'], registers: ['profile'] },
};

/** Rewrites the manifest in its place: paths as they are published, relative to the package. */
export function publicFace({ customElementsManifest: manifest }) {
  const tokens = themeTokens();
  const places = new Map();
  const modules = [];
  for (const { path, declarations = [] } of manifest.modules)
    for (const declaration of declarations.filter(({ tagName }) => tagName)) {
      const published = `dist/${path.replace(/^src\//, '').replace(/\.ts$/, '.js')}`;
      const place = { name: declaration.name, module: published };
      places.set(declaration.tagName.replace('overblik-', ''), place);
      modules.push({
        kind: 'javascript-module',
        path: published,
        declarations: [publicDeclaration(declaration, tokens)],
        exports: [{ kind: 'js', name: declaration.name, declaration: place }],
      });
    }
  const byTag = Object.fromEntries(
    modules.flatMap(({ declarations }) => declarations.map((each) => [each.tagName, each])),
  );
  exportParts(byTag);
  for (const [entry, { exports, registers }] of Object.entries(entries))
    modules.push({
      kind: 'javascript-module',
      path: `dist/${entry}.js`,
      declarations: [],
      exports: [
        ...exports.map((name) => places.get(name)).map(asExport),
        ...registers.map((name) => ({
          kind: 'custom-element-definition',
          name: `overblik-${name}`,
          declaration: places.get(name),
        })),
      ],
    });
  manifest.modules = modules;
  delete manifest.readme;
}

function asExport(declaration) {
  return { kind: 'js', name: declaration.name, declaration };
}

function publicDeclaration(declaration, tokens) {
  const {
    kind,
    name,
    tagName,
    description,
    events,
    slots,
    cssParts,
    cssProperties = [],
  } = declaration;
  const own = new Set(cssProperties.map((each) => each.name));
  return {
    ...plain({ name, kind, tagName, customElement: true, description }),
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: (declaration.attributes ?? []).map(plain).sort(byName),
    members: (declaration.members ?? []).filter(({ privacy }) => !privacy).map(plain),
    ...(events && { events: events.map(plain) }),
    ...(slots && { slots }),
    ...(cssParts && { cssParts }),
    cssProperties: [...cssProperties, ...tokens.filter((each) => !own.has(each.name))],
  };
}

/** Without where it was inherited from, which is no part of what a host sees, and in one line of prose a paragraph. */
function plain({ name, inheritedFrom: _, privacy: __, resolveInitializer: ___, ...rest }) {
  const words = rest.description?.replace(/(?<!\n)\n(?!\n)/g, ' ');
  return { name, ...rest, ...(words && { description: words }) };
}

/** An element's parts reach as far as the element around it hands them on, by the name that it gives them. */
function exportParts(byTag) {
  const workspace = byTag['overblik-workspace'];
  const inner = ['population', 'cockpit'].flatMap((name) =>
    byTag[`overblik-${name}`].cssParts.map((part) => ({
      name: `${name}-${part.name}`,
      description: part.description,
    })),
  );
  workspace.cssParts = [...workspace.cssParts, ...inner];
}

/**
 * The tokens that all elements read, with what `theme` says of them, and takes where the host says nothing.
 */
export function themeTokens(source = readFileSync('src/ui/theme.ts', 'utf8')) {
  return [
    ...source.matchAll(/^ \* @cssprop (--overblik-[\w-]+) - ([^@]+?)(?=\n \* @|\n \*\/)/gm),
  ].map(([, name, description]) => ({
    name,
    description: description.replace(/\s*\n \*\s*/g, ' '),
    default: defaultOf(name, source),
  }));
}

/** What stands where the host says nothing: `light-dark(#ffffff, #171d24)`. */
function defaultOf(name, source) {
  const fallback = source.indexOf(`(${name},`) >= 0 ? `(${name},` : `(\n      ${name},`;
  const own = `${name.replace('--overblik-', '--o-')}:`;
  const at = source.indexOf(fallback);
  const start = at >= 0 ? at + fallback.length : source.indexOf(own) + own.length;
  let depth = 0;
  let end = start;
  for (; depth >= 0 && source[end] !== ';'; end += 1) {
    if (source[end] === '(') depth += 1;
    if (source[end] === ')') depth -= 1;
  }
  const value = source.slice(start, depth < 0 ? end - 1 : end).replace(/\s+/g, ' ');
  // What is worked out from another token falls back as that does.
  return value.replace(/var\(--o-[\w-]+, ([^()]+)\)/g, '$1').trim();
}

function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}
