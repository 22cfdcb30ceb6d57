/** Views as a host keeps them: made, and read back whatever they have become. */
import * as z from 'zod/mini';
import { anything, calendarDate, lenient, present, text } from '../../adapter/reading.ts';
import { cellStates } from '../../engine/index.ts';
import type { DocumentLimits } from '../../json/limits.ts';
import { writtenWithin } from '../../json/written.ts';
import type { Profile } from '../../profile/index.ts';
import { isNarrowing, withFilters } from './changes.ts';
import { columnsOf } from './columns/profile-columns.ts';
import { mayGroup } from './columns/kinds.ts';
import type { Column } from './columns/types.ts';
import { dateRangesOf } from './date-ranges.ts';
import { defaultPriority } from './priority.ts';
import type { Filter, ListView, PriorityRule } from './types.ts';

/** Views that are kept may name two columns that are one now: markers, and why first. */
const formerIds: ReadonlySet<string> = new Set(['markers', 'priority']);
const columnId = z.pipe(
  z.string(),
  z.transform((id: string) => (formerIds.has(id) ? 'reasons' : id)),
);

/** What an entry names, as it was given. */
function idGiven(entry: unknown): unknown {
  const { id, columnId: of } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  return id ?? of;
}

/** Whether both were hidden: only then is the one that took their place. */
function wereBothHidden(columns: unknown): boolean {
  const hidden = new Set(
    (Array.isArray(columns) ? (columns as unknown[]) : []).flatMap((each) =>
      (each as { hidden?: unknown } | null)?.hidden === true ? [idGiven(each)] : [],
    ),
  );
  return [...formerIds].every((id) => hidden.has(id));
}

/** Makes the view of the members, the most vulnerable first. */
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

/** The view without what may name a patient: the search, and filters by name, CPR number or note. */
export function withoutPatients(view: ListView): ListView {
  const filters = view.filters.filter(({ columnId }) => !naming.has(columnId));
  const isSame = view.query === '' && filters.length === view.filters.length;
  return isSame ? view : { ...withFilters(view, filters), query: '' };
}

/**
 * The view without what means something in one clinic alone: what may name a patient, filters by its doctors and its team,
 * and what a figure or a task of its has narrowed by.
 */
export function withoutClinic(view: ListView): ListView {
  const own = withoutPatients(view);
  const filters = own.filters.filter(
    (filter) => !isNarrowing(filter) && !ofClinic.has(filter.columnId),
  );
  return filters.length === own.filters.length ? own : withFilters(own, filters);
}

const naming: ReadonlySet<string> = new Set(['cpr', 'name', 'note']);
const ofClinic: ReadonlySet<string> = new Set(['practitioner', 'assignee']);

export interface ReadView {
  readonly view: ListView;
  /** What could not be used, as paths into the object, e.g. `sort/0`; the whole is `''`. At most 100 of them. */
  readonly ignored: readonly string[];
}

/**
 * Reads a host's object as a view of the profile's list. Never throws: what cannot be used (another
 * profile's view, a column that is no more, a value of another kind) is ignored, and its path returned.
 */
export function readView(given: unknown, profile: Profile): ReadView {
  const usual = defaultView(profile);
  const { data: parts } = viewSchema.safeParse(plainOf(given));
  if (parts?.profileId !== profile.id) return { view: usual, ignored: [parts ? 'profileId' : ''] };
  const known = new Map(
    tabs.flatMap((tab) =>
      columnsOf(profile, tab, {
        ...{ round: true, since: true, others: true },
        ...{ assignee: 'used', due: 'used', contact: 'used' },
      }).map((column) => [column.id, column] as const),
    ),
  );
  const bothHidden = wereBothHidden(parts.columns);
  const ignored: string[] = [];
  const take: Take = (schema, value, path) => {
    const { success, data } = schema.safeParse(value);
    if (!success) ignored.push(path);
    return data ?? undefined;
  };
  /** Reads a list, without the entries that cannot be read, and those of an id that came before. */
  const takeAll = <Entry>(
    key: keyof typeof parts,
    read: (entry: unknown, path: string) => Entry | undefined,
    idOf?: (entry: Entry) => string,
  ): readonly Entry[] => {
    const seen = new Set<string>();
    const entries = take(listSchema, parts[key], key) ?? [];
    const most = key === 'filters' ? mostFilters : mostColumns;
    if (entries.length > most) ignored.push(`${key}/${most}`);
    return entries.slice(0, most).flatMap((each, index) => {
      const entry = read(each, `${key}/${index}`);
      const id = entry && idOf?.(entry);
      if (entry !== undefined && (id === undefined || !seen.has(id))) {
        if (id !== undefined) seen.add(id);
        return [entry];
      }
      if (entry !== undefined && formerIds.has(String(idGiven(each)))) return [];
      ignored.push(`${key}/${index}`);
      return [];
    });
  };
  const view: ListView = {
    profileId: profile.id,
    tab: take(tabSchema, parts.tab, 'tab') ?? usual.tab,
    columns: takeAll(
      'columns',
      (entry) => {
        const { data: column } = columnSchema.safeParse(entry);
        if (!column || !known.has(column.id)) return undefined;
        if (!formerIds.has(String(idGiven(entry)))) return column;
        // The width was that of something else.
        const { pinned } = column;
        return { id: column.id, ...present({ pinned, hidden: bothHidden || undefined }) };
      },
      ({ id }) => id,
    ),
    sort: takeAll(
      'sort',
      (entry) => {
        const { data: sort } = sortSchema.safeParse(entry);
        return sort && known.has(sort.columnId) ? sort : undefined;
      },
      ({ columnId }) => columnId,
    ),
    priority: withMissing(
      takeAll(
        'priority',
        (entry) => prioritySchema.safeParse(entry).data,
        ({ by }) => by,
      ),
    ),
    filters: takeAll('filters', (entry, path) => {
      const { data: filter } = filterSchema.safeParse(entry);
      const column = filter && known.get(filter.columnId);
      return column ? readFilter(filter, path, take, column) : undefined;
    }),
    query: take(textSchema, parts.query, 'query') ?? '',
  };
  const density = take(densitySchema, parts.density, 'density');
  const done = take(doneSchema, parts.done, 'done');
  const match = take(matchSchema, parts.match, 'match');
  const groupId = take(textSchema, parts.group, 'group');
  const column = groupId === undefined ? undefined : known.get(groupId);
  const group = column && mayGroup(column) ? groupId : undefined;
  if (group !== groupId) ignored.push('group');
  return {
    view: withFilters({ ...view, ...present({ density, done, match, group }) }, view.filters),
    ignored: ignored.slice(0, mostIgnored),
  };
}

