/** What is told of the rules that a document breaks: so many of them, each with its place, its value and the word that was meant. */
import { excerpt } from '../json/excerpt.ts';
import { nearest, type Effort } from '../json/nearest.ts';
import { pointer, valueAt } from '../json/paths.ts';
import type { JsonObject } from '../json/values.ts';
import type { Violation } from './issues.ts';

/** One thing that is wrong with a profile, or that its author should look at: where, what, and by which rule. */
export interface ProfileIssue {
  /** JSON Pointer (RFC 6901); empty for the whole document. */
  readonly path: string;
  /** The offending value as JSON text, cut when long; absent when something is missing. */
  readonly value?: string;
  /** Stable name of the rule, e.g. `unknown-key`. */
  readonly code: string;
  /** What the words of the issue name besides, e.g. the key that is missing. */
  readonly details: JsonObject;
}

/** So many errors are told, and so many warnings; of the others, how many they are. */
const mostTold = 100;
/** Letters that are compared for suggestions, in one document. */
export const mostEffort = 2_000_000;

/** Tells the first of some violations, and how many more there are. */
export function tellViolations(
  json: unknown,
  violations: readonly Violation[],
  codeOfMore: string,
  effort: Effort,
): readonly ProfileIssue[] {
  const told = violations
    .slice(0, mostTold)
    .map((each) => issueOf(json, withSuggestion(each, effort)));
  const more = violations.length - told.length;
  return more > 0 ? [...told, { path: '', code: codeOfMore, details: { more } }] : told;
}

/** Adds the word that was probably meant. */
function withSuggestion(violation: Violation, effort: Effort): Violation {
  const { details, misspelt } = violation;
  if (!misspelt) return violation;
  const suggestion = nearest(misspelt.word, misspelt.known(), effort);
  return { ...violation, details: { ...details, suggestion } };
}

/** A violation with its place and its value. */
export function issueOf(json: unknown, { path, code, details }: Violation): ProfileIssue {
  const value = excerpt(valueAt(json, path));
  return { path: pointer(path), ...(value === undefined ? {} : { value }), code, details };
}
