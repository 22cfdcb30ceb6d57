/** The rules of a document that may be half written: as many of them as can be read, each by itself. */
import { valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { checkProfile, type ProfileIssue } from '../../profile/check.ts';
import type { Criterion, Profile } from '../../profile/index.ts';
import { readableProfile } from '../../profile/readable.ts';
import { applyFix } from '../review/patch.ts';
import type { PatchStep } from '../review/types.ts';
import { ruleTrees, type Rule, type RuleTree } from './rules.ts';

export interface ReadRules {
  /** Something else stands in it where a rule cannot be read. Undefined where nothing of the document can be. */
  readonly profile: Profile | undefined;
  readonly trees: readonly RuleTree[];
  /** What is wrong with the rules, or entries of lists, that cannot be read; by their places in the document. */
  readonly faults: ReadonlyMap<string, readonly ProfileIssue[]>;
}

/** So often a document is read without what was wrong: each time some more may turn out to be. */
const mostReadings = 6;

/** Reads the rules of a profile document. Never throws, never changes its input. */
export function readRules(document: unknown): ReadRules {
  const faults = new Map<string, readonly ProfileIssue[]>();
  let json = document;
  for (let reading = 0; reading < mostReadings; reading++) {
    const outcome = checkProfile(json);
    if (outcome.ok) {
      const { profile } = outcome;
      return { profile, trees: withPopulation(ruleTrees(profile), document), faults };
    }
    const found = new Map<string, ProfileIssue[]>();
    for (const issue of outcome.errors) {
      const place = ruleAround(json, issue.path) ?? codeSetAround(json, issue.path);
      if (place !== undefined) found.set(place, [...(found.get(place) ?? []), issue]);
    }
    if (found.size === 0) break;
    for (const [place, issues] of found) faults.set(place, issues);
    json = applyFix(
      json,
      [...found.keys()].map((path, index): PatchStep =>
        path.startsWith('/codes/')
          ? { op: 'remove', path }
          : { op: 'replace', path, value: standIn(100 * reading + index) },
      ),
    );
  }
  const { profile, faults: others, places } = readableProfile(json);
  for (const [place, issues] of others) faults.set(place, issues);
  const trees = profile ? ruleTrees(profile, (list, at) => places[list]?.[at] ?? at) : [];
  return { profile, trees: withPopulation(trees, document), faults };
}

/** Whether a rule, or what it stands in, is among what cannot be read. */
export function isFaulty(place: string, faults: ReadRules['faults']): boolean {
  for (let around = place; around !== ''; around = around.slice(0, around.lastIndexOf('/')))
    if (faults.has(around)) return true;
  return faults.has('');
}

/**
 * The population of a document is asked for also where nothing of it was read: then it cannot be had, and is not what
 * stood in for it.
 */
function withPopulation(trees: readonly RuleTree[], document: unknown): readonly RuleTree[] {
  const lacking = (['include', 'exclude'] as const).filter(
    (of) =>
      !trees.some((tree) => tree.of === of) &&
      (of === 'include' || !isMissing(document, `/population/${of}`)),
  );
  const made = lacking.map((of): RuleTree => {
    const root: Rule = {
      pointer: `/population/${of}`,
      criterion: standIn(0),
      kind: 'asked',
      least: 0,
      parts: [],
      inner: [],
    };
    return { root, of };
  });
  return [...made, ...trees];
}

/** What stands in the place of a rule that cannot be read: no two are the same. */
function standIn(number: number): Criterion {
  return { diagnosis: { when: { last: `P${number + 1}D` } } };
}

/** Whether a document has nothing at a place at all. */
function isMissing(document: unknown, place: string): boolean {
  return valueAt(document, place.split('/').slice(1).map(unescaped)) === undefined;
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Where the places of criteria begin; `*` is any entry. */
const beginnings: readonly (readonly string[])[] = [
  ['population', 'include'],
  ['population', 'exclude'],
  ['information', '*', 'condition'],
  ['markers', '*', 'when'],
  ['indicators', '*', 'numerator'],
  ['indicators', '*', 'denominator'],
  ['indicators', '*', 'except'],
];

/** The innermost rule that a place is in; undefined where it is in none that is there. */
function ruleAround(document: unknown, place: string): string | undefined {
  const keys = place.split('/').slice(1);
  const beginning = beginnings.find(
    (each) =>
      each.length <= keys.length && each.every((key, at) => key === '*' || key === keys[at]),
  );
  if (!beginning) return undefined;
  let depth = beginning.length;
  let value = valueAt(document, keys.slice(0, depth));
  for (;;) {
    const [key, index] = [keys[depth], keys[depth + 1]];
    if (!isObject(value) || key === undefined) break;
    if (key === 'not') {
      value = value[key];
      depth += 1;
    } else if (lists.has(key) && index !== undefined && Array.isArray(value[key])) {
      value = (value[key] as unknown[])[Number(index)];
      depth += 2;
    } else break;
  }
  const around = `/${keys.slice(0, depth).join('/')}`;
  return isMissing(document, around) ? undefined : around;
}

/** The named code set that a place is in; undefined where it is in none. */
function codeSetAround(document: unknown, place: string): string | undefined {
  const [list, name] = place.split('/').slice(1);
  if (list !== 'codes' || name === undefined) return undefined;
  const around = `/codes/${name}`;
  return isMissing(document, around) ? undefined : around;
}

const lists: ReadonlySet<string> = new Set(['all', 'any', 'of']);
