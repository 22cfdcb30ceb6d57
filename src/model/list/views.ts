/** Views as a host keeps them: made, and read back whatever they have become. */
import { cellStates } from '../../engine/index.ts';
import type { Profile } from '../../profile/index.ts';
import { isCalendarDate } from '../../record/index.ts';
import { columnsOf } from './columns.ts';
import { defaultPriority } from './priority.ts';
import type { ColumnView, Filter, ListView, PriorityRule, Sort } from './types.ts';

/** The members, the most vulnerable first. */
export function defaultView({ id }: Profile): ListView {
  return {
    profileId: id,
    tab: 'members',
    columns: [],
    sort: [],
    priority: defaultPriority,
    filters: [],
    query: '',
  };
}

export interface ReadView {
  readonly view: ListView;
  /** What could not be used, as paths into the object, e.g. `sort/0`; the whole is `''`. */
  readonly ignored: readonly string[];
}

/**
 * Takes a host's object for a view of the profile's list. Never throws: what cannot be used (another
 * profile's view, a column that is no more, a value of another kind) is passed over, and said.
 */
export function readView(given: unknown, profile: Profile): ReadView {
  const usual = defaultView(profile);
  const ignored: string[] = [];
  const json = plainOf(given);
  if (!isObject(json) || json.profileId !== profile.id)
    return { view: usual, ignored: [isObject(json) ? 'profileId' : ''] };
  const known = new Set(
    (['members', 'undecided'] as const).flatMap((tab) =>
      columnsOf(profile, tab, { round: true, since: true }).map(({ id }) => id),
    ),
  );
  /** The value, where it is right; absent is right, and nothing to tell of. */
  const take = <Part>(path: string, read: (value: unknown) => Part | undefined, fallback: Part) => {
    const value = json[path];
    if (value === undefined) return fallback;
    const part = read(value);
    if (part === undefined) ignored.push(path);
    return part ?? fallback;
  };
  /** A list, without the entries that cannot be read, and those of an id that came before. */
  const takeAll = <Part>(
    path: string,
    read: (entry: Loose, path: string) => Part | undefined,
    idOf?: (part: Part) => string,
  ): readonly Part[] => {
    const seen = new Set<string>();
    return take<readonly unknown[]>(
      path,
      (value) => (Array.isArray(value) ? value : undefined),
      [],
    ).flatMap((entry, index) => {
      const part = isObject(entry) ? read(entry, `${path}/${index}`) : undefined;
      const id = part && idOf?.(part);
      if (part !== undefined && (id === undefined || !seen.has(id))) {
        if (id !== undefined) seen.add(id);
        return [part];
      }
      ignored.push(`${path}/${index}`);
      return [];
    });
  };
  const view: ListView = {
    profileId: profile.id,
    tab: take('tab', oneOf(['members', 'undecided'] as const), usual.tab),
    columns: takeAll(
      'columns',
      ({ id, width, hidden, pinned }): ColumnView | undefined =>
        isId(id, known)
          ? {
              id,
              ...(isNumber(width) ? { width: Math.min(2000, Math.max(24, width)) } : {}),
              ...(typeof hidden === 'boolean' ? { hidden } : {}),
              ...(typeof pinned === 'boolean' ? { pinned } : {}),
            }
          : undefined,
      ({ id }) => id,
    ),
    sort: takeAll(
      'sort',
      ({ columnId, descending }): Sort | undefined =>
        isId(columnId, known) ? { columnId, descending: descending === true } : undefined,
      ({ columnId }) => columnId,
    ),
    priority: withMissing(
      takeAll(
        'priority',
        ({ by, on }): PriorityRule | undefined =>
          usual.priority.some((rule) => rule.by === by)
            ? { by: by as PriorityRule['by'], on: on !== false }
            : undefined,
        ({ by }) => by,
      ),
    ),
    filters: takeAll('filters', (entry, path) => readFilter(entry, path, known, ignored)),
    query: take('query', (value) => (typeof value === 'string' ? value : undefined), ''),
  };
  const density = take('density', oneOf<ListView['density']>(['normal', 'compact']), undefined);
  return { view: density ? { ...view, density } : view, ignored };
}

/** A filter that lost all it asked for would let everything pass: it is no filter any more. */
function readFilter(
  entry: Loose,
  path: string,
  known: ReadonlySet<string>,
  ignored: string[],
): Filter | undefined {
  const { columnId } = entry;
  if (!isId(columnId, known)) return undefined;
  const filter: { -readonly [Key in keyof Filter]: Filter[Key] } = { columnId };
  const texts = (value: unknown): readonly string[] | undefined =>
    Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
  const bound = (value: unknown) =>
    isNumber(value) || (typeof value === 'string' && isCalendarDate(value)) ? value : undefined;
  const readers = {
    any: texts,
    min: bound,
    max: bound,
    contains: (value: unknown) => (typeof value === 'string' ? value : undefined),
    states: (value: unknown) =>
      texts(value)?.every((each) => (cellStates as readonly string[]).includes(each))
        ? value
        : undefined,
  };
  for (const [key, read] of Object.entries(readers)) {
    if (entry[key] === undefined) continue;
    const value = read(entry[key]);
    if (value === undefined) ignored.push(`${path}/${key}`);
    else Object.assign(filter, { [key]: value });
  }
  return Object.keys(filter).length > 1 ? filter : undefined;
}

/** Rules that are not named come last, as they usually are. */
function withMissing(rules: readonly PriorityRule[]): readonly PriorityRule[] {
  const named = new Set(rules.map(({ by }) => by));
  return [...rules, ...defaultPriority.filter(({ by }) => !named.has(by))];
}

type Loose = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown, known: ReadonlySet<string>): value is string {
  return typeof value === 'string' && known.has(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function oneOf<Value>(values: readonly Value[]): (value: unknown) => Value | undefined {
  return (value) => values.find((each) => each === value);
}

/** As it would come back out of storage; undefined where it would not. */
function plainOf(given: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(given));
  } catch {
    return undefined;
  }
}
