/**
 * What is ours or Lit's to say of the library's sources. What lint can say of any TypeScript is in .oxlintrc.json; who may
 * import whom is for test/house.test.ts, which reads imports of types too.
 */
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'oxlint';

/** Rooms without a DOM, a clock, a locale or chance (but for the keys and ids that `share` draws). */
const pure = [
  'profile',
  'record',
  'json',
  'engine',
  'adapter',
  'export',
  'model',
  'share',
  'archive',
  'report',
  'testing',
  'cli',
].map((room) => `src/${room}/**/*.ts`);

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

/**
 * Angular has esbuild take such a pattern apart, and the other parameter then reads a name that is not there yet: its
 * pages stop at a ReferenceError.
 */
const brokenByAngular = [
  {
    selector: ':function > ObjectPattern:has(> RestElement) ~ AssignmentPattern',
    message: 'A default beside what is taken apart with a rest is broken by Angular’s build.',
  },
];

/** Dates are read, counted and written by date-fns, and are whole days in between (record/days). */
const handmadeCalendar = [
  "NewExpression[callee.name='Date']",
  "CallExpression[callee.object.name='Date'][callee.property.name=/^(parse|UTC)$/]",
  "MemberExpression[object.name='Intl'][property.name=/^(DateTimeFormat|RelativeTimeFormat)$/]",
  'CallExpression[callee.property.name=/^([gs]etUTC|[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$)/]',
  'CallExpression[callee.property.name=/^to(ISO|UTC|GMT|LocaleDate|LocaleTime|Date|Time)String$/]',
  'Literal[raw=/^(86_?400(_?000)?|365(\\.\\d+)?)$/]',
].map((selector) => ({
  selector,
  message: 'Calendar arithmetic, parsing and formatting of dates are date-fns’ matter.',
}));

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

/** The rules that a plugin recommends, and no more of what ESLint would be told. */
const rulesOf = ({ rules }) => rules;

export default defineConfig({
  plugins: [],
  categories: { correctness: 'off' },
  jsPlugins: [
    'eslint-plugin-lit',
    'eslint-plugin-wc',
    './.tools/lint/lit-a11y.mjs',
    './.tools/lint/house.mjs',
  ],
  rules: {
    ...rulesOf(lit.configs['flat/recommended']),
    ...rulesOf(wc.configs['flat/best-practice']),
    ...rulesOf(litA11y.configs.recommended),
    'no-restricted-globals': ['error', ...noNetworkNoStorage],
    'house/no-restricted-syntax': ['error', ...unsafe, ...brokenByAngular, ...handmadeCalendar],
    'no-eval': 'error',
    'no-new-func': 'error',
  },
  overrides: [
    // What a developer asked for (`dev`): names and numbers on the console, and nothing else.
    {
      files: ['src/elements/shared/dev.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...noNetworkNoStorage.filter(({ name }) => name !== 'console'),
        ],
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
        'house/no-restricted-syntax': [
          'error',
          ...unsafe,
          ...brokenByAngular,
          ...handmadeCalendar,
          ...impure,
        ],
      },
    },
    // The program itself: it has a clock, and writes to the process's own streams.
    {
      files: ['src/cli/main.ts'],
      rules: { 'house/no-restricted-syntax': ['error', ...handmadeCalendar] },
    },
    // What a time zone is ahead of UTC nobody else tells, and date-fns only by a further package.
    {
      files: ['src/adapter/fhir/zone.ts'],
      rules: {
        'no-restricted-globals': ['error', ...noNetworkNoStorage],
        'house/no-restricted-syntax': [
          'error',
          ...unsafe,
          ...impure,
          ...handmadeCalendar.filter(({ selector }) => !selector.includes('Intl')),
        ],
      },
    },
  ],
});
