/** Which markers count no longer for a patient: the one rule, for list, cockpit and marker alike. */
import type { MarkerExemption, RoundMember } from '../../adapter/index.ts';
import { requireDate, type CalendarDate } from '../../record/index.ts';
import { isInForce, memberOn } from './members.ts';

/** A patient's exempted markers by id; `all` where the patient is exempt. */
export type ExemptMarkers = 'all' | ReadonlySet<string>;

/** An exemption that holds. */
export interface Exemption extends MarkerExemption {
  /** The whole patient is exempt, not this marker alone. */
  readonly ofPatient?: true;
}

/**
 * Which markers of a patient are exempted on a day; undefined where none is.
 * @throws {RangeError} of a day that does not exist.
 */
export function exemptMarkersOf(
  member: RoundMember,
  asOf: CalendarDate,
): ExemptMarkers | undefined {
  requireDate(asOf, 'exemptMarkersOf: asOf');
  const { status, exemptions = [] } = memberOn(member, asOf);
  if (status === 'exempt') return 'all';
  const markers = exemptions.filter(({ until }) => isInForce(until, asOf));
  return markers.length > 0 ? new Set(markers.map(({ marker }) => marker)) : undefined;
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

/**
 * Who decided that a marker does not apply, why and until when; undefined where it applies.
 *
 * @param member As it is on the day that is asked for.
 */
export function exemptionIn(
  { status, note = '', exemptUntil, by, at, exemptions = [] }: RoundMember,
  marker: string,
): Exemption | undefined {
  const own = exemptions.find((each) => each.marker === marker);
  if (own || status !== 'exempt') return own;
  return {
    ...{ marker, note, ofPatient: true },
    ...(exemptUntil === undefined ? {} : { until: exemptUntil }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}
