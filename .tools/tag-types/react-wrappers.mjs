/**
 * Components for React 18, which by itself sets attributes alone and hears no custom events: a thin layer of @lit/react
 * over each element, in a module of its own, so that a page has those alone that it uses.
 */
import { shortName } from './neutral.mjs';

/** Files of the package, by their paths. */
export function reactWrappers(tags) {
  const all = tags.map((tag) => `export { ${tag.name} } from './react/${shortName(tag)}.js';\n`);
  const files = { 'react.js': all.join(''), 'react.d.ts': `${introduction}${all.join('')}` };
  for (const tag of tags) {
    files[`react/${shortName(tag)}.js`] = component(tag);
    files[`react/${shortName(tag)}.d.ts`] = types(tag);
  }
  return files;
}

const introduction = [
  '/**',
  " * Overblik's elements as components of React 18: properties by their names, events as `onProblem`. Needs `react` and",
  ' * `@lit/react`. React 19 needs none of it: `overblik/types/react`.',
  ' */\n',
].join('\n');

/** `overblik-open-journal` is heard by `onOpenJournal`, `grid-sort` by `onGridSort`. */
function listener({ name }) {
  const words = name.replace('overblik-', '').split('-');
  return `on${words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`;
}

/** The entries that are not called as the tag that they register. */
const entries = { profile: 'viewer' };

/** Registers the element and wraps it. The grid has no entry of its own: it comes with the list. */
function component(tag) {
  const name = shortName(tag);
  const source =
    name === 'grid'
      ? [
          "import { OverblikGrid as elementClass } from '../elements/grid/grid.js';",
          "import '../population.js';",
        ]
      : [`import { ${tag.name} as elementClass } from '../${entries[name] ?? name}.js';`];
  return `${[
    "import { createComponent } from '@lit/react';",
    "import * as react from 'react';",
    ...source,
    '',
    `export const ${tag.name} = createComponent({`,
    '  react,',
    '  elementClass,',
    `  tagName: '${tag.tagName}',`,
    `  displayName: '${tag.name}',`,
    '  events: {',
    ...tag.events.map((event) => `    ${listener(event)}: '${event.name}',`),
    '  },',
    '});',
  ].join('\n')}\n`;
}

function types(tag) {
  const own = `Elements['${shortName(tag)}']`;
  const heard = tag.events.map(
    (event) =>
      `  /** ${event.description} */\n  ${listener(event)}?: ((event: ${own}['events']['${event.name}']) => void) | undefined;`,
  );
  return `${[
    "import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';",
    "import type { Elements } from '../types/tags.js';",
    '',
    'interface Listeners {',
    ...heard,
    '}',
    '',
    `/** ${tag.description} */`,
    `export declare const ${tag.name}: ForwardRefExoticComponent<`,
    `  Omit<HTMLAttributes<${own}['element']>, keyof ${own}['properties'] | keyof Listeners> &`,
    `    ${own}['properties'] & Listeners & RefAttributes<${own}['element']>`,
    '>;',
  ].join('\n')}\n`;
}
