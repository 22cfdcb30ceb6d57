/** What there is to look at in a profile by itself, beside what the format asks. */
import { finish, type Steps } from '../../engine/index.ts';
import { requireProfile, type Profile } from '../../profile/index.ts';
import { requireDate, type CalendarDate } from '../../record/index.ts';
import { Questions } from '../logic/formula.ts';
import { Solver } from '../logic/solve.ts';
import { explainFinding } from './explain.ts';
import { approvalExpired, missingLanguage, reviewOverdue } from './rules/about.ts';
import {
  duplicateCode,
  needlessExclude,
  redundantCode,
  unknownCode,
  unusedCodeSet,
} from './rules/codes.ts';
import { duplicateCriterion } from './rules/duplicate-criterion.ts';
import { indicatorNever } from './rules/indicators.ts';
import { duplicateItem } from './rules/items.ts';
import { duplicateMarker, markerAlways, markerNever, markerWithoutWhy } from './rules/markers.ts';
import { alwaysTrue, contradiction } from './rules/never-and-always.ts';
import { excludeWithoutEffect, populationEmpty } from './rules/population-empty.ts';
import { redundantCriterion } from './rules/redundant-criterion.ts';
import { everyPlausible } from './rules/values.ts';
import { impossibleWindow } from './rules/windows.ts';
import type { Found, KnownCodes, Reviewed, ReviewFinding, ReviewRule } from './types.ts';

/** In the order in which their findings are told. */
export const reviewRules: readonly ReviewRule[] = [
  contradiction,
  alwaysTrue,
  populationEmpty,
  excludeWithoutEffect,
  markerNever,
  markerAlways,
  indicatorNever,
  duplicateCriterion,
  redundantCriterion,
  duplicateMarker,
  duplicateItem,
  impossibleWindow,
  everyPlausible,
  unusedCodeSet,
  unknownCode,
  duplicateCode,
  redundantCode,
  needlessExclude,
  markerWithoutWhy,
  missingLanguage,
  reviewOverdue,
  approvalExpired,
];

export interface ReviewOptions {
  /** The day on which it is looked at: windows, reviews and approvals are held against it. */
  readonly asOf: CalendarDate;
  /** Codes that the host knows; without them none is called unknown or retired. */
  readonly codes?: KnownCodes;
}

/**
 * Tells what there is to look at in a profile that can be used: what contradicts itself, makes no difference, or is
 * out of date. It changes no answer.
 *
 * @throws {TypeError} of a document that is no profile. @throws {RangeError} of a day that does not exist.
 */
export function reviewProfile(document: Profile, options: ReviewOptions): readonly ReviewFinding[] {
  return finish(reviewProfileInSteps(document, options));
}

/** As `reviewProfile`, so much at a time that a page stays alive. */
export function* reviewProfileInSteps(
  document: Profile,
  { asOf, codes = {} }: ReviewOptions,
): Steps<readonly ReviewFinding[]> {
  const profile = requireProfile(document, 'reviewProfile');
  requireDate(asOf, 'reviewProfile: asOf');
  const questions = new Questions(profile);
  const reviewed: Reviewed = { profile, asOf, codes, questions, solver: new Solver(questions) };
  const findings: ReviewFinding[] = [];
  for (const { name, severity, find } of reviewRules) {
    yield;
    const found = find(reviewed);
    const all = isSteps(found) ? yield* found : found;
    for (const each of all.slice(0, mostTold)) findings.push(explainFinding(name, severity, each));
  }
  return findings;
}

function isSteps(found: ReturnType<ReviewRule['find']>): found is Steps<readonly Found[]> {
  return 'next' in found;
}

/** So many findings of one check are told. */
const mostTold = 100;
