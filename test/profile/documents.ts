/** Profile documents to break, for the tests of this folder. */

/** A smallest valid document whose population is `include`. */
export function documentOf(include: unknown, more: object = {}): Record<string, unknown> {
  return {
    format: 'overblik-profile/1',
    id: 'dk.test',
    version: '1.0.0',
    title: { da: 'Prøve' },
    purpose: [{ da: 'At prøve' }],
    population: { include },
    information: [],
    ...more,
  };
}

/** `path code` of each violation, finding or error. */
export function placesOf(
  found: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
): readonly string[] {
  return found.map(({ path, code }) => `${code} /${path.map(String).join('/')}`);
}
