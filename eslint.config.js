import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/**
 * The arrows of DESIGN section 4: which rooms a room may import, types included. What elements need from
 * further down, `model/` hands on.
 */
const rooms = {
  i18n: [],
  profile: ['i18n'],
  record: ['i18n'],
  engine: ['profile', 'record', 'i18n'],
  adapter: ['profile', 'record', 'i18n'],
  export: [],
  model: ['engine', 'adapter', 'profile', 'record', 'export', 'i18n'],
  ui: ['i18n'],
  elements: ['model', 'ui', 'export', 'i18n'],
  // An entry of its own: nobody imports it, so that the one-file bundle stays without it.
  share: ['engine', 'adapter', 'model', 'profile', 'record', 'i18n'],
};

const zones = Object.entries(rooms).flatMap(([room, allowed]) =>
  [...Object.keys(rooms), 'index.ts', 'define.ts']
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) => ({
      target: `./src/${room}`,
      from: `./src/${other}`,
      message: `${room}/ may import ${allowed.join(', ') || 'nothing of ours'} (DESIGN section 4).`,
    })),
);

const entries = ['index.ts', 'define.ts', 'worker.ts'].map((entry) => ({
  target: `./src/${entry}`,
  from: './src/share',
  message: 'share/ is an entry of its own (overblik/share).',
}));

const outside = ['fixtures', 'stories', 'test'].map((folder) => ({
  target: './src',
  from: `./${folder}`,
  message: 'src/ imports nothing from outside itself.',
}));

/** Rooms without a DOM, a clock, a locale or chance (but for the keys and ids that `share` draws). */
const pure = ['profile', 'record', 'engine', 'adapter', 'export', 'model', 'share'].map(
  (room) => `src/${room}/**/*.ts`,
);

const noNetworkNoStorage = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'console',
  'eval',
].map((name) => ({
  name,
  message: 'The library makes no network call, keeps no storage, logs nothing.',
}));

const unsafe = [
  {
    selector: 'AssignmentExpression > MemberExpression[property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Every string from data is text, never markup.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|write|setHTMLUnsafe|sendBeacon)$/]',
    message: 'Every string from data is text, never markup; nothing leaves the page.',
  },
  {
    selector: 'ImportDeclaration[source.value=/unsafe-(html|svg|mathml)/]',
    message: 'Every string from data is text, never markup.',
  },
];

const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The date is an argument (asOf), never the clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The date is an argument (asOf), never the clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Left of the elements everything is deterministic.',
  },
  {
    selector: 'MemberExpression[property.name=/^toLocale|^localeCompare$/]',
    message: 'Left of the elements there is no locale.',
  },
];

export default tseslint.config(
  { ignores: ['dist', '.build', 'coverage', 'node_modules'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: './tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...entries, ...outside] }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  { files: ['src/**/*.ts'], ...wc.configs['flat/best-practice'] },
  {
    files: ['src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: { ...litA11y.configs.recommended.rules },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...noNetworkNoStorage],
      'no-restricted-syntax': ['error', ...unsafe],
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-globals': [
        'error',
        ...noNetworkNoStorage,
        ...[
          'document',
          'window',
          'navigator',
          'location',
          'HTMLElement',
          'customElements',
          'Intl',
          'performance',
        ].map((name) => ({
          name,
          message: 'Left of the elements there is no DOM, clock or locale.',
        })),
      ],
      'no-restricted-syntax': ['error', ...unsafe, ...impure],
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts', 'fixtures/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  {
    // Chai's assertions only look like promises here (the axe plugin types them so).
    files: ['test/browser/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
);
