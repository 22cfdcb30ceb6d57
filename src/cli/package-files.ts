/** Cluster packages out of files: read, checked, and held against the profiles that are given beside them. */
import { JsonPlaces } from '../json/places.ts';
import { textIn, type Language, type Profile } from '../profile/index.ts';
import {
  isClusterPackage,
  parseClusterPackage,
  reviewPackage,
  type ClusterPackage,
  type PackageFinding,
} from '../report/package/index.ts';
import type { CalendarDate } from '../record/index.ts';
import { toIssue, type FileIssue } from './profile-files.ts';

export interface CheckedPackage {
  readonly file: string;
  /** Absent where it has errors. */
  readonly package?: ClusterPackage;
  readonly errors: readonly FileIssue[];
  readonly places: JsonPlaces;
}

/** What a review tells of a package's file. */
export type PackageIssue = Omit<FileIssue, 'severity'> & Pick<PackageFinding, 'severity'>;

/** Whether a file's text is a cluster package, by what it says itself. */
export function isPackageText(text: string): boolean {
  try {
    return isClusterPackage(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Checks a package's text. */
export function checkPackage(file: string, text: string, language: Language): CheckedPackage {
  const outcome = parseClusterPackage(text);
  const places = new JsonPlaces(text);
  return {
    file,
    ...(outcome.ok ? { package: outcome.package } : {}),
    errors: outcome.ok
      ? []
      : outcome.errors.map((each) => toIssue(each, 'error', places, language)).sort(byPlace),
    places,
  };
}

/** Looks at a package that can be used, beside the profiles of the same call. */
export function reviewPackageFile(
  { package: document, places }: CheckedPackage,
  profiles: readonly Profile[],
  asOf: CalendarDate,
  language: Language,
): readonly PackageIssue[] {
  if (!document) return [];
  return reviewPackage(document, { profiles, asOf })
    .map(({ severity, code, path, message, fix, value }) => ({
      ...{ severity, ...places.of(path), code, path },
      message: textIn(message, language),
      fix: textIn(fix, language),
      ...(value === undefined ? {} : { value }),
    }))
    .sort(byPlace);
}

function byPlace(
  a: Pick<FileIssue, 'line' | 'column'>,
  b: Pick<FileIssue, 'line' | 'column'>,
): number {
  return a.line - b.line || a.column - b.column;
}
