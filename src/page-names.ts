/**
 * A page's element with an `id` or a `name` is a property of `window` under it. The libraries in the one file keep
 * lists and settings of theirs there, and would take such an element for them. Each name gets a property of its own
 * first, which goes before the page's elements; one that another copy of a library has set stays. Without a page there
 * are no such elements, and nothing is set.
 */
const names = [
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litHtmlPolyfillSupport',
  'litElementPolyfillSupport',
  'reactiveElementPolyfillSupport',
  'litElementHydrateSupport',
  'litPropertyMetadata',
  'litNonce',
  '__zod_globalConfig',
  '__zod_globalRegistry',
];
for (const name of 'document' in globalThis ? names : [])
  if (!Object.hasOwn(globalThis, name))
    Object.defineProperty(globalThis, name, {
      value: undefined,
      configurable: true,
      writable: true,
    });

export {};
