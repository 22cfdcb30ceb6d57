/** What the types of each framework look like over those of none: what is its own, beside what each element takes. */

const head = (framework, how) => `/**\n * Overblik's tags in ${framework}.\n *\n * ${how}\n */\n`;
const imports = "import type { Elements, Listeners, Settable } from './tags.js';\n";
const otherPrefix = (declaration) =>
  `/** By their tags. For another prefix: \`${declaration}\`. */\n`;

const jsx = ({
  framework,
  how,
  module,
  type,
  types,
  base,
  listens = 'on',
}) => `${head(framework, how)}${types}
${imports}
type Props<Name extends keyof Elements> = Omit<${base}, keyof Settable<Name>> & Settable<Name> & Listeners<Name, '${listens}'>;

${otherPrefix(`declare module '${module}' { namespace JSX { interface IntrinsicElements extends ${type}<'other'> {} } }`)}export type ${type}<Prefix extends string = 'overblik'> = { [Name in keyof Elements as \`\${Prefix}-\${Name}\`]: Props<Name> };

declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements extends ${type} {}
  }
}
`;

const added = (folder, name) =>
  `Import it once for what it adds: \`import type {} from 'overblik/types/${folder}${name}';\`.`;

/**
 * The types of each framework by its name.
 *
 * @param folder Of `overblik/types/`: `conformance/` for an element that an entry of its own registers.
 */
export const frameworkTypes = (folder = '') => ({
  react: jsx({
    framework:
      'JSX of React 19, which sets properties and listens to events (`onoverblik-problem`)',
    how: `${added(folder, 'react')}\n * React 18 does neither: use the components of \`overblik/react\` there.`,
    module: 'react',
    type: 'ReactTags',
    types: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    base: "DetailedHTMLProps<HTMLAttributes<Elements[Name]['element']>, Elements[Name]['element']>",
  }),
  preact: jsx({
    framework: 'JSX of Preact',
    how: added(folder, 'preact'),
    module: 'preact',
    type: 'PreactTags',
    types: "import type { ClassAttributes, JSX as Preact } from 'preact';",
    base: "Preact.HTMLAttributes<Elements[Name]['element']> & ClassAttributes<Elements[Name]['element']>",
  }),
  solid: jsx({
    framework: 'JSX of Solid, which sets properties and listens by `on:overblik-problem`',
    how: added(folder, 'solid'),
    module: 'solid-js',
    type: 'SolidTags',
    types: "import type { JSX as Solid } from 'solid-js';",
    base: "Solid.HTMLAttributes<Elements[Name]['element']>",
    listens: 'on:',
  }),
  svelte: `${head('templates of Svelte 5 (`onoverblik-problem={…}`)', added(folder, 'svelte'))}import type { HTMLAttributes } from 'svelte/elements';
${imports}
type Props<Name extends keyof Elements> = Omit<HTMLAttributes<Elements[Name]['element']>, keyof Settable<Name>> & Settable<Name> & Listeners<Name, 'on'>;

${otherPrefix("declare module 'svelte/elements' { interface SvelteHTMLElements extends SvelteTags<'other'> {} }")}export type SvelteTags<Prefix extends string = 'overblik'> = { [Name in keyof Elements as \`\${Prefix}-\${Name}\`]: Props<Name> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteTags {}
}
`,
  vue: `${head('templates of Vue 3 (`:adapter`, `@overblik-problem`)', `${added(folder, 'vue')}\n * Tell the compiler that they are no components of Vue's: \`isCustomElement: (tag) => tag.startsWith('overblik-')\`.`)}import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Elements } from './tags.js';

/** Vue takes \`onfailure\` for the property that it is. */
type Given<Name extends keyof Elements> = Elements[Name]['properties'] & Elements[Name]['attributes'];

type Component<Name extends keyof Elements> = new () => {
  $props: Omit<HTMLAttributes, keyof Given<Name>> & Given<Name> & PublicProps;
  $emit: EmitFn<{ [Event in keyof Elements[Name]['events']]: (event: Elements[Name]['events'][Event]) => void }>;
};

${otherPrefix("declare module 'vue' { interface GlobalComponents extends VueTags<'other'> {} }")}export type VueTags<Prefix extends string = 'overblik'> = { [Name in keyof Elements as \`\${Prefix}-\${Name}\`]: Component<Name> };

declare module 'vue' {
  interface GlobalComponents extends VueTags {}
}
`,
});