/** Reads one part, and tells its path when it does not fit. Absent is right, and nothing to tell of. */
type Take = <Part>(
  schema: z.ZodMiniType<Part>,
  value: unknown,
  path: string,
) => NonNullable<Part> | undefined;

const viewSchema = z.object({
  profileId: anything,
  tab: anything,
  columns: anything,
  sort: anything,
  priority: anything,
  filters: anything,
  query: anything,
  density: anything,
  done: anything,
  match: anything,
  group: anything,
});

const tabs = ['members', 'undecided'] as const;
const tabSchema = z.optional(z.enum(tabs));
const densitySchema = z.optional(z.enum(['normal', 'compact']));
const doneSchema = z.optional(z.enum(['last', 'hidden', 'in-order']));
const matchSchema = z.optional(z.enum(['all', 'any']));
const textSchema = z.optional(text);
const listSchema = z.optional(z.array(z.unknown()));

const columnSchema = z.pipe(
  z.object({
    id: columnId,
    width: lenient(z.pipe(z.number(), z.transform(withinWidths))),
    hidden: lenient(z.boolean()),
    pinned: lenient(z.boolean()),
  }),
  z.transform(present),
);

/** Holds a column's width, in pixels, to what can be used. */
function withinWidths(width: number): number {
  return Math.min(2000, Math.max(24, width));
}

const sortSchema = z.object({ columnId, descending: z.catch(z.boolean(), false) });

const prioritySchema = z.object({
  by: z.enum(defaultPriority.map(({ by }) => by)),
  on: z.catch(z.boolean(), true),
});

const filterSchema = z.object({
  columnId,
  any: anything,
  all: anything,
  answer: lenient(z.optional(z.enum(['no', 'unknown']))),
  min: anything,
  max: anything,
  when: anything,
  contains: anything,
  states: anything,
  narrows: lenient(z.optional(z.literal(true))),
});
const anySchema = z.optional(z.array(text));
const boundSchema = z.optional(z.union([z.number(), calendarDate]));
const statesSchema = z.optional(z.array(z.enum(cellStates)));

/** Reads a filter. One that lost all it asked for would let everything pass: it is no filter any more. */
function readFilter(
  {
    columnId,
    any,
    all,
    answer,
    min,
    max,
    when,
    contains,
    states,
    narrows,
  }: z.infer<typeof filterSchema>,
  path: string,
  take: Take,
  column: Column,
): Filter | undefined {
  const asked = present({
    any: take(anySchema, any, `${path}/any`),
    all: take(anySchema, all, `${path}/all`),
    min: take(boundSchema, min, `${path}/min`),
    max: take(boundSchema, max, `${path}/max`),
    when: take(z.optional(z.enum(dateRangesOf(column))), when, `${path}/when`),
    contains: take(textSchema, contains, `${path}/contains`),
    states: take(statesSchema, states, `${path}/states`),
  });
  if (Object.keys(asked).length === 0) return undefined;
  return {
    ...{ columnId, ...asked },
    ...(answer && asked.any ? { answer } : {}),
    ...(narrows ? { narrows } : {}),
  };
}

/** Adds the rules that are not named, last, as they usually are. */
function withMissing(rules: readonly PriorityRule[]): readonly PriorityRule[] {
  const named = new Set(rules.map(({ by }) => by));
  return [...rules, ...defaultPriority.filter(({ by }) => !named.has(by))];
}

/** All that a view may be: a hundred filters with what they let pass. */
const viewLimits: DocumentLimits = { characters: 200_000, depth: 8, nodes: 10_000, key: 1000 };
const mostColumns = 1000;
/** Each is asked of every patient. */
const mostFilters = 200;
const mostIgnored = 100;

/** Returns the value as it would come back out of storage; undefined where it would not, or is larger than any view. */
export function plainOf(given: unknown): unknown {
  return readPlain(given).plain;
}

/**
 * The same, with how many characters were written of it.
 *
 * @param most Of how many more is not read.
 */
export function readPlain(
  given: unknown,
  most: number = viewLimits.characters,
): { readonly plain: unknown; readonly characters: number } {
  const characters = Math.min(most, viewLimits.characters);
  try {
    const text = writtenWithin(given, { ...viewLimits, characters });
    if (typeof text === 'string') return { plain: JSON.parse(text), characters: text.length };
  } catch {
    // It cost what it cost.
  }
  return { plain: undefined, characters };
}
