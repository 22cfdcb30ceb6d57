/**
 * What each rule of a profile finds, leaves and changes, worked out one patient and one rule at a time by the reference
 * evaluator and by the words of the definitions: for each number the criteria are evaluated anew.
 */
import { findMembership } from '../../../src/engine/reference/index.ts';
import { findCriterion } from '../../../src/engine/reference/criterion.ts';
import { atLeast } from '../../../src/engine/reference/truth.ts';
import type { Truth } from '../../../src/engine/index.ts';
import type { Anchor, Criterion, Profile } from '../../../src/profile/index.ts';
import type { CheckedPatient, CoverageByType } from '../../../src/record/index.ts';

export interface Expected {
  readonly of: readonly string[];
  readonly alone?: Readonly<Record<string, Truth>>;
  readonly left?: Readonly<Record<string, Truth>>;
  readonly only?: Readonly<Record<string, readonly [without: Truth, withIt: Truth]>>;
}

interface Clinic {
  readonly patients: readonly CheckedPatient[];
  readonly coverage: CoverageByType;
  readonly asOf: string;
}

type Out = (place: string) => boolean;

export function expectedOf(
  profile: Profile,
  { patients, coverage, asOf }: Clinic,
  leftOut: ReadonlySet<string>,
): ReadonlyMap<string, Expected> {
  const out: Out = (place) => leftOut.has(place);
  /** A criterion's answer where some rules take no part; undefined where nothing in it does. */
  const truth = (
    patient: CheckedPatient,
    criterion: Criterion,
    place: string,
    isOut: Out,
  ): Truth | undefined => {
    if (isOut(place)) return undefined;
    const answers = (parts: readonly Criterion[], key: string) =>
      parts.flatMap((part, at) => truth(patient, part, `${place}/${key}/${at}`, isOut) ?? []);
    if ('all' in criterion) {
      const found = answers(criterion.all, 'all');
      if (found.length === 0) return undefined;
      return found.includes('no') ? 'no' : found.includes('unknown') ? 'unknown' : 'yes';
    }
    if ('any' in criterion) {
      const found = answers(criterion.any, 'any');
      if (found.length === 0) return undefined;
      return found.includes('yes') ? 'yes' : found.includes('unknown') ? 'unknown' : 'no';
    }
    if ('atLeast' in criterion) {
      const found = answers(criterion.of, 'of');
      return found.length === 0 ? undefined : atLeast(criterion.atLeast, found);
    }
    if ('not' in criterion) return negated(truth(patient, criterion.not, `${place}/not`, isOut));
    const context = { profile, patient, clinicCoverage: coverage, asOf };
    const asked = pruned(criterion, place, isOut);
    return asked && findCriterion(context, asked, place).truth;
  };
  const alive = (patient: CheckedPatient) => {
    const everybody = { ...profile, population: { include: { all: [] } } };
    const { truth: is, out: gone } = findMembership({
      ...{ profile: everybody, patient, clinicCoverage: coverage, asOf },
    });
    return gone ? 'no' : is;
  };
  const asked = patients.filter((patient) => alive(patient) !== 'no');
  const member = (patient: CheckedPatient, isOut: Out): Truth => {
    const { include, exclude } = profile.population;
    const truths: readonly Truth[] = [
      alive(patient),
      truth(patient, include, '/population/include', isOut) ?? 'yes',
      negated(exclude && truth(patient, exclude, '/population/exclude', isOut)) ?? 'yes',
    ];
    return truths.includes('no') ? 'no' : truths.includes('unknown') ? 'unknown' : 'yes';
  };
  const members = asked.filter((patient) => member(patient, out) === 'yes');
  const found = new Map<string, Expected>();
  const idsOf = (some: readonly CheckedPatient[]) => some.map(({ patient }) => patient.id);
  const table = <Value>(some: readonly CheckedPatient[], tell: (of: CheckedPatient) => Value) =>
    Object.fromEntries(some.map((each) => [each.patient.id, tell(each)]));

  /** All rules within a criterion, with their places in the document's order. */
  const visit = (
    criterion: Criterion,
    place: string,
    of: readonly CheckedPatient[],
    whole: (patient: CheckedPatient, isOut: Out) => Truth,
    order: readonly string[],
    isInOut: boolean,
    /** On the day on which it is asked. */
    onDay: (criterion: Criterion) => Criterion = (each) => each,
  ) => {
    const isOut = isInOut || out(place);
    const self: Out = (other) => other !== place && out(other);
    const own = pruned(criterion, place, self);
    const hasAnswer = own !== undefined;
    const ask = (patient: CheckedPatient) => truth(patient, onDay(own!), '', () => false)!;
    const takesPart = !isOut && hasAnswer;
    const later = order
      .slice(order.indexOf(place) + 1)
      .filter((other) => !other.startsWith(`${place}/`));
    found.set(place, {
      of: idsOf(of),
      ...(hasAnswer ? { alone: table(of, ask) } : {}),
      ...(takesPart
        ? { left: table(of, (each) => whole(each, (other) => out(other) || later.includes(other))) }
        : {}),
      ...(!isInOut && hasAnswer
        ? {
            only: table(of, (each): readonly [Truth, Truth] => [
              whole(each, (other) => out(other) || other === place),
              whole(each, self),
            ]),
          }
        : {}),
    });
    const { anchor } = criterion as { anchor?: Anchor };
    for (const [part, at] of partsOf(criterion))
      visit(part, `${place}/${at}`, of, whole, order, isOut, (each) =>
        onDay(anchor ? { anchor: { ...anchor, is: each } } : each),
      );
  };
  const { include, exclude } = profile.population;
  const order = [
    ...placesIn(include, '/population/include'),
    ...(exclude ? placesIn(exclude, '/population/exclude') : []),
  ];
  visit(include, '/population/include', asked, member, order, false);
  if (exclude) visit(exclude, '/population/exclude', asked, member, order, false);
  const visitOwn = (criterion: Criterion | undefined, place: string, of = members) => {
    if (!criterion) return;
    const whole = (patient: CheckedPatient, isOut: Out) =>
      truth(patient, criterion, place, isOut) ?? 'no';
    visit(criterion, place, of, whole, placesIn(criterion, place), false);
  };
  for (const [at, { condition }] of profile.information.entries())
    visitOwn(condition, `/information/${at}/condition`);
  for (const [at, { when }] of (profile.markers ?? []).entries())
    visitOwn(when, `/markers/${at}/when`);
  for (const [at, { numerator, denominator, except }] of (profile.indicators ?? []).entries()) {
    const below = `/indicators/${at}/denominator`;
    const counted = members.filter(
      (each) => !denominator || (truth(each, denominator, below, out) ?? 'yes') === 'yes',
    );
    visitOwn(numerator, `/indicators/${at}/numerator`, counted);
    visitOwn(denominator, below);
    visitOwn(except, `/indicators/${at}/except`);
  }
  return found;
}

