/** Which fields a rule of the format is about, where it is told of the object that holds them. */

/** By the code of the error: its keys, of which the first that is there shows what is wrong. */
const keysOfRule: Readonly<Record<string, readonly string[]>> = {
  'first-alone': ['first', 'lasting', 'distinct', 'episodes', 'count'],
  'first-window': ['first', 'when'],
  'lasting-count': ['lasting', 'count'],
  'lasting-distinct': ['lasting', 'distinct'],
  'episodes-gap': ['gap', 'episodes'],
  'episodes-apart': ['episodes', 'count'],
  'episodes-distinct': ['episodes', 'distinct'],
  'gap-alone': ['gap'],
  'apart-distinct': ['count', 'distinct'],
  'apart-short': ['apart'],
  'pick-value': ['pick'],
  'pick-text': ['pick', 'value'],
  'pick-count': ['pick', 'count'],
  'prefer-latest': ['prefer', 'pick'],
  'prefer-codes': ['prefer', 'codes'],
  'prefer-window': ['prefer', 'when'],
  'plausible-strength': ['plausible'],
  'never-plausible': ['plausible'],
  'uncoded-codes': ['uncoded', 'codes'],
  'trend-type': ['show'],
  'at-least-more': ['atLeast'],
  'anchor-end': ['at'],
};

/** Whether an error is of a rule about several keys of an object. */
export function isRule(code: string): boolean {
  return Object.hasOwn(keysOfRule, code);
}

/** The keys among those of a value that a rule is about; none where it is about the whole. */
export function keysOfError(code: string, value: object): readonly string[] {
  const keys = isRule(code) ? keysOfRule[code]! : [];
  return keys.filter((key) => Object.hasOwn(value, key));
}
