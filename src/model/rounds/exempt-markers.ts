/** The exempted markers of a patient, as a list asks for them. */

/** A patient's exempted markers by id; `all` where the patient is exempt. */
export type ExemptMarkers = 'all' | ReadonlySet<string>;

/** The name of an item's control among a patient's exempted markers: no marker is called so. */
export function exemptControl(itemId: string): string {
  return `control:${itemId}`;
}

/** Whether a marker is exempted. */
export function isExempted(exempt: ExemptMarkers | undefined, marker: string): boolean {
  return exempt === 'all' || (exempt?.has(marker) ?? false);
}

/** Whether two patients have the same markers exempted. */
export function sameExempt(a: ExemptMarkers | undefined, b: ExemptMarkers | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.size === b.size && [...a].every((each) => b.has(each));
}
