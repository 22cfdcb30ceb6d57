/** The record types that a criterion can query, and the window that each means where none is written. */

/** R8, by type, in the order in which everything lists them. */
export const defaultWindows = {
  diagnosis: 'ever',
  medication: 'now',
  result: 'ever',
  service: 'ever',
  appointment: 'future',
  referral: 'ever',
  letter: 'ever',
  vaccination: 'ever',
  carePlan: 'now',
  note: 'ever',
  correspondence: 'ever',
} as const satisfies Readonly<Record<string, 'ever' | 'now' | 'future'>>;

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
  'anchor',
  'concurrent',
  'sequence',
  'change',
  'sameDay',
];
