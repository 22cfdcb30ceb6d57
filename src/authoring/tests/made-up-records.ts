/** Made-up records that a query asks for. */
import { isObject, type JsonObject } from '../../json/values.ts';
import {
  defaultWindows,
  resolveCodes,
  type Codes,
  type Profile,
  type Window,
} from '../../profile/index.ts';
import {
  codeMatcher,
  isSpan,
  normalizeCode,
  normalizeSystem,
  parsePeriod,
  roughDays,
  type RecordType,
} from '../../record/index.ts';

export interface RecordQuery extends JsonObject {
  readonly codes?: Codes;
  readonly when?: Window;
}

/** Lists of records of which each meets the query, where it is one that records can be made up for. */
export function* recordsFor(
  type: RecordType,
  query: RecordQuery,
  profile: Profile,
): Generator<readonly object[]> {
  const { count, distinct, value, when = defaultWindows[type] } = query;
  const days = daysIn(when, type, longestOf(query));
  if (!days) return;
  const least = isObject(count) && typeof count['min'] === 'number' ? count['min'] : 1;
  if (least > mostRecords) return;
  const apart = isObject(count) ? roughDaysOf(count['apart']) : 0;
  const named = codesOf(query.codes, profile);
  const codes = isObject(distinct) ? named.slice(0, least) : named.slice(0, 1);
  if (query.codes !== undefined && codes.length === 0) return;
  const fields = {
    ...fieldsOf(type, query),
    ...(isObject(value) ? (resultOf(value) ?? {}) : type === 'result' ? { value: 1 } : {}),
  };
  if (isObject(value) && !resultOf(value)) return;
  yield Array.from({ length: least }, (_, at) => ({
    ...(codes[isObject(distinct) ? at : 0] ?? {}),
    ...datesOf(type, days, at * Math.max(apart, isObject(distinct) ? 0 : 1)),
    ...fields,
  }));
}

/** So many records are made up for one query. */
const mostRecords = 20;

interface CodeOf {
  readonly code: string;
  readonly system: string;
}

/** Codes of a query that are in it: an entry that begins others is one itself. */
function codesOf(codes: Codes | undefined, profile: Profile): readonly CodeOf[] {
  if (codes === undefined) return [];
  return resolveCodes(profile, codes).flatMap((set) => {
    const matches = codeMatcher(set);
    const system = normalizeSystem(set.system);
    return set.include.slice(0, mostCodes).flatMap((entry) => {
      const code = entry.split('-')[0]!.trim();
      return [code, `${code}01`]
        .flatMap((each) =>
          matches(system, normalizeCode(system, each)) ? [{ code: each, system: set.system }] : [],
        )
        .slice(0, 1);
    });
  });
}

const mostCodes = 50;

/** Days counted from the test's: where a span begins, or a point lies; how far on one may go. */
interface Days {
  readonly first: number;
  readonly isOpen: boolean;
}

function daysIn(when: Window, type: RecordType, longest: number): Days | undefined {
  const isOpen = isSpan(type);
  if (when === 'ever') return { first: Math.min(-1, -longest), isOpen };
  if (when === 'now')
    return isOpen ? { first: Math.min(-30, -longest), isOpen } : { first: 0, isOpen };
  if (when === 'future') return { first: 7, isOpen: false };
  if ('last' in when) {
    const span = roughDaysOf(when.last);
    return { first: isOpen && longest > span ? -longest : -Math.floor(span / 2), isOpen };
  }
  if ('next' in when) return { first: Math.ceil(roughDaysOf(when.next) / 2), isOpen: false };
  const from = when.from === undefined ? undefined : edge(when.from);
  const to = when.to === undefined ? undefined : edge(when.to);
  if (
    (when.from !== undefined && from === undefined) ||
    (when.to !== undefined && to === undefined)
  )
    return undefined;
  if (from !== undefined && to !== undefined)
    return { first: Math.round((from + to) / 2), isOpen: false };
  return from === undefined
    ? { first: to! - 1, isOpen: false }
    : { first: Math.max(from, Math.min(0, from + 1)), isOpen };
}

/** Of a date that is no period, the day depends on the test's. */
function edge(text: string): number | undefined {
  const period = parsePeriod(text);
  return period ? roughDays(period) * (period.sign === -1 ? -1 : 1) : undefined;
}

function roughDaysOf(text: unknown): number {
  const period = typeof text === 'string' ? parsePeriod(text) : undefined;
  return period ? Math.ceil(Math.abs(roughDays(period))) : 0;
}

/** How long a span must last, and a little more. */
function longestOf({ lasting }: RecordQuery): number {
  const least = isObject(lasting) ? lasting['atLeast'] : lasting;
  return least === undefined ? 0 : roughDaysOf(least) + 30;
}

function datesOf(type: RecordType, { first, isOpen }: Days, later: number): object {
  const day = dayText(first > 0 ? first + later : first - later);
  if (!isSpan(type)) return { at: day };
  return isOpen ? { from: day } : { from: day, to: day };
}

function dayText(days: number): string {
  return days < 0 ? `-P${-days}D` : `+P${days}D`;
}

function fieldsOf(type: RecordType, query: RecordQuery): object {
  const first = (value: unknown): unknown =>
    Array.isArray(value) ? (value as unknown[])[0] : value;
  const asked = ['source', 'specialty', 'product', 'status'].flatMap((key) =>
    query[key] === undefined ? [] : [[key, first(query[key])] as const],
  );
  const status =
    type === 'appointment' && query['status'] === undefined ? { status: 'booked' } : {};
  return { ...status, ...Object.fromEntries(asked) };
}

/** A value within the bounds. */
function resultOf(
  value: JsonObject,
): { readonly value: number | string; readonly unit?: string } | undefined {
  const number = (key: string) => (typeof value[key] === 'number' ? value[key] : undefined);
  const { text, unit } = value;
  if (text !== undefined) {
    const first: unknown = Array.isArray(text) ? (text as readonly unknown[])[0] : text;
    return typeof first === 'string' ? { value: first } : undefined;
  }
  const [above, atLeast] = [number('above'), number('atLeast')];
  const [below, atMost] = [number('below'), number('atMost')];
  const low = above ?? atLeast;
  const high = below ?? atMost;
  const made =
    low !== undefined && high !== undefined
      ? (low + high) / 2
      : low !== undefined
        ? low + 1
        : high !== undefined
          ? high > 1
            ? high - 1
            : high / 2
          : undefined;
  if (made === undefined) return undefined;
  return { value: made, ...(typeof unit === 'string' ? { unit } : {}) };
}
