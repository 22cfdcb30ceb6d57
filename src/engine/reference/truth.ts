/** Kleene's three-valued logic: `all` is the minimum, `any` the maximum, `not` swaps yes and no. */
import type { Truth } from '../types.ts';

const order: readonly Truth[] = ['no', 'unknown', 'yes'];

export function all(truths: readonly Truth[]): Truth {
  return order[Math.min(2, ...truths.map((truth) => order.indexOf(truth)))] ?? 'yes';
}

export function any(truths: readonly Truth[]): Truth {
  return order[Math.max(0, ...truths.map((truth) => order.indexOf(truth)))] ?? 'no';
}

export function not(truth: Truth): Truth {
  return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown';
}

/** R20: yes when n are yes; no when fewer than n are not no; else unknown. */
export function atLeast(n: number, truths: readonly Truth[]): Truth {
  if (truths.filter((truth) => truth === 'yes').length >= n) return 'yes';
  return truths.filter((truth) => truth !== 'no').length < n ? 'no' : 'unknown';
}
