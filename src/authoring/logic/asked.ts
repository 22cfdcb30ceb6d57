/** The single questions that a criterion asks, and what one says of another. */
import {
  defaultWindows,
  queryTypes,
  resolveCodes,
  type CodeSet,
  type Codes,
  type Criterion,
  type PatientQuery,
  type Profile,
  type Window,
} from '../../profile/index.ts';
import {
  codeMatcher,
  normalizeEntry,
  normalizeSystem,
  parsePeriod,
  roughDays,
  type RecordType,
} from '../../record/index.ts';

export type Asked =
  | { readonly kind: 'always'; readonly key: string; readonly isNegated?: false }
  /** At least so old, today, in completed years. */
  | {
      readonly kind: 'age';
      readonly key: string;
      readonly years: number;
      readonly isNegated: boolean;
    }
  /** A field that has one value. */
  | {
      readonly kind: 'field';
      readonly key: string;
      readonly field: string;
      readonly isNegated?: false;
    }
  /** Whether there is any record of the type in the window. */
  | {
      readonly kind: 'records';
      readonly key: string;
      readonly type: RecordType;
      /** Absent: any record. */
      readonly codes: readonly CodeSet[] | undefined;
      readonly window: Window;
      /** What else is asked of each record. */
      readonly rest: string;
      readonly isNegated?: false;
    }
  | { readonly kind: 'other'; readonly key: string; readonly isNegated?: false };

/** The questions of a criterion without parts: all of them together are the criterion. */
export function askedOf(criterion: Criterion, profile: Profile): readonly Asked[] {
  if ('patient' in criterion) return askedOfPatient(criterion.patient);
  for (const type of queryTypes)
    if (type in criterion) {
      const asked = askedOfRecords(
        type,
        (criterion as unknown as Record<string, RecordQuery>)[type]!,
        profile,
      );
      if (asked) return [asked];
    }
  return [{ kind: 'other', key: keyOf(criterion, profile) }];
}

function askedOfPatient(query: PatientQuery): readonly Asked[] {
  return Object.entries(query).flatMap(([field, value]): readonly Asked[] => {
    const key = JSON.stringify([field, value]);
    const single = singleFields.has(field) && (typeof value !== 'object' || value === null);
    if (single) return [{ kind: 'field', key, field }];
    const age = field === 'age' ? query.age : undefined;
    if (!age || age.on !== undefined) return [{ kind: 'other', key }];
    const { min, max } = age;
    if (typeof (min ?? 0) !== 'number' || typeof (max ?? 0) !== 'number')
      return [{ kind: 'other', key }];
    return [
      ...(typeof min === 'number' ? [atLeastSoOld(min, false)] : []),
      ...(typeof max === 'number' ? [atLeastSoOld(max + 1, true)] : []),
    ];
  });
}

const singleFields: ReadonlySet<string> = new Set(['sex', 'listed', 'insuranceGroup']);

function atLeastSoOld(years: number, isNegated: boolean): Asked {
  if (years <= 0) return { kind: 'always', key: 'always' };
  return { kind: 'age', key: `age ${years}`, years, isNegated };
}

interface RecordQuery {
  readonly codes?: Codes;
  readonly when?: Window;
  readonly [key: string]: unknown;
}

/** Keys that are asked of each record by itself. */
const ofEachRecord: ReadonlySet<string> = new Set([
  ...['codes', 'when', 'source', 'specialty', 'product', 'status', 'strength'],
]);

function askedOfRecords(type: RecordType, query: RecordQuery, profile: Profile): Asked | undefined {
  if (!Object.keys(query).every((key) => ofEachRecord.has(key))) return undefined;
  const { codes, when, ...rest } = query;
  return {
    kind: 'records',
    key: keyOf({ [type]: { ...query, when: when ?? defaultWindows[type] } }, profile),
    type,
    codes: codes === undefined ? undefined : resolveCodes(profile, codes),
    window: when ?? defaultWindows[type],
    rest: canonical(rest),
  };
}

