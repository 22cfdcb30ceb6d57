/** What is other in the entries of a profile: markers, values, indicators and messages, by their ids. */
import { describeCriterion, describeItem, textIn, type Profile } from '../../profile/index.ts';
import {
  namesIn,
  same,
  sayField,
  valueChange,
  type Change,
  type Pair,
  type Side,
} from './change.ts';

type EntryList = 'markers' | 'information' | 'indicators' | 'messages';
type Entry = NonNullable<Profile[EntryList]>[number];

/** Entries by their ids: those that came and went, and of the others each field that differs. */
export function entryChanges(pair: Pair, list: EntryList): readonly Change[] {
  const { phrases } = pair;
  const [old, now] = [entriesIn(pair.before, list), entriesIn(pair.after, list)];
  const changes = namesIn(old, now).flatMap((id): readonly Change[] => {
    const what = phrases.entry(list, id);
    const [entry, later] = [old[id], now[id]];
    if (entry && later)
      return same(entry.entry, later.entry)
        ? []
        : fieldChanges(pair, what, later.path, entry.entry, later.entry);
    if (entry)
      return [
        { kind: 'removed', what, path: entry.path, before: sayEntry(entry.entry, pair, 'before') },
      ];
    return later
      ? [{ kind: 'added', what, path: later.path, after: sayEntry(later.entry, pair, 'after') }]
      : [];
  });
  const order = (entries: typeof old, others: typeof old) =>
    Object.keys(entries).filter((id) => others[id] !== undefined);
  const [first, second] = [order(old, now), order(now, old)];
  if (same(first, second)) return changes;
  const what = phrases.order(list);
  return [
    ...changes,
    { kind: 'changed', what, path: `/${list}`, before: first.join(', '), after: second.join(', ') },
  ];
}

interface Placed {
  readonly entry: Entry;
  readonly path: string;
}

function entriesIn(profile: Profile, list: EntryList): Readonly<Record<string, Placed>> {
  const entries: readonly Entry[] = profile[list] ?? [];
  return Object.fromEntries(
    entries.map((entry, index) => [entry.id, { entry, path: `/${list}/${index}` }]),
  );
}

function fieldChanges(
  pair: Pair,
  what: string,
  path: string,
  before: Entry,
  after: Entry,
): readonly Change[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return namesIn(old, now).flatMap((field) =>
    valueChange(
      `${what}: ${pair.phrases.field(field)}`,
      `${path}/${field}`,
      old[field],
      now[field],
      (value, side) => sayField(field, value, pair, side),
    ),
  );
}

function fieldsOf(entry: Entry): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entry));
}

function sayEntry(entry: Entry, pair: Pair, side: Side): string {
  const { language } = pair;
  const profile = pair[side];
  if ('type' in entry) return describeItem(entry, profile, language);
  const title = textIn(entry.title, language);
  if ('level' in entry)
    return `${title} (${pair.phrases.level(entry.level)}): ${describeCriterion(entry.when, profile, language)}`;
  return 'numerator' in entry
    ? `${title}: ${describeCriterion(entry.numerator, profile, language)}`
    : title;
}
