import type { Criterion } from './types.ts';

/** The criteria that one joins, by `all`, `any` or `atLeast`: one for each branch of its finding. None of any other. */
export function joinedCriteria(criterion: Criterion): readonly Criterion[] {
  if ('all' in criterion) return criterion.all;
  if ('any' in criterion) return criterion.any;
  return 'atLeast' in criterion ? criterion.of : [];
}
