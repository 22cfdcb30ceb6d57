/** What is other in one version of a profile than in another, in words. */
import { differencePhrases } from '../../i18n/phrases/difference.ts';
import {
  describeCriterion,
  type CodeSet,
  type Criterion,
  type Language,
  type Profile,
} from '../../profile/index.ts';
import {
  isFields,
  isLocal,
  namesIn,
  same,
  sayField,
  valueChange,
  type Change,
  type Pair,
  type Say,
  type Side,
} from './change.ts';
import { entryChanges } from './entry-changes.ts';

export interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly Change[];
}

/**
 * All that differs, by parts of a profile; parts in which nothing does are left out. The order of a list of criteria, or
 * of codes, is no difference.
 *
 * @param words The language of what is told around the profile's own words; default the same.
 */
export function changesBetween(
  before: Profile,
  after: Profile,
  language: Language,
  words = language,
): readonly ChangeGroup[] {
  const phrases = differencePhrases[words];
  const { parts } = phrases;
  const pair: Pair = { before, after, language, phrases };
  return [
    { title: parts.population, changes: populationChanges(pair) },
    { title: parts.codes, changes: codeChanges(pair) },
    { title: parts.markers, changes: entryChanges(pair, 'markers') },
    { title: parts.information, changes: entryChanges(pair, 'information') },
    { title: parts.indicators, changes: entryChanges(pair, 'indicators') },
    { title: parts.messages, changes: entryChanges(pair, 'messages') },
    { title: parts.about, changes: aboutChanges(pair) },
  ].filter(({ changes }) => changes.length > 0);
}

function populationChanges(pair: Pair): readonly Change[] {
  const { before, after, language, phrases } = pair;
  return (['include', 'exclude'] as const).flatMap((key) =>
    criterionChanges(
      phrases[key],
      `/population/${key}`,
      before.population[key],
      after.population[key],
      (criterion, side) =>
        describeCriterion(criterion, side === 'before' ? before : after, language),
      phrases,
    ),
  );
}

/** Of two lists of alternatives, or of things that are all asked, the parts that differ; else the whole. */
function criterionChanges(
  what: string,
  path: string,
  before: Criterion | undefined,
  after: Criterion | undefined,
  say: Say<Criterion>,
  phrases: Pair['phrases'],
): readonly Change[] {
  if (same(before, after)) return [];
  for (const key of ['any', 'all'] as const) {
    const [old, now] = [partsOf(before, key), partsOf(after, key)];
    if (!old || !now) continue;
    const joined = key === 'any' ? phrases.oneOf(what) : phrases.allOf(what);
    return [
      ...partChanges('removed', joined, `${path}/${key}`, old, now, (part) => say(part, 'before')),
      ...partChanges('added', joined, `${path}/${key}`, now, old, (part) => say(part, 'after')),
    ];
  }
  return valueChange(what, path, before, after, say);
}

/** What stands in one list of criteria and not in the other. */
function partChanges(
  kind: 'added' | 'removed',
  what: string,
  path: string,
  own: readonly Criterion[],
  other: readonly Criterion[],
  say: (part: Criterion) => string,
): readonly Change[] {
  return own.flatMap((part, index) => {
    if (other.some((each) => same(each, part))) return [];
    const words = say(part);
    return [
      {
        ...{ kind, what, path: `${path}/${index}` },
        ...(kind === 'added' ? { after: words } : { before: words }),
      },
    ];
  });
}

function partsOf(
  criterion: Criterion | undefined,
  key: 'any' | 'all',
): readonly Criterion[] | undefined {
  if (!criterion) return undefined;
  if (key === 'any') return 'any' in criterion ? criterion.any : undefined;
  return 'all' in criterion ? criterion.all : undefined;
}

function codeChanges({ before, after, phrases }: Pair): readonly Change[] {
  const [old, now] = [before.codes ?? {}, after.codes ?? {}];
  return namesIn(old, now).flatMap((name): readonly Change[] => {
    const what = phrases.codeSet(name);
    const path = `/codes/${name}`;
    const [set, later] = [old[name], now[name]];
    if (!set || !later)
      return [
        set
          ? { kind: 'removed', what, path, before: sayCodes(set, phrases) }
          : { kind: 'added', what, path, after: later ? sayCodes(later, phrases) : '' },
      ];
    if (set.system !== later.system)
      return [
        {
          ...{ kind: 'changed', what, path },
          before: sayCodes(set, phrases),
          after: sayCodes(later, phrases),
        },
      ];
    return (['include', 'exclude'] as const).flatMap((key) => [
      ...codesOnlyIn(
        set[key],
        later[key],
        'removed',
        phrases.codeList(name, key),
        `${path}/${key}`,
      ),
      ...codesOnlyIn(later[key], set[key], 'added', phrases.codeList(name, key), `${path}/${key}`),
    ]);
  });
}

function codesOnlyIn(
  own: readonly string[] = [],
  other: readonly string[] = [],
  kind: 'added' | 'removed',
  what: string,
  path: string,
): readonly Change[] {
  const codes = own.filter((code) => !other.includes(code)).join(', ');
  if (codes === '') return [];
  return [{ kind, what, path, ...(kind === 'added' ? { after: codes } : { before: codes }) }];
}

function sayCodes({ system, include, exclude = [] }: CodeSet, phrases: Pair['phrases']): string {
  const without = exclude.length > 0 ? `, ${phrases.without} ${exclude.join(', ')}` : '';
  return `${system}: ${include.join(', ')}${without}`;
}

/** What neither decides nor shows anything of a patient. */
function aboutChanges(pair: Pair): readonly Change[] {
  const { before, after, phrases } = pair;
  const told: ReadonlySet<string> = new Set([
    ...['$schema', 'population', 'codes', 'markers', 'information', 'indicators', 'messages'],
  ]);
  const [old, now] = [before, after].map((profile) =>
    Object.fromEntries(Object.entries(profile).filter(([key]) => !told.has(key))),
  ) as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  const say = (key: string) => (value: unknown, side: Side) =>
    key === 'status' && isStatus(value) ? phrases.status(value) : sayField(key, value, pair, side);
  return namesIn(old, now).flatMap((key) => {
    // Of what was not told at all before, each thing is told.
    const none = key === 'about' ? {} : undefined;
    const [was, is] = [old[key] ?? none, now[key] ?? none];
    return isFields(was) && isFields(is) && !isLocal(was)
      ? namesIn(was, is).flatMap((field) =>
          noteChanges(phrases.field(field), `/${key}/${field}`, was[field], is[field], say(field)),
        )
      : noteChanges(phrases.field(key), `/${key}`, was, is, say(key));
  });
}

/** Of two lists what came and what went; else the whole. */
function noteChanges(
  what: string,
  path: string,
  before: unknown,
  after: unknown,
  say: Say<unknown>,
): readonly Change[] {
  if (!Array.isArray(before) || !Array.isArray(after))
    return valueChange(what, path, before, after, say);
  const lists: readonly (readonly unknown[])[] = [before, after];
  const [old = [], now = []] = lists;
  const only = (own: readonly unknown[], other: readonly unknown[]) =>
    own.filter((each) => !other.some((one) => same(one, each)));
  return [
    ...only(old, now).map((each): Change => ({
      ...{ kind: 'removed', what, path, before: say(each, 'before') },
    })),
    ...only(now, old).map((each): Change => ({
      ...{ kind: 'added', what, path, after: say(each, 'after') },
    })),
  ];
}

function isStatus(value: unknown): value is NonNullable<Profile['status']> {
  return value === 'draft' || value === 'published' || value === 'retired';
}
