/** How many are exempt of what, and why. */
import { codeOfReason, exemptionReasons, type ExemptionReason } from '../../adapter/index.ts';
import type { ExemptedMember } from '../describe/exemption.ts';

/** Those who are exempt of one thing for one reason. */
export interface ExemptionCount {
  /** Id of the marker; undefined: the patient is exempt of them all. */
  readonly marker: string | undefined;
  /** As it is coded; `''`: it is not. */
  readonly reason: string;
  readonly patientIds: readonly string[];
}

/**
 * Counts each exemption of some patients once: a whole patient's apart from those of single markers. Whole patients come
 * first, then markers as they are met; of each the reasons in the order that they are offered, then those without words
 * by their code, and whatever is not coded.
 *
 * @param members As they are on the day.
 */
export function countExemptions(
  members: Iterable<ExemptedMember & { readonly patientId: string }>,
): readonly ExemptionCount[] {
  const counts = new Map<string | undefined, Map<string, string[]>>([[undefined, new Map()]]);
  const add = (id: string, marker: string | undefined, given: ExemptionReason | undefined) => {
    const reason = codeOfReason(given);
    let own = counts.get(marker);
    if (!own) counts.set(marker, (own = new Map<string, string[]>()));
    const ids = own.get(reason);
    if (ids) ids.push(id);
    else own.set(reason, [id]);
  };
  for (const { patientId, status, exemptReason, exemptions = [] } of members) {
    if (status === 'exempt') add(patientId, undefined, exemptReason);
    // A store may name a marker twice.
    const own = new Map(exemptions.map((each) => [each.marker, each.reason]));
    for (const [marker, reason] of own) add(patientId, marker, reason);
  }
  return [...counts].flatMap(([marker, reasons]) =>
    reasonsInOrder(reasons.keys()).map((reason) => ({
      ...{ marker, reason },
      patientIds: reasons.get(reason) ?? [],
    })),
  );
}

/** The reasons of some exemptions, each once, in the order that they are told. */
export function reasonsInOrder(reasons: Iterable<string>): readonly string[] {
  return [...new Set(reasons)].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

function placeOf(reason: string): number {
  if (reason === '') return exemptionReasons.length + 1;
  const at = exemptionReasons.findIndex((each) => each === reason);
  return at < 0 ? exemptionReasons.length : at;
}
