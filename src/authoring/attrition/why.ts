/** Why patients come out of a number as they do. */
import {
  evidenceOf,
  unknownReasonsIn,
  unknownReasonsOf,
  type PatientOutcome,
  type Steps,
} from '../../engine/index.ts';
import { ReasonGroups } from '../../model/quality/reasons.ts';
import type { UnknownReasonGroup } from '../../model/quality/types.ts';
import type { Criterion, Profile } from '../../profile/index.ts';
import { isWithin } from '../editing/places.ts';
import { after, aloneWithin, criterionAsItStands, profileAsItStands } from './as-it-stands.ts';
import { placesIn, type Patients } from './bits.ts';
import type { Roster } from './roster.ts';
import type { RuleTree } from './rules.ts';
import type { NumberKind } from './types.ts';

/** A number of a rule, and what it was counted by. */
export interface CountedNumber {
  readonly roster: Roster;
  readonly profile: Profile;
  readonly trees: readonly RuleTree[];
  readonly leftOut: ReadonlySet<string>;
  readonly place: string;
  readonly kind: NumberKind;
}

/** A patient's outcome by the rules that a number counts. */
export interface NumberOutcome {
  readonly outcome: PatientOutcome;
  /** Whether it is the whole population that counts; else one criterion, which stands as what is included. */
  readonly isWhole: boolean;
}

export function outcomeAt(number: CountedNumber, place: number): NumberOutcome {
  const { profile, isWhole } = askedBy(number);
  const { roster } = number;
  return { outcome: roster.survey.outcomeAt(roster.refAt(place), profile), isWhole };
}

/** What would decide those who cannot be decided in a number, a patient at a time; the most patients first. */
export function* reasonsInSteps(
  number: CountedNumber,
  undecided: Patients,
): Steps<readonly UnknownReasonGroup[]> {
  const { profile, isWhole } = askedBy(number);
  const { roster } = number;
  const groups = new ReasonGroups();
  for (const place of placesIn(undecided)) {
    const ref = roster.refAt(place);
    const membership = yield* roster.survey.membershipInSteps(ref, profile);
    groups.add(
      roster.idAt(place),
      isWhole ? unknownReasonsOf(membership) : unknownReasonsIn(evidenceOf(membership.include)),
    );
    yield;
  }
  return groups.sorted;
}

/** The profile whose population is what a number asks. */
function askedBy({ profile, trees, leftOut, place, kind }: CountedNumber): {
  readonly profile: Profile;
  readonly isWhole: boolean;
} {
  const isLeftOut = (other: string) => leftOut.has(other);
  const isOut = kind === 'left' ? after(place, isLeftOut) : isLeftOut;
  const tree = trees.find(({ root }) => isWithin(place, root.pointer));
  if (!tree) throw new RangeError(`No rule stands at ${place}.`);
  if (kind !== 'alone' && (tree.of === 'include' || tree.of === 'exclude'))
    return { profile: profileAsItStands(profile, isOut), isWhole: true };
  const { criterion, pointer } = tree.root;
  // By itself it is asked whether or not it takes part.
  const asked =
    kind === 'alone'
      ? aloneWithin(criterion, pointer, place, isOut)
      : criterionAsItStands(criterion, pointer, (other) => other !== pointer && isOut(other));
  const include: Criterion = asked ?? { all: [] };
  return { profile: { ...profile, population: { include } }, isWhole: false };
}
