import { callMutants } from './calls.ts';
import { dataMutants } from './data.ts';
import type { Mutant } from './mutant.ts';
import { pagingMutants } from './paging.ts';
import { writeMutants } from './writes.ts';

export const mutants: readonly Mutant[] = [
  ...pagingMutants,
  ...callMutants,
  ...dataMutants,
  ...writeMutants,
];
