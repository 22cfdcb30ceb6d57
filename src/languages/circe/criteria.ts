/** Criteria put together, and numbers and groups looked at. */
import type { Criterion, QueryType, ResultValue } from '../../profile/index.ts';
import type { CirceCorrelated, CirceGroup, CirceNumber } from './types.ts';

/** What an event is, as a query asks for it. */
export interface Query {
  readonly type: QueryType;
  readonly codes?: readonly string[];
  readonly value?: ResultValue;
}

export function criterionOf({
  type,
  ...query
}: Query & Readonly<Record<string, unknown>>): Criterion {
  const { codes } = query;
  const written = {
    // A condition counts whenever it was, and so does what was once taken: the default of medicine is what is taken now.
    when: 'ever',
    ...query,
    ...(codes ? { codes: codes.length === 1 ? codes[0] : codes } : {}),
  };
  return { [type]: written } as unknown as Criterion;
}

/** Entry events of one type, by whose codes alone they differ. */
export function asOne(entries: readonly Query[]): Query | undefined {
  const [first, ...others] = entries;
  if (!first || others.length === 0) return first;
  const areAlike = entries.every(
    ({ type, codes, value }) => type === first.type && codes !== undefined && value === undefined,
  );
  return areAlike
    ? { type: first.type, codes: [...new Set(entries.flatMap(({ codes = [] }) => codes))] }
    : undefined;
}

export function all(parts: readonly Criterion[]): Criterion {
  return parts.length === 1 ? parts[0]! : { all: [...parts] };
}

export function any(parts: readonly Criterion[]): Criterion {
  return parts.length === 1 ? parts[0]! : { any: [...parts] };
}

export function isEmpty(group: CirceGroup): boolean {
  return [group.CriteriaList, group.DemographicCriteriaList, group.Groups].every(
    (list) => !list || list.length === 0,
  );
}

/** Whether a group asks about days around the index date, or the age on it. */
export function isAroundIndex({
  CriteriaList: list = [],
  DemographicCriteriaList: people = [],
  Groups: groups = [],
}: CirceGroup): boolean {
  const isOpen = (window: CirceCorrelated['StartWindow']) =>
    window === undefined ||
    ((window.Start.Days ?? undefined) === undefined &&
      window.Start.Coeff === -1 &&
      (window.End.Days ?? undefined) === undefined &&
      window.End.Coeff === 1);
  return (
    list.some(({ StartWindow: start, EndWindow: end }) => !isOpen(start) || !isOpen(end)) ||
    people.some(({ Age: age }) => age !== undefined && age !== null) ||
    groups.some(isAroundIndex)
  );
}

export function boundsOf({ Op: op, Value: value, Extent: extent }: CirceNumber) {
  if (op === 'bt' && extent !== undefined) return { atLeast: value, atMost: extent };
  const keys = { gt: 'above', gte: 'atLeast', lt: 'below', lte: 'atMost' } as const;
  if (op === 'eq') return { atLeast: value, atMost: value };
  return op in keys ? { [keys[op as keyof typeof keys]]: value } : undefined;
}

export function rangeOf({ Op: op, Value: value, Extent: extent }: CirceNumber) {
  if (op === 'bt' && extent !== undefined) return { min: value, max: extent };
  const ranges: Partial<
    Record<CirceNumber['Op'], { readonly min?: number; readonly max?: number }>
  > = {
    gte: { min: value },
    gt: { min: value + 1 },
    lte: { max: value },
    lt: { max: value - 1 },
    eq: { min: value, max: value },
  };
  return ranges[op];
}
