/**
 * The house: the rooms of `src/` and which of the others each may import, types included.
 * `test/house.test.ts` holds them and the docs' table against the imports.
 */
export const rooms = {
  profile: ['record', 'i18n', 'json'],
  record: ['json'],
  engine: ['profile', 'record'],
  adapter: ['profile', 'record', 'json'],
  export: ['i18n'],
  i18n: [],
  json: [],
  model: ['engine', 'adapter', 'profile', 'record', 'export', 'i18n', 'json'],
  // An entry of its own: nobody imports it, so that the other files stay without it.
  share: ['adapter', 'model', 'record', 'i18n', 'json'],
  // An entry of its own, for who writes profiles.
  authoring: ['model', 'engine', 'adapter', 'profile', 'record', 'i18n', 'json'],
  ui: [],
  elements: ['model', 'ui', 'export', 'i18n'],
  // An entry of its own: the elements of who writes profiles.
  editor: [
    ...['authoring', 'archive', 'elements', 'ui', 'model', 'engine', 'adapter'],
    ...['profile', 'record', 'i18n', 'json'],
  ],
  // An entry of its own: the archive of profiles.
  archive: ['report', 'model', 'adapter', 'profile', 'record', 'i18n', 'json'],
  // An entry of its own: profiles in other languages of definition.
  languages: ['profile', 'record', 'json'],
  // An entry of its own: reports of indicators, without elements.
  report: ['engine', 'adapter', 'profile', 'record', 'i18n', 'json'],
  // An entry of its own: the element that shows them.
  'report-element': [
    ...['report', 'elements', 'ui', 'export', 'model', 'profile', 'record', 'i18n', 'json'],
  ],
  // The program `overblik`, for Node: no page loads it.
  cli: [
    'authoring',
    'archive',
    'languages',
    'conformance',
    'report',
    'model',
    'engine',
    'adapter',
    'profile',
    'record',
    'json',
  ],
  // An entry of its own: what is asked of an adapter, and the element that asks it in a page.
  conformance: [
    'elements',
    'ui',
    'model',
    'engine',
    'adapter',
    'profile',
    'record',
    'i18n',
    'json',
  ],
  // An entry of its own, for tests and demos.
  testing: ['adapter', 'record', 'json'],
};

/** Rooms that the others reach by their `index.ts` alone; the entries beside the rooms choose for themselves. */
export const behindOne = ['engine'];

/** Rooms, and parts of one, that nobody else in `src/` imports: each is an entry that a host asks for by name. */
export const apart = [
  'share',
  'authoring',
  'archive',
  'languages',
  'testing',
  'cli',
  'conformance',
  'editor',
  'report',
  'report-element',
  'adapter/bridge',
];
