/**
 * Types for the tags in templates of each framework, wrappers for React 18, and what editors read, all made from the
 * custom-elements manifest.
 *
 * The types are our own work: the generators of custom-element-*-integration (1.x) write an event's type twice
 * (`CustomEvent<CustomEvent<…>>`), import neither the details nor `JSX`, and bind Svelte's properties by `bind:`; those of
 * @wc-toolkit/jsx-types know no attributes of React's own (`aria-*`, `data-*`, `onClick`), and no prefix. What editors
 * read is made by the tools for it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { frameworkTypes } from './frameworks.mjs';
import { reactWrappers } from './react-wrappers.mjs';
import { neutralTypes } from './neutral.mjs';

/** Entries that register elements which `define` does not, by the folder of their types. */
const apart = { conformance: 'conformance-element', editor: 'editor', report: 'report-element' };

/** Writes all of it into a folder that holds the manifest. */
export function writeTagTypes(folder) {
  const manifest = JSON.parse(readFileSync(`${folder}/custom-elements.json`, 'utf8'));
  const all = manifest.modules.flatMap(({ declarations }) => declarations);
  const registered = namesOf(manifest, 'dist/define.js');
  const tags = all.filter(({ tagName }) => registered.includes(tagName));
  mkdirSync(`${folder}/types`, { recursive: true });
  mkdirSync(`${folder}/react`, { recursive: true });
  const write = (file, text) => writeFileSync(`${folder}/${file}`, text);

  writeTypes('', tags, '../index.js', write);
  // What an entry of its own registers is known to whoever imports types of its own.
  for (const [name, entry] of Object.entries(apart)) {
    const own = namesOf(manifest, `dist/${entry}.js`);
    mkdirSync(`${folder}/types/${name}`, { recursive: true });
    const declared = all.filter(({ tagName }) => own.includes(tagName));
    writeTypes(`${name}/`, declared, `../../${entry}.js`, write);
  }
  for (const [file, text] of Object.entries(reactWrappers(tags))) write(file, text);
  writeEditorData(manifest, write);
}

/** The tags that an entry registers. */
function namesOf({ modules }, entry) {
  const { exports } = modules.find(({ path }) => path === entry);
  return exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name);
}

/** Types of no framework, and of each, in a folder of `types`. */
function writeTypes(folder, tags, source, write) {
  const files = { tags: neutralTypes(tags, source), ...frameworkTypes(folder) };
  for (const [name, text] of Object.entries(files)) {
    write(`types/${folder}${name}.d.ts`, text);
    // Types are imported for what they add: a bundler that follows the import finds nothing.
    write(`types/${folder}${name}.js`, 'export {};\n');
  }
}

/** For VS Code (`html.customData`, `css.customData`) and for JetBrains (`web-types` of package.json). */
function writeEditorData(manifest, write) {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
  // Those have places of their own; over a tag they would hide what is read first.
  const told = { hideCssPropertiesDocs: true, hideCssPartsDocs: true };
  const copy = () => structuredClone(manifest);
  write('vscode.html-custom-data.json', json(JSON.parse(getVsCodeHtmlCustomData(copy(), told))));
  const css = JSON.parse(getVsCodeCssCustomData(copy(), {}));
  // What several elements have is told once.
  for (const kind of ['properties', 'pseudoElements'])
    css[kind] = [...new Map(css[kind].map((each) => [each.name, each])).values()];
  write('vscode.css-custom-data.json', json(css));
  const webTypes = JSON.parse(getWebTypesData(copy(), told));
  write('web-types.json', json({ ...webTypes, name, version }));
}
