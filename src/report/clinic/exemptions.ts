/** Why members of the clinic's rounds are exempt, as its report tells it. */
import type { Profile } from '../../profile/index.ts';
import { defaultProtection, protectExempted, reportedReasons } from '../protection/index.ts';
import type { Protection, ReportedExemptions } from '../types.ts';

/** Exemptions of a profile's round as they were counted: exact numbers, which stay in the clinic. */
export interface ExactExemptions {
  /** Members of the round, exempt or not. */
  readonly members: number;
  /** By marker and reason; of what is left out there is nobody. */
  readonly counts: readonly {
    /** Id of the marker; undefined: the patient is exempt of them all. */
    readonly marker: string | undefined;
    readonly reason: string;
    readonly patients: number;
  }[];
}

/**
 * The exemptions of a profile, protected: of the whole patient, then of each marker that the profile has. A reason that
 * is not of the list is told as `other`: its words stay in the clinic.
 *
 * @returns Undefined where nothing was counted.
 * @throws {RangeError} of what is no count, and of more exempt patients than there are members.
 */
export function exemptionsOf(
  { id, markers = [] }: Profile,
  {
    exemptions,
    protection = defaultProtection,
  }: {
    readonly exemptions?: Readonly<Record<string, ExactExemptions | undefined>>;
    readonly protection?: Protection;
  },
): readonly ReportedExemptions[] | undefined {
  const exact = exemptions && Object.hasOwn(exemptions, id) ? exemptions[id] : undefined;
  if (!exact) return undefined;
  return [undefined, ...markers.map((each) => each.id)].map((marker) => ({
    ...(marker === undefined ? {} : { marker }),
    ...protectExempted(exact.members, countsOf(exact, marker), protection),
  }));
}

/** How many are exempt of a marker, by the reasons that are told. */
function countsOf({ counts }: ExactExemptions, marker: string | undefined): readonly number[] {
  const sums = reportedReasons.map(() => 0);
  for (const each of counts) {
    if (each.marker !== marker) continue;
    const at = reportedReasons.indexOf(each.reason);
    sums[at < 0 ? reportedReasons.indexOf('other') : at]! += each.patients;
  }
  return sums;
}
