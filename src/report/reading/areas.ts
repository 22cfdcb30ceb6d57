/** What must hold of an area's sums: they say no more than protected leaves can, and are those of its clinics. */
import type { Violation } from '../../profile/issues.ts';
import { sumIndicators, sumUndecided } from '../merge/sums.ts';
import type { AreaReport, AreaValue, Interval, Protection, SteeringBands } from '../types.ts';
import { found, markedTwice, ofLength, repeated, type Path } from './violations.ts';

const parts = ['numerator', 'rest', 'unknown'] as const;

/** Sums that say more than protected leaves can. */
export function sumsOutOfBounds(report: AreaReport): readonly Violation[] {
  const { sums, undecided, dates, protection, exemptions = [], activities = [] } = report;
  const exact = (sum: Interval, reported: number, path: Path) =>
    isSumOf(reported, sum, protection) ? [] : [found(path, 'report-sum')];
  return [
    ...repeated(sums, ['sums']),
    ...sums.flatMap(({ values }, at) => [
      ...ofLength(values, dates.length, ['sums', at, 'values']),
      ...values.flatMap((value, index) =>
        parts.flatMap((part) =>
          value ? exact(value[part], value.reported, ['sums', at, 'values', index, part]) : [],
        ),
      ),
      ...values.flatMap((value, index) =>
        (value?.causes?.counts ?? []).flatMap(({ count }, place) =>
          exact(count, value!.causes!.reported, [
            ...['sums', at, 'values', index, 'causes', 'counts', place, 'count'],
          ]),
        ),
      ),
    ]),
    ...ofLength(undecided, dates.length, ['undecided']),
    ...undecided.flatMap((sum, at) => (sum ? exact(sum, 1, ['undecided', at]) : [])),
    ...markedTwice(exemptions, ['exemptions']),
    ...exemptions.flatMap(({ rest, reasons, reported }, at) => [
      ...exact(rest, reported, ['exemptions', at, 'rest']),
      ...reasons.flatMap(({ count }, place) =>
        exact(count, reported, ['exemptions', at, 'reasons', place, 'count']),
      ),
    ]),
    ...repeated(activities, ['activities']),
    ...activities.flatMap(({ values, periods, bands, clinics }, at) => [
      ...ofLength(values, periods.length, ['activities', at, 'values']),
      ...(areBands(bands, clinics) ? [] : [found(['activities', at, 'bands'], 'report-sum')]),
      ...values.flatMap((value, index) =>
        (['new', 'maintained', 'unknown'] as const).flatMap((kind) =>
          value
            ? exact(value[kind], value.reported, ['activities', at, 'values', index, kind])
            : [],
        ),
      ),
    ]),
  ];
}

/** Whether it may be a sum of protected counts of so many clinics: each leaves as much open as its class is wide. */
function isSumOf(
  clinics: number,
  { least, most, estimate }: Interval,
  { base }: Protection,
): boolean {
  if (![least, most].every((end) => Number.isSafeInteger(end) && end >= 0)) return false;
  return least <= estimate && estimate <= most && most - least >= clinics * (base - 1);
}

/** Whether each clinic is in one band, or in none as nobody knows in which. */
function areBands(
  { none, oneToFour, fiveOrMore, notKnown }: SteeringBands,
  clinics: number,
): boolean {
  const all = [none, oneToFour, fiveOrMore];
  const areOrdered = all.every(
    ({ least, most, estimate }) =>
      [least, most, estimate].every((each) => Number.isSafeInteger(each) && each >= 0) &&
      least <= estimate &&
      estimate <= most &&
      most <= clinics,
  );
  return areOrdered && all.reduce((sum, { estimate }) => sum + estimate, notKnown) === clinics;
}

/**
 * Sums that are not what the clinics' leaves beside them come to: two figures of one thing. Of a report without its
 * clinics there is nothing to hold them against.
 */
export function sumsOfOthers(report: AreaReport): readonly Violation[] {
  const { clinics, sums, undecided } = report;
  if (!clinics) return [];
  const other = (path: Path) => [found(path, 'report-sum-of-clinics')];
  const own = new Map(sumIndicators(clinics, report).map(({ id, values }) => [id, values]));
  if (own.size > sums.length) return other(['sums']);
  return [
    ...sums.flatMap(({ id, values }, at) => {
      const expected = own.get(id);
      if (!expected) return other(['sums', at]);
      return values.flatMap((value, index) => {
        const differing = differenceOf(value, expected[index] ?? null);
        return differing ? other(['sums', at, 'values', index, ...differing]) : [];
      });
    }),
    ...sumUndecided(clinics, report).flatMap((expected, at) =>
      isSame(undecided[at] ?? null, expected) ? [] : other(['undecided', at]),
    ),
  ];
}

/** The part that differs; undefined where none does. */
function differenceOf(value: AreaValue | null, expected: AreaValue | null): Path | undefined {
  if (!value || !expected) return value === expected ? undefined : [];
  const part = parts.find((each) => !isSame(value[each], expected[each]));
  if (part) return [part];
  if (value.reported !== expected.reported) return ['reported'];
  return areSameCauses(value.causes, expected.causes) ? undefined : ['causes'];
}

function areSameCauses(
  one: AreaValue['causes'] | undefined,
  other: AreaValue['causes'] | undefined,
): boolean {
  if (!one || !other) return one === other;
  const expected = new Map(other.counts.map(({ cause, count }) => [cause, count]));
  return (
    one.reported === other.reported &&
    one.counts.length === expected.size &&
    one.counts.every(({ cause, count }) => isSame(count, expected.get(cause) ?? null))
  );
}

function isSame(one: Interval | null, other: Interval | null): boolean {
  if (!one || !other) return one === other;
  return (
    one.least === other.least &&
    one.most === other.most &&
    // Fractions are added in another order by others.
    Math.abs(one.estimate - other.estimate) < hair
  );
}

const hair = 1e-3;
