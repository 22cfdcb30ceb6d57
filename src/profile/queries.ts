/** What a criterion can ask of, and the windows that are meant where none is said. */
import type { Window } from './types.ts';

/** R8, by type, in the order in which everything names them. */
export const defaultWindows = {
  diagnosis: 'ever',
  medication: 'now',
  result: 'ever',
  service: 'ever',
  appointment: 'future',
  referral: 'ever',
  letter: 'ever',
} as const satisfies Readonly<Record<string, Window>>;

export type QueryType = keyof typeof defaultWindows;
export const queryTypes = Object.keys(defaultWindows) as readonly QueryType[];

/** The keys that make a criterion. */
export const criterionKeys: readonly string[] = [
  'all',
  'any',
  'not',
  'atLeast',
  'patient',
  ...queryTypes,
  'concurrent',
  'sequence',
];
