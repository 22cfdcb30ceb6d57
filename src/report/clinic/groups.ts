/** Patients by sex and age, where an area has agreed to be told of them apart. */
import type { Patient } from '../../record/index.ts';
import type { Group } from '../types.ts';

/** The place of the group that a patient is in; −1 where none is. */
export function placeIn(
  groups: readonly Group[],
  patient: Pick<Patient, 'sex'>,
  age: number | undefined,
): number {
  const sex = patient.sex ?? 'unknown';
  return groups.findIndex(
    (each) => (each.sex === undefined || each.sex === sex) && isOfAge(each, age),
  );
}

function isOfAge({ ages }: Group, age: number | undefined): boolean {
  if (ages === 'unknown') return age === undefined;
  if (!ages) return true;
  return age !== undefined && age >= ages.from && age <= (ages.to ?? Infinity);
}

/** Whether somebody may be in both of two groups. */
function sharePatients(one: Group, other: Group): boolean {
  const isSameSex = one.sex === undefined || other.sex === undefined || one.sex === other.sex;
  return isSameSex && shareAges(one.ages, other.ages);
}

function shareAges(one: Group['ages'], other: Group['ages']): boolean {
  if (one === undefined || other === undefined) return true;
  if (one === 'unknown' || other === 'unknown') return one === other;
  return one.from <= (other.to ?? Infinity) && other.from <= (one.to ?? Infinity);
}

/** The first group that shares patients with one before it; undefined where each patient is in one. */
export function firstShared(groups: readonly Group[]): number | undefined {
  const at = groups.findIndex((each, index) =>
    groups.slice(0, index).some((before) => sharePatients(before, each)),
  );
  return at < 0 ? undefined : at;
}

/**
 * The groups of a breakdown by sex, by ages, or by both; whoever's sex or age is not known is in a group of its own, so
 * that everybody is in one.
 *
 * @param from The first year of each age group, ascending: `[0, 18, 65]` is 0–17, 18–64 and 65 and more.
 */
export function groupsOf({
  sex = false,
  from = [],
}: {
  readonly sex?: boolean;
  readonly from?: readonly number[];
}): readonly Group[] {
  const starts = from.length > 0 && from[0] !== 0 ? [0, ...from] : from;
  const ages: readonly (Group['ages'] | undefined)[] =
    starts.length === 0
      ? [undefined]
      : [
          ...starts.map((start, at) => {
            const next = starts[at + 1];
            return next === undefined ? { from: start } : { from: start, to: next - 1 };
          }),
          'unknown' as const,
        ];
  const sexes = sex ? (['female', 'male', 'unknown'] as const) : [undefined];
  return sexes.flatMap((each) =>
    ages.map((own) => ({
      ...(each === undefined ? {} : { sex: each }),
      ...(own === undefined ? {} : { ages: own }),
    })),
  );
}
