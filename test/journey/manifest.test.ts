/** The custom-elements manifest says what the package has: nothing that is not there, and all that a host uses. */
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { themingTables } from '../../.tools/theming.mjs';
import { filesIn } from '../files.ts';
import { manifest, tag, tags } from '../manifest.ts';
import { serveWithBrowser, workedJournal } from './browser.ts';

const site = serveWithBrowser('dist');
const sources = filesIn('src')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const typesOf = (path: string) => path.replace(/\.js$/, '.d.ts');
/** Types of tags: of those of `overblik/define`, and of the one that an entry of its own registers. */
const typed = [
  'dist/types/',
  'dist/types/conformance/',
  'dist/types/editor/',
  'dist/types/report/',
];
/** For templates of each framework; the frameworks themselves are asked in `test/tags`. */
const templates = ['react', 'preact', 'solid', 'svelte', 'vue'].flatMap((name) =>
  typed.map((folder) => `${folder}${name}.d.ts`),
);
const types = ts.createProgram(
  [
    ...manifest.modules.map(({ path }) => typesOf(path)),
    ...[...typed.map((folder) => `${folder}tags.d.ts`), 'dist/react.d.ts', ...templates],
  ],
  {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    strict: true,
  },
);
const checker = types.getTypeChecker();

/** What a built module exports, by its name. */
function exportsOf(path: string): ReadonlyMap<string, ts.Symbol> {
  const symbol = checker.getSymbolAtLocation(types.getSourceFile(typesOf(path))!);
  return new Map(checker.getExportsOfModule(symbol!).map((each) => [each.name, each]));
}

/** All texts of the source in the place of `(…)`. */
function foundIn(pattern: RegExp, of = (_file: string) => true): readonly string[] {
  const found = sources
    .filter(({ file }) => of(file))
    .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(found)].sort();
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort();

describe('what it names is there', () => {
  it('the elements, and no more', () => {
    expect(sorted(tags.map(({ tagName }) => tagName))).toEqual(
      [
        'archive',
        'cockpit',
        'conformance',
        'grid',
        'marker',
        'population',
        'profile',
        'profile-editor',
        'report',
        'workspace',
      ].map((name) => `overblik-${name}`),
    );
  });

  it('the entries that register them: the conformance kit has one of its own', () => {
    const registering = manifest.modules
      .filter(({ exports }) => exports.some(({ name }) => name === 'overblik-conformance'))
      .map(({ path }) => path);
    expect(registering).toEqual(['dist/conformance-element.js']);
  });

  it.each(manifest.modules.map(({ path, exports }) => ({ path, exports })))(
    '$path, and what it exports',
    ({ path, exports }) => {
      expect(existsSync(path)).toBe(true);
      const found = exportsOf(path);
      for (const { kind, name, declaration } of exports) {
        if (kind === 'js') expect([...found.keys()]).toContain(name);
        const declared = manifest.modules.find((each) => each.path === declaration.module);
        expect(declared?.declarations.map((each) => each.name)).toContain(declaration.name);
      }
    },
  );

  it.each(tags)('each public member of <$tagName>, and no other', ({ name, members }) => {
    const path = manifest.modules.find((each) =>
      each.declarations.some((d) => d.name === name),
    )!.path;
    const instance = checker.getDeclaredTypeOfSymbol(exportsOf(path).get(name)!);
    const file = types.getSourceFile(typesOf(path))!;
    for (const member of members) {
      const property = instance.getProperty(member.name);
      expect(property, member.name).toBeDefined();
      const isRead = (property!.declarations ?? []).some(
        (each) =>
          ts.isGetAccessor(each) ||
          (ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Readonly) !== 0,
      );
      const isWritten = (property!.declarations ?? []).some(ts.isSetAccessor);
      expect(member.readonly ?? false, `${member.name} is read only`).toBe(isRead && !isWritten);
    }
    const own = instance
      .getProperties()
      .filter(({ declarations = [] }) =>
        declarations.some(
          (each) =>
            each.getSourceFile() === file &&
            (ts.getCombinedModifierFlags(each) &
              (ts.ModifierFlags.Protected | ts.ModifierFlags.Private)) ===
              0 &&
            !ts.getJSDocTags(each).some(({ tagName }) => tagName.text === 'internal'),
        ),
      )
      .map((each) => each.name)
      .filter((each) => !lifecycle.has(each) && !each.startsWith('#'));
    expect(members.map((each) => each.name)).toEqual(expect.arrayContaining(own));
  });

  it.each(tags)('the types that <$tagName> tells in its events', ({ events = [] }) => {
    const exported = new Map([
      ...exportsOf('dist/index.js'),
      ...exportsOf('dist/conformance-element.js'),
      ...exportsOf('dist/editor.js'),
      ...exportsOf('dist/report-element.js'),
    ]);
    for (const { name, type } of events) {
      const [, detail] = /^CustomEvent<(\w+)/.exec(type?.text ?? '') ?? [];
      expect([...exported.keys()], `${name}: ${type?.text}`).toContain(detail);
    }
  });
});