/** What a criterion asks, as a text: the same for two that ask the same, whatever names their code sets have. */
export function keyOf(criterion: object, profile: Profile): string {
  return canonical(withCodes(criterion, profile));
}

function withCodes(value: unknown, profile: Profile): unknown {
  if (Array.isArray(value)) return value.map((each) => withCodes(each, profile));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === 'codes'
        ? [
            key,
            resolveCodes(profile, each as Codes)
              .map(contentOf)
              .sort(),
          ]
        : [key, withCodes(each, profile)],
    ),
  );
}

/** Which codes a set has, whatever it is called. */
function contentOf(set: CodeSet): string {
  let content = contents.get(set);
  if (content === undefined) contents.set(set, (content = contentFrom(set)));
  return content;
}

/** A set is asked about time and again. */
const contents = new WeakMap<CodeSet, string>();

function contentFrom({ system, include, exclude = [] }: CodeSet): string {
  const own = normalizeSystem(system);
  const entries = (list: readonly string[]) =>
    [...new Set(list.map((each) => normalizeEntry(own, each)))].sort();
  return JSON.stringify([own, entries(include), entries(exclude)]);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

/** Whether one question is answered *yes* wherever the other is. */
export function implies(a: Asked, b: Asked): boolean {
  if (a.key === b.key) return true;
  if (a.kind === 'age' && b.kind === 'age') return a.years >= b.years;
  if (a.kind !== 'records' || b.kind !== 'records') return false;
  return (
    a.type === b.type &&
    a.rest === b.rest &&
    isWithin(a.window, b.window) &&
    (b.codes === undefined ||
      (a.codes !== undefined &&
        a.codes.every((set) => b.codes!.some((other) => isPartOf(set, other)))))
  );
}

/** Whether two questions are never both answered *yes*. */
export function excludes(a: Asked, b: Asked): boolean {
  return a.kind === 'field' && b.kind === 'field' && a.field === b.field && a.key !== b.key;
}

/** Months differ in length: a window is within another where it is shorter by more than that can be. */
function isWithin(inner: Window, outer: Window): boolean {
  if (canonical(inner) === canonical(outer)) return true;
  if (typeof inner === 'string' || !('last' in inner)) return false;
  if (outer === 'ever') return true;
  if (typeof outer === 'string' || !('last' in outer)) return false;
  const [a, b] = [parsePeriod(inner.last), parsePeriod(outer.last)];
  return a !== undefined && b !== undefined && roughDays(a) * 1.03 + 3 <= roughDays(b);
}

/** Whether every code of a set is in another one, as far as their entries tell. */
function isPartOf(set: CodeSet, other: CodeSet): boolean {
  const [own, others] = [entriesOf(set), entriesOf(other)];
  return (
    own.system === others.system &&
    others.exclude.every((each) => own.excluded.has(each)) &&
    own.include.every((entry) => others.covers(entry))
  );
}

interface Entries {
  readonly system: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly excluded: ReadonlySet<string>;
  /** Whether an entry, normalised, is included, or stands below one that is. */
  readonly covers: (entry: string) => boolean;
}

function entriesOf(set: CodeSet): Entries {
  let entries = entriesBySet.get(set);
  if (!entries) {
    const system = normalizeSystem(set.system);
    const normalized = (list: readonly string[] = []) =>
      list.map((each) => normalizeEntry(system, each));
    const [include, exclude] = [normalized(set.include), normalized(set.exclude)];
    const covers = coveredBy(system, include);
    entries = { system, include, exclude, excluded: new Set(exclude), covers };
    entriesBySet.set(set, entries);
  }
  return entries;
}

/** A set is held against many others. */
const entriesBySet = new WeakMap<CodeSet, Entries>();

/** Answers whether an entry, normalised, is one of others, or stands below one; made once for many. */
export function coveredBy(system: string, others: readonly string[]): (entry: string) => boolean {
  const known = new Set(others);
  const matches = codeMatcher({ system, include: others });
  return (entry) => known.has(entry) || (!entry.includes('-') && matches(system, entry));
}
