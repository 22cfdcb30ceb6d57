/** Reads a cluster package: a fresh, frozen one, or all that is wrong with it, where, and what to do. */
import { clusterPackageErrorPhrases } from '../../i18n/phrases/cluster-package-errors.ts';
import { valueAt } from '../../json/paths.ts';
import { deepFreeze } from '../../profile/freeze.ts';
import { explain, type ProfileError } from '../../profile/errors.ts';
import { readDocument } from '../../profile/read-document.ts';
import {
  issueOf,
  mostEffort,
  tellViolations,
  type ProfileIssue,
} from '../../profile/told-issues.ts';
import { validateBy } from '../../profile/validate.ts';
import { checksOfPackage } from './checks.ts';
import { packageFormat, packageSchema } from './schema.ts';
import type { ClusterPackage } from './types.ts';

/** One thing that is wrong with a package: where, what, why, and how to mend it. */
export type PackageError = ProfileError;

export type PackageOutcome =
  | { readonly ok: true; readonly package: ClusterPackage }
  | { readonly ok: false; readonly errors: readonly [PackageError, ...PackageError[]] };

/**
 * Checks a cluster package: JSON text, or a value as `JSON.parse` gives. Answers a fresh, frozen package, or all its
 * errors at once. Never throws, never changes its input. Which indicators the profiles have, `reviewPackage` looks at.
 */
export function parseClusterPackage(input: unknown): PackageOutcome {
  const document = readDocument(input);
  if ('unreadable' in document)
    return refused([issueOf(undefined, { path: [], ...document.unreadable })]);
  const { json } = document;
  const format = valueAt(json, ['format']);
  if (isNewer(format)) {
    const details = { found: format };
    return refused([issueOf(json, { path: ['format'], code: 'newer-format', details })]);
  }
  const violations = [...validateBy(packageSchema, json), ...checksOfPackage(json)];
  const issues = tellViolations(json, violations, 'more-errors', { left: mostEffort });
  return issues.length > 0
    ? refused(issues)
    : { ok: true, package: deepFreeze(json) as ClusterPackage };
}

/** Whether a document says of itself that it is a cluster package, of whichever version. */
export function isClusterPackage(document: unknown): boolean {
  return /^overblik-cluster-package\//.test(String(valueAt(document, ['format'])));
}

/** Puts what is wrong into words; what packages share with profiles says the same in both. */
export function explainPackage(issue: ProfileIssue): PackageError {
  const { details, ...rest } = issue;
  const words = clusterPackageErrorPhrases(issue.code, details);
  if (!words) return explain(issue);
  const [da, en, fixDa, fixEn] = words;
  return { ...rest, message: { da, en }, fix: { da: fixDa, en: fixEn } };
}

function refused(issues: readonly ProfileIssue[]): PackageOutcome {
  const [first, ...rest] = issues.map(explainPackage);
  return { ok: false, errors: [first!, ...rest] };
}

function isNewer(format: unknown): format is string {
  return (
    typeof format === 'string' &&
    format !== packageFormat &&
    /^overblik-cluster-package\/\d+$/.test(format)
  );
}
