/** What there is to look at in a cluster package, beside its errors: against its profiles, and by the calendar. */
import { valueAt } from '../../json/paths.ts';
import { approvalOf } from '../../profile/standing.ts';
import type { Profile } from '../../profile/types.ts';
import { mostEffort, tellViolations } from '../../profile/told-issues.ts';
import type { Violation } from '../../profile/issues.ts';
import type { CalendarDate } from '../../record/types.ts';
import { gateQuestions } from './checks.ts';
import { explainPackage, type PackageError } from './parse.ts';
import type { ClusterPackage } from './types.ts';

/**
 * `error`: the meeting would have no figure; `warning`: most likely a mistake, or out of date; `note`: it may be as it
 * should be.
 */
export interface PackageFinding extends PackageError {
  readonly severity: 'error' | 'warning' | 'note';
}

export interface PackageReviewOptions {
  /** The profiles that there are, checked. */
  readonly profiles: readonly Profile[];
  /** The day on which approvals and dates count. */
  readonly asOf: CalendarDate;
}

interface Found extends Violation {
  readonly severity: PackageFinding['severity'];
}

/** Looks at a checked package. What its profiles do not have is told with the name that was probably meant. */
export function reviewPackage(
  document: ClusterPackage,
  { profiles, asOf }: PackageReviewOptions,
): readonly PackageFinding[] {
  const found = [
    ...ofProfiles(document, profiles),
    ...ofIndicators(document, profiles),
    ...ofGate(document),
    ...ofDates(document, asOf),
    ...ofTools(document),
    ...ofLanguages(document),
  ];
  const effort = { left: mostEffort };
  return found.flatMap(({ severity, ...violation }) =>
    tellViolations(document, [violation], 'more-errors', effort).map((issue) => ({
      ...explainPackage(issue),
      severity,
    })),
  );
}

/** The profile that an entry of the package means, among those that are given. */
function profileOf(
  { profiles: wanted }: ClusterPackage,
  id: string,
  given: readonly Profile[],
): { readonly exact: Profile | undefined; readonly other: Profile | undefined } {
  const version = wanted.find((each) => each.id === id)?.version;
  const own = given.filter((each) => each.id === id);
  const exact = version === undefined ? own[0] : own.find((each) => each.version === version);
  return { exact, other: own[0] };
}

function ofProfiles(document: ClusterPackage, given: readonly Profile[]): readonly Found[] {
  return document.profiles.flatMap(({ id, version }, at): readonly Found[] => {
    const path = ['profiles', at];
    const { exact, other } = profileOf(document, id, given);
    if (!other)
      return [
        { path, code: 'profile-absent', details: { name: id, version }, severity: 'warning' },
      ];
    if (!exact) {
      const details = { name: id, version, found: other.version };
      return [
        { path: [...path, 'version'], code: 'profile-version', details, severity: 'warning' },
      ];
    }
    if (exact.status === 'retired')
      return [{ path, code: 'profile-retired', details: { name: id }, severity: 'warning' }];
    return exact.status === 'draft' && document.status !== 'draft'
      ? [{ path, code: 'profile-draft', details: { name: id }, severity: 'warning' }]
      : [];
  });
}

function ofIndicators(document: ClusterPackage, given: readonly Profile[]): readonly Found[] {
  return document.indicators.flatMap(({ profile: id, indicator, target }, at): readonly Found[] => {
    const { exact, other } = profileOf(document, id, given);
    const profile = exact ?? other;
    if (!profile) return [];
    const names = (profile.indicators ?? []).map((each) => each.id);
    const own = profile.indicators?.find((each) => each.id === indicator);
    if (!own)
      return [
        {
          ...{ path: ['indicators', at, 'indicator'], code: 'no-indicator', severity: 'error' },
          details: { name: indicator, profile: id, names },
          misspelt: { word: indicator, known: () => names },
        },
      ];
    const isTurned =
      (own.better === 'lower' && target?.atLeast !== undefined) ||
      (own.better === 'higher' && target?.atMost !== undefined);
    const details = { better: own.better };
    return isTurned
      ? [
          {
            ...{ path: ['indicators', at, 'target'], code: 'target-direction', details },
            severity: 'warning',
          },
        ]
      : [];
  });
}

/** A draft may have them open, and is told. */
function ofGate({ gate }: ClusterPackage): readonly Found[] {
  return gateQuestions
    .filter((question) => gate[question] === undefined)
    .map((question) => ({
      ...{ path: ['gate', question], code: 'gate-unanswered', details: { question } },
      severity: 'warning',
    }));
}

function ofDates(document: ClusterPackage, asOf: CalendarDate): readonly Found[] {
  const { about, validTo } = document;
  const due = about?.nextReview;
  const { state } = approvalOf(about ? { about } : {}, asOf);
  return [
    ...(due !== undefined && due < asOf
      ? [told(['about', 'nextReview'], 'review-due', 'warning', { on: due })]
      : []),
    ...(validTo !== undefined && validTo < asOf
      ? [told(['validTo'], 'ended', 'warning', { on: validTo })]
      : []),
    ...(state === 'ended' ? [told(['about', 'approvedBy'], 'approval-ended', 'warning')] : []),
    ...(state === 'none' ? [told(['about'], 'not-approved', 'note')] : []),
  ];
}

function ofTools({ tools }: ClusterPackage): readonly Found[] {
  return tools.length === 0 ? [told(['tools'], 'no-tools', 'warning')] : [];
}

function ofLanguages(document: ClusterPackage): readonly Found[] {
  const count = danishAlone(document);
  return count > 0 ? [told([], 'no-english', 'note', { count })] : [];
}

/** How many texts have no English. */
function danishAlone(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = typeof valueAt(value, ['da']) === 'string' && valueAt(value, ['en']) === undefined;
  return Object.values(value).reduce<number>((sum, each) => sum + danishAlone(each), Number(own));
}

function told(
  path: Violation['path'],
  code: string,
  severity: Found['severity'],
  details: Violation['details'] = {},
): Found {
  return { path, code, severity, details };
}
