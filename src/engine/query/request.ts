import {
  defaultWindows,
  denominatorOf,
  resolveCodes,
  windowOfItem,
  type Codes,
  type Criterion,
  type Window,
} from '../../profile/index.ts';
import {
  isSpan,
  parsePeriod,
  recordTypes,
  requireDate,
  type CalendarDate,
  type RecordType,
  type RecordsRequest,
  type RequestedCodes,
  type RequestedType,
} from '../../record/index.ts';
import { requirePlan, type Plan } from './compile.ts';
import { windowOn } from '../reference/windows.ts';

/** One need: some codes of one type, from some day on. */
interface Need {
  readonly type: RecordType;
  /** One of these; undefined: any. */
  readonly codes: readonly RequestedCodes[] | undefined;
  readonly earliest: CalendarDate | undefined;
}

/**
 * The least data that answers one or several plans on a date.
 * @throws {TypeError} of what is no plan, or no text for a date. @throws {RangeError} of a day that does not exist.
 */
export function requestFor(plans: Plan | readonly Plan[], asOf: CalendarDate): RecordsRequest {
  requireDate(asOf, 'requestFor: asOf');
  const needs = [plans].flat().flatMap((plan) => needsOf(requirePlan(plan, 'requestFor'), asOf));
  const types: Partial<Record<RecordType, RequestedType>> = {};
  for (const type of recordTypes) {
    const own = needs.filter((need) => need.type === type);
    if (own.length > 0) types[type] = union(own);
  }
  return { asOf, types };
}

/**
 * The code systems that each query and item of a plan asks, as the profile writes them; without those that ask any code.
 * One system is enough for those of one query (R2a).
 */
export function systemsAsked(
  plan: Plan,
  asOf: CalendarDate,
): readonly { readonly type: RecordType; readonly systems: readonly string[] }[] {
  return needsOf(plan, asOf).flatMap(({ type, codes }) =>
    codes ? [{ type, systems: codes.map(({ system }) => system) }] : [],
  );
}

function needsOf({ profile }: Plan, asOf: CalendarDate): readonly Need[] {
  const { population, information, markers = [], indicators = [] } = profile;
  const need = (type: RecordType, query: AnyNeed, day: FirstDay): Need => ({
    type,
    codes:
      query.codes === undefined ? undefined : resolveCodes(profile, query.codes).map(requested),
    // How long a treatment has lasted is told wherever it is shown, and by its whole history alone; so is what came first.
    earliest:
      query.lasting === undefined && !query.episodes && !query.first && type !== 'medication'
        ? startOn(query.when ?? defaultWindows[type], day)
        : undefined,
  });
  const ofCriterion = (criterion: Criterion, day: FirstDay): readonly Need[] => {
    const ofEach = (parts: readonly Criterion[]) => parts.flatMap((part) => ofCriterion(part, day));
    if ('all' in criterion) return ofEach(criterion.all);
    if ('any' in criterion) return ofEach(criterion.any);
    if ('not' in criterion) return ofCriterion(criterion.not, day);
    if ('atLeast' in criterion) return ofEach(criterion.of);
    if ('anchor' in criterion) {
      const { on, at, is } = criterion.anchor;
      return queriesIn(on).flatMap(([type, query]) => {
        const needed = need(type, query, day);
        // A span in the window may have begun before it.
        const first = isSpan(type) && at === undefined ? undefined : needed.earliest;
        return [needed, ...ofCriterion(is, first)];
      });
    }
    if ('concurrent' in criterion) {
      const { of, when = 'now', lasting } = criterion.concurrent;
      return of.flatMap((part) =>
        queriesIn(part).map(([type, query]) => need(type, { ...query, when, lasting }, day)),
      );
    }
    if ('sequence' in criterion)
      return criterion.sequence.of.flatMap((part) =>
        queriesIn(part).map(([type, query]) => need(type, query, day)),
      );
    if ('sameDay' in criterion) {
      const { of, when = 'ever' } = criterion.sameDay;
      return of.flatMap((part) =>
        queriesIn(part).map(([type, query]) => need(type, { ...query, when }, day)),
      );
    }
    if ('change' in criterion) return [need('result', criterion.change.of, day)];
    return queriesIn(criterion).flatMap(([type, query]) =>
      // R13a: each of them matters, in its own system.
      (query.prefer ?? [query.codes]).map((codes) => need(type, { ...query, codes }, day)),
    );
  };
  const criteria = [
    population.include,
    population.exclude,
    ...markers.map(({ when }) => when),
    ...indicators.flatMap((each) => [each.numerator, denominatorOf(each)]),
    ...information.map(({ condition }) => condition),
  ];
  return [
    ...criteria.filter((each) => each !== undefined).flatMap((each) => ofCriterion(each, asOf)),
    ...information.flatMap((item) =>
      item.type === 'patient' || item.uncoded
        ? []
        : [need(item.type, { ...item, when: windowOfItem(item) }, asOf)],
    ),
  ];
}

/** The first day on which something may be asked: that of evaluation, or of a record (R19b); undefined: any. */
type FirstDay = CalendarDate | undefined;

/** The first day of a window; undefined where nobody can say which. */
function startOn(window: Window, day: FirstDay): CalendarDate | undefined {
  if (day !== undefined) return windowOn(window, day).from;
  const from = typeof window === 'object' && 'from' in window ? window.from : undefined;
  return from === undefined || parsePeriod(from) ? undefined : from;
}

interface AnyNeed {
  readonly codes?: Codes | undefined;
  readonly prefer?: readonly Codes[];
  readonly first?: true | undefined;
  readonly when?: Window;
  readonly lasting?: unknown;
  readonly episodes?: unknown;
}

/** The record queries under an object's type names. */
function queriesIn(holder: object): readonly (readonly [RecordType, AnyNeed])[] {
  return recordTypes.flatMap((type) =>
    type in holder ? [[type, (holder as Record<RecordType, AnyNeed>)[type]] as const] : [],
  );
}

function requested({ system, include, exclude }: RequestedCodes): RequestedCodes {
  return exclude ? { system, include, exclude } : { system, include };
}

/** One need without codes asks for all codes; one without a first day asks for all days. */
function union(needs: readonly Need[]): RequestedType {
  const codes = needs.map((need) => need.codes);
  const days = needs.map((need) => need.earliest);
  return {
    ...(codes.every((each) => each !== undefined) ? { codes: withoutRepeats(codes.flat()) } : {}),
    ...(days.every((each) => each !== undefined)
      ? { earliest: days.reduce((a, b) => (a < b ? a : b)) }
      : {}),
  };
}

function withoutRepeats(codes: readonly RequestedCodes[]): readonly RequestedCodes[] {
  return [...new Map(codes.map((each) => [JSON.stringify(each), each])).values()];
}
