/** The criteria of a profile as trees of rules, each rule with its place in the document. */
import { pointer } from '../../json/paths.ts';
import type { Criterion, Profile } from '../../profile/index.ts';
import { partsOf, topCriteria, type LocatedCriterion } from '../criteria.ts';

/** A criterion, with those that it is made of as far as each is asked of the same day. */
export interface Rule {
  /** JSON Pointer into the document. */
  readonly pointer: string;
  readonly criterion: Criterion;
  /** `asked`: of the patients' records, as a whole. */
  readonly kind: 'all' | 'any' | 'atLeast' | 'not' | 'asked';
  /** Of `atLeast`: so many. */
  readonly least: number;
  readonly parts: readonly Rule[];
  /** What is asked within it on the day of a record, outer ones first: rules that stand in it and not beside others. */
  readonly inner: readonly Rule[];
}

/** One criterion that is asked as it stands, and of whom. */
export interface RuleTree {
  readonly root: Rule;
  /**
   * - `include`, `exclude`: of everybody who is alive and born;
   * - `members`: of those whom the population has;
   * - `counted`: of those of them whom an indicator's denominator counts.
   */
  readonly of: 'include' | 'exclude' | 'members' | 'counted';
  /** Of `counted`: the denominator. */
  readonly denominator?: Rule;
}

/**
 * The trees of a profile, those of its population first.
 *
 * @param placeOf The place in the document of an entry of a list, where the profile leaves some out.
 */
export function ruleTrees(
  profile: Profile,
  placeOf: (list: string, index: number) => number = (_, index) => index,
): readonly RuleTree[] {
  const trees = topCriteria(profile).map(({ path, criterion }) => {
    const [list, entry, ...rest] = path;
    const place = typeof entry === 'number' ? [list!, placeOf(String(list), entry), ...rest] : path;
    return { path, root: ruleOf({ path: place, criterion }) };
  });
  return trees.map(({ path, root }): RuleTree => {
    const [list, entry, name] = path;
    if (list === 'population') return { root, of: entry === 'exclude' ? 'exclude' : 'include' };
    if (list !== 'indicators' || name !== 'numerator') return { root, of: 'members' };
    const denominator = trees.find(
      (each) => each.path[0] === list && each.path[1] === entry && each.path[2] === 'denominator',
    )?.root;
    return denominator ? { root, of: 'counted', denominator } : { root, of: 'members' };
  });
}

/** A rule and those within it that are asked of the same day, outer ones first. */
export function rulesWithin(rule: Rule): readonly Rule[] {
  return [rule, ...rule.parts.flatMap(rulesWithin)];
}

/** A rule and all within it, on whichever day they are asked, outer ones first. */
export function everyRuleIn(rule: Rule): readonly Rule[] {
  return [rule, ...rule.inner, ...rule.parts.flatMap(everyRuleIn)];
}

function ruleOf(located: LocatedCriterion): Rule {
  const { path, criterion } = located;
  return {
    pointer: pointer(path),
    criterion,
    kind: kindOf(criterion),
    least: 'atLeast' in criterion ? criterion.atLeast : 0,
    parts: partsOf(located).map(ruleOf),
    inner:
      'anchor' in criterion
        ? everyRuleIn(ruleOf({ path: [...path, 'anchor', 'is'], criterion: criterion.anchor.is }))
        : [],
  };
}

function kindOf(criterion: Criterion): Rule['kind'] {
  if ('all' in criterion) return 'all';
  if ('any' in criterion) return 'any';
  if ('atLeast' in criterion) return 'atLeast';
  return 'not' in criterion ? 'not' : 'asked';
}