function placesIn(criterion: Criterion, place: string): readonly string[] {
  return [place, ...partsOf(criterion).flatMap(([part, at]) => placesIn(part, `${place}/${at}`))];
}

function partsOf(criterion: Criterion): readonly (readonly [Criterion, string])[] {
  if ('all' in criterion) return criterion.all.map((part, at) => [part, `all/${at}`] as const);
  if ('any' in criterion) return criterion.any.map((part, at) => [part, `any/${at}`] as const);
  if ('atLeast' in criterion) return criterion.of.map((part, at) => [part, `of/${at}`] as const);
  if ('anchor' in criterion) return [[criterion.anchor.is, 'anchor/is']];
  return 'not' in criterion ? [[criterion.not, 'not']] : [];
}

/** A criterion without what takes no part, on whichever day that is asked; undefined where nothing is left. */
function pruned(criterion: Criterion, place: string, isOut: Out): Criterion | undefined {
  if (isOut(place)) return undefined;
  const parts = partsOf(criterion).map(([part, at]) => pruned(part, `${place}/${at}`, isOut));
  const kept = parts.filter((part) => part !== undefined);
  if (parts.length > 0 && kept.length === 0) return undefined;
  const [first] = kept;
  if ('all' in criterion) return { all: kept };
  if ('any' in criterion) return { any: kept };
  if ('atLeast' in criterion) return { atLeast: criterion.atLeast, of: kept };
  if ('not' in criterion) return { not: first! };
  return 'anchor' in criterion ? { anchor: { ...criterion.anchor, is: first! } } : criterion;
}

function negated(truth: Truth | undefined): Truth | undefined {
  if (truth === undefined || truth === 'unknown') return truth;
  return truth === 'yes' ? 'no' : 'yes';
}
