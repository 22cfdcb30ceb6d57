/** How FHIR names code systems. */

/** The addresses of a system as FHIR writes them, of one of its names; none of an everyday name. */
export function addressesOf(alias: string): readonly string[] {
  if (/^\d+(\.\d+)+$/.test(alias)) return [`urn:oid:${alias}`];
  if (!alias.startsWith('http://')) return [];
  return [alias, alias.replace('http:', 'https:')];
}
