/** Which markers count no longer for a patient: the one rule, for list, cockpit and marker alike. */
import type { MarkerExemption, RoundMember } from '../../adapter/index.ts';
import { requireDate, type CalendarDate } from '../../record/index.ts';
import type { ExemptMarkers } from './exempt-markers.ts';
import { isInForce, memberOn } from './fields.ts';

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

/**
 * Who decided that a marker does not apply, why and until when; undefined where it applies.
 *
 * @param member As it is on the day that is asked for.
 */
export function exemptionIn(
  { status, note = '', exemptReason, exemptUntil, by, at, exemptions = [] }: RoundMember,
  marker: string,
): Exemption | undefined {
  const own = exemptions.find((each) => each.marker === marker);
  if (own || status !== 'exempt') return own;
  return {
    ...{ marker, note, ofPatient: true },
    ...(exemptReason ? { reason: exemptReason } : {}),
    ...(exemptUntil === undefined ? {} : { until: exemptUntil }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}
