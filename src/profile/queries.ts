/** What a criterion can ask of, and the windows that are meant where none is said. */
import type { Window } from './types.ts';

export const queryTypes = [
  'diagnosis',
  'medication',
  'result',
  'service',
  'appointment',
  'referral',
] as const;
export type QueryType = (typeof queryTypes)[number];

/** R8 */
export const defaultWindows: Readonly<Record<QueryType, Window>> = {
  diagnosis: 'ever',
  medication: 'now',
  result: 'ever',
  service: 'ever',
  referral: 'ever',
  appointment: 'future',
};

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
