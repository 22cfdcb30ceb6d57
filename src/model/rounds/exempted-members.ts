/** Who is exempt of what on a day, by the clinic's rounds, as numbers: for reports, which protect them. */
import type { CheckedRound, RoundMember } from '../../adapter/index.ts';
import { requireDate, type CalendarDate } from '../../record/index.ts';
import { countExemptions } from './exemption-counts.ts';
import { isInForce, memberOn } from './fields.ts';
import { inOrder } from './order.ts';

/** Exemptions of a round as they were counted: exact numbers, which stay in the clinic. */
export interface ExemptedMembers {
  /** Members of the round, exempt or not. */
  readonly members: number;
  /** By marker and reason; those that nobody has are left out. */
  readonly counts: readonly {
    /** Id of the marker; undefined: the patient is exempt of them all. */
    readonly marker: string | undefined;
    /** As it is coded; `''`: it is not. */
    readonly reason: string;
    readonly patients: number;
  }[];
}

/**
 * Counts who is exempt on a day by the latest of a profile's rounds, as that stands now: an exemption that has ended
 * before the day counts no longer. `clinicReports` takes it as `exemptions`, and protects it.
 *
 * @param rounds As `listRounds` reads them; those of other profiles are passed over.
 * @returns Undefined where the clinic has no round of the profile: nobody knows who would be exempt.
 * @throws {RangeError} of a day that does not exist.
 */
export function countExempted(
  rounds: readonly CheckedRound[],
  profileId: string,
  asOf: CalendarDate,
): ExemptedMembers | undefined {
  const members = exemptedIn(rounds, profileId, asOf);
  return (
    members && {
      members: members.length,
      counts: countExemptions(members).map(({ marker, reason, patientIds }) => ({
        ...{ marker, reason },
        patients: patientIds.length,
      })),
    }
  );
}

/** The members of the latest round of a profile, with the exemptions that hold on a day. */
export function exemptedIn(
  rounds: readonly CheckedRound[],
  profileId: string,
  asOf: CalendarDate,
): readonly RoundMember[] | undefined {
  requireDate(asOf, 'countExempted: asOf');
  const own = rounds.filter(({ round }) => round.profile.id === profileId);
  return inOrder(own)
    .at(-1)
    ?.round.members.map((member) => {
      const { exemptions = [], ...now } = memberOn(member, asOf);
      return { ...now, exemptions: exemptions.filter(({ until }) => isInForce(until, asOf)) };
    });
}