/** Called by the browser and by lit, never by a host. */
const lifecycle = new Set([
  ...['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'requestUpdate'],
  ...['performUpdate', 'willUpdate', 'updated', 'firstUpdated', 'render', 'getUpdateComplete'],
]);

/** Of elements that stand in a room of their own. */
const folders: Readonly<Record<string, string>> = {
  conformance: 'src/conformance/',
  archive: 'src/editor/archive/',
  'profile-editor': 'src/editor/',
  report: 'src/report-element/',
};

describe('what is there is named', () => {
  it('each event that a host hears, which is typed too', () => {
    const sent = foundIn(/emit\(\s*[^,'"]+,\s*'(overblik-[\w-]+)'/g);
    const told = sorted(tags.flatMap(({ events = [] }) => events.map(({ name }) => name))).filter(
      (name) => name.startsWith('overblik-'),
    );
    expect(told).toEqual(sent);
    const typed = foundIn(/^ {4}'(overblik-[\w-]+)': CustomEvent</gm);
    expect(typed).toEqual(sent);
  });

  it('each attribute that is looked at', async () => {
    const page = await site.browser.newPage();
    const address = `${site.url}manifest.html`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html>${[
          'overblik',
          'overblik-conformance',
          'overblik-editor',
          'overblik-report',
        ]
          .map((file) => `<script type="module" src="${file}.js"></script>`)
          .join('')}`,
      }),
    );
    await page.goto(address);
    for (const { tagName, attributes, members } of tags) {
      const observed = await page.evaluate(async (name) => {
        const element = await customElements.whenDefined(name);
        return (element as typeof HTMLElement & { observedAttributes: string[] })
          .observedAttributes;
      }, tagName);
      expect(sorted(attributes.map(({ name }) => name)), tagName).toEqual(
        sorted(['lang', ...observed]),
      );
      const byField = members.flatMap(({ attribute }) => attribute ?? []);
      expect(sorted(byField), tagName).toEqual(sorted(observed));
    }
    await page.close();
  });

  it('each custom property that is read, and those alone, in words and with what stands without', () => {
    const read = foundIn(/var\(\s*(--overblik-[\w-]+)/g);
    const told = tags.flatMap(({ cssProperties }) => cssProperties);
    expect(sorted(told.map(({ name }) => name))).toEqual(read);
    for (const { name, description, default: byDefault } of told) {
      expect(description, name).toMatch(/\.$/);
      expect(byDefault, name).toMatch(/^[^;{}]+$/);
    }
  });

  it.each([
    'workspace',
    'population',
    'cockpit',
    'marker',
    'profile',
    'grid',
    'conformance',
    'profile-editor',
    'archive',
    'report',
  ])('each part of the %s, and those alone', (name) => {
    const drawn = foundIn(
      /\bpart="([\w-]+)"/g,
      (file) =>
        file.startsWith(folders[name] ?? `src/elements/${name}/`) &&
        // The archive's folder is in the editor's room.
        !(name === 'profile-editor' && file.startsWith(folders['archive']!)),
    );
    // What all elements draw alike: notices, errors, and what stands in the place of all else.
    const shared = foundIn(/\bpart="([\w-]+)"/g, (file) => file.startsWith('src/elements/shared/'));
    const handedOn =
      { workspace: /^(population|cockpit)-/, population: /^(grid|chip)$/ }[name] ?? /^$/;
    const own = tag(name)
      .cssParts.map((part) => part.name)
      .filter((part) => !handedOn.test(part));
    expect(own).toEqual(expect.arrayContaining([...drawn]));
    expect([...drawn, ...shared]).toEqual(expect.arrayContaining(own));
  });
});

describe('the types of tags', () => {
  const elements = typed.map((folder) =>
    checker.getDeclaredTypeOfSymbol(exportsOf(`${folder}tags.js`).get('Elements')!),
  );
  /** Names of what an element takes or tells: its properties, its events. */
  const namesOf = (tag: string, of: string) => {
    const declared = elements.flatMap((each) => each.getProperty(tag) ?? []);
    expect(declared, `${tag} is typed once`).toHaveLength(1);
    const element = checker.getTypeOfSymbol(declared[0]!);
    return checker
      .getTypeOfSymbol(element.getProperty(of)!)
      .getProperties()
      .map(({ name }) => name);
  };

  it.each(tags)(
    'name what <$tagName> takes and tells',
    ({ tagName, members, events, attributes }) => {
      const name = tagName.replace('overblik-', '');
      const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
      expect(namesOf(name, 'properties')).toEqual(fields.map((each) => each.name));
      expect(namesOf(name, 'events')).toEqual(events!.map((each) => each.name));
      for (const attribute of namesOf(name, 'attributes'))
        expect(attributes.map((each) => each.name)).toContain(attribute);
    },
  );

  it('of no framework are without a fault, and those of each miss the framework alone', () => {
    for (const folder of typed) expect(faultsOf(`${folder}tags.d.ts`)).toEqual([]);
    for (const file of [...templates, 'dist/react.d.ts'])
      for (const fault of faultsOf(file))
        expect(fault).toMatch(/Cannot find module|module name in augmentation/);
  });

  function faultsOf(file: string): readonly string[] {
    const source = types.getSourceFile(file)!;
    return [...types.getSyntacticDiagnostics(source), ...types.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
  }
});

describe('what editors read', () => {
  interface Data {
    readonly version: number;
    readonly tags: readonly {
      readonly name: string;
      readonly attributes: readonly { readonly name: string }[];
    }[];
    readonly properties: readonly { readonly name: string }[];
    readonly pseudoElements: readonly { readonly name: string }[];
  }
  const read = (file: string) => JSON.parse(readFileSync(`dist/${file}.json`, 'utf8')) as Data;
  const namesIn = (all: readonly { readonly name: string }[]) =>
    sorted(all.map(({ name }) => name));

  it('VS Code knows each tag with its attributes, each custom property and each part', () => {
    const html = read('vscode.html-custom-data');
    expect(namesIn(html.tags)).toEqual(sorted(tags.map(({ tagName }) => tagName)));
    for (const { name, attributes } of html.tags)
      expect(namesIn(attributes)).toEqual(namesIn(tag(name.replace('overblik-', '')).attributes));
    const css = read('vscode.css-custom-data');
    expect(namesIn(css.properties)).toEqual(
      namesIn(tags.flatMap(({ cssProperties }) => cssProperties)),
    );
    expect(namesIn(css.pseudoElements)).toEqual(
      sorted(tags.flatMap(({ cssParts }) => cssParts.map(({ name }) => `::part(${name})`))),
    );
    expect(css.properties).toHaveLength(new Set(namesIn(css.properties)).size);
  });

  it('JetBrains finds them by package.json, under its name and version', () => {
    const {
      name,
      version,
      'web-types': file,
    } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
    const types = JSON.parse(readFileSync(file!, 'utf8')) as {
      readonly name: string;
      readonly version: string;
      readonly contributions: {
        readonly html: { readonly elements: readonly { readonly name: string }[] };
      };
    };
    expect(types).toMatchObject({ name, version });
    expect(namesIn(types.contributions.html.elements)).toEqual(
      sorted(tags.map(({ tagName }) => tagName)),
    );
  });
});

describe('the docs’ page on theming', () => {
  const page = readFileSync('stories/docs/theming.mdx', 'utf8');
  /** Rows of the table behind the line that names it, without its heads. */
  const rowsOf = (name: string) => {
    const [, table = ''] = page.split(`{/* ${name}: made by .tools/theming.mjs */}`);
    const lines = table
      .trim()
      .split(/\n(?!\|)/)[0]!
      .split('\n')
      .slice(2);
    return lines.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  };
  const tables = themingTables(manifest);

  it.each(['properties', 'parts'] as const)(
    'has all %s (else: node .tools/theming.mjs)',
    (name) => {
      expect(rowsOf(name)).toEqual(tables[name]);
    },
  );

  it('which are those of the source', () => {
    expect(sorted(rowsOf('properties').map(([name = '']) => name.replaceAll('`', '')))).toEqual(
      foundIn(/var\(\s*(--overblik-[\w-]+)/g),
    );
  });
});

describe('a page styles each part by ::part()', () => {
  const journal = workedJournal({ width: 1400, height: 900 }, 'file');
  /** Which trees within `<overblik-workspace>` a part is drawn in, from the workspace inwards. */
  const within: Readonly<Record<string, readonly string[]>> = {
    workspace: [],
    population: ['overblik-population'],
    cockpit: ['overblik-cockpit'],
    grid: ['overblik-population', 'overblik-grid'],
  };

  beforeAll(async () => {
    await journal.page.goto(`${journal.url}?profile=dk.demens&size=300&theme=light&fresh`);
    await journal.list.ready();
    await journal.list.cell(journal.list.row(0), 'Navn').then((cell) => cell.click());
    await journal.page.locator('overblik-cockpit').waitFor();
  });

  const styled = tags
    .filter(({ tagName }) => within[tagName.replace('overblik-', '')])
    .flatMap(({ tagName, cssParts }) => cssParts.map(({ name }) => ({ tagName, name })));

  it('of a workspace, of the list and the cockpit in it, and of the grid in that', async () => {
    const unreached: string[] = [];
    for (const { tagName, name } of styled) {
      const [, of, part = name] = /^(population|cockpit)-(.+)$/.exec(name) ?? [];
      const handedOn = tagName === 'overblik-workspace' ? of : undefined;
      const element = handedOn ?? tagName.replace('overblik-', '');
      const drawn = handedOn ? part : name;
      const isOfGrid = element === 'population' && ['grid', 'chip'].includes(drawn);
      const isReached = await journal.page.evaluate(
        ({ tags, host, name, drawn }) => {
          let tree = document.querySelector('overblik-workspace')!.shadowRoot!;
          for (const tag of tags) tree = tree.querySelector(tag)!.shadowRoot!;
          const probe = document.createElement('i');
          probe.part.add(drawn);
          tree.append(probe);
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`${host}::part(${name}) { outline-width: 7px; outline-style: solid }`);
          // A page styles what stands in it; what stands within a workspace is styled through the workspace.
          const root = host === 'overblik-workspace' ? document : hostOf(tree, host).getRootNode();
          const place = root as Document | ShadowRoot;
          place.adoptedStyleSheets.push(sheet);
          const { outlineWidth } = getComputedStyle(probe);
          place.adoptedStyleSheets.pop();
          probe.remove();
          return outlineWidth === '7px';

          function hostOf(tree: ShadowRoot, tag: string): Element {
            return tree.host.localName === tag
              ? tree.host
              : hostOf(tree.host.getRootNode() as ShadowRoot, tag);
          }
        },
        { tags: within[isOfGrid ? 'grid' : element]!, host: tagName, name, drawn },
      );
      if (!isReached) unreached.push(`${tagName}::part(${name})`);
    }
    expect(unreached).toEqual([]);
    expect(styled.length).toBeGreaterThan(60);
  });

  it('and what is drawn takes it: heads, markers and the foot of the cockpit, through the workspace', async () => {
    for (const [name, path] of [
      ['population-header', ['overblik-population', '[part=header]']],
      ['population-chip', ['overblik-population', 'overblik-grid', '[part=chip]']],
      ['cockpit-foot', ['overblik-cockpit', '[part=foot]']],
    ] as const) {
      const locator = journal.page.locator(['overblik-workspace', ...path].join(' ')).first();
      await locator.waitFor();
      await journal.page.evaluate((part) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`overblik-workspace::part(${part}) { letter-spacing: 3px }`);
        document.adoptedStyleSheets.push(sheet);
      }, name);
      expect(await locator.evaluate((element) => getComputedStyle(element).letterSpacing)).toBe(
        '3px',
      );
    }
  });
});
