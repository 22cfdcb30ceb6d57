/** Kleene's three-valued logic: `all` is the minimum, `any` the maximum, `not` swaps yes and no. */
import type { Count } from '../../profile/index.ts';
import type { Truth } from '../types.ts';

export function all(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no';
  return truths.includes('unknown') ? 'unknown' : 'yes';
}

export function any(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}

export function not(truth: Truth): Truth {
  return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown';
}

/** What all of them say; *no* of none at all, *unknown* where they differ. */
export function unanimous(truths: readonly Truth[]): Truth {
  const [first = 'no', ...others] = truths;
  return others.every((each) => each === first) ? first : 'unknown';
}

/** R20: yes when n are yes; no when fewer than n are not no; else unknown. */
export function atLeast(n: number, truths: readonly Truth[]): Truth {
  if (truths.filter((truth) => truth === 'yes').length >= n) return 'yes';
  return truths.filter((truth) => truth !== 'no').length < n ? 'no' : 'unknown';
}

/** R11: yes if every number from `low` to `high` satisfies, no if none does, else unknown. */
export function judgeCount(low: number, high: number, { min = 0, max = Infinity }: Count): Truth {
  if (low >= min && high <= max) return 'yes';
  return high < min || low > max ? 'no' : 'unknown';
}
