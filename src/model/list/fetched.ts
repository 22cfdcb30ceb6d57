import type { LoadedPopulation } from '../load/evaluate-loaded.ts';
import type { Problem } from '../load/problems.ts';

/**
 * How many of the clinic's patients did not come, where the load was cut short; `unknown` where the stream broke
 * and the clinic does not say how many it has.
 */
export function notFetchedIn(
  { clinic }: LoadedPopulation,
  problems: readonly Problem[],
): number | 'unknown' {
  for (const problem of problems)
    if (problem.kind === 'cut-short') return problem.expected - clinic.size;
  return problems.some(
    ({ kind, ...more }) => kind === 'call' && 'call' in more && more.call === 'records',
  )
    ? 'unknown'
    : 0;
}
