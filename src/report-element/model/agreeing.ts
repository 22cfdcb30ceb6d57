/** Which reports may stand in one sum: those of the same version, definition and protection. Why the others may not. */
import { groupBy } from '../../model/group-by.ts';
import { compareVersions, type LocalText } from '../../profile/index.ts';
import { compareMade, isSameProtection, type Report } from '../../report/index.ts';

/** A report that is not counted, and why. */
export interface Refusal {
  readonly id: string;
  readonly name: string;
  /** The report itself; undefined where whoever merged it did not hand it on. */
  readonly report: Report | undefined;
  readonly why:
    | { readonly kind: 'version' | 'definition'; readonly has: string; readonly wanted: string }
    | { readonly kind: 'protection' }
    /** A newer one of the same clinic stands in its place. */
    | { readonly kind: 'older' }
    /** The area's report has sums alone, and may have counted the clinic in them. */
    | { readonly kind: 'sums' }
    /** The clinic says that it belongs elsewhere. */
    | { readonly kind: 'area'; readonly has: string; readonly wanted: string }
    /** It is of another area, as large as the one that is shown. */
    | { readonly kind: 'beside' }
    /** Whoever merged it said so. */
    | { readonly kind: 'said'; readonly reason: LocalText };
}

/**
 * Sorts out the reports of one profile. What the host's own profile document says is held to; without one, what most of
 * `first` have reported by, of equally many the newest version.
 *
 * @param first The reports that the others have to agree with.
 */
export function agreeing(
  reports: readonly Report[],
  first: readonly Report[],
  known: { readonly version: string; readonly definition?: string } | undefined,
): { readonly kept: readonly Report[]; readonly refused: readonly Refusal[] } {
  const fitting = known
    ? first.filter((each) => !mismatch(each, { ...each, profile: { ...each.profile, ...known } }))
    : first;
  // Where nobody has reported by the document that the host has, what was reported is shown by its own.
  const model = commonest(fitting.length > 0 ? fitting : first);
  const kept = new Map<string, Report>();
  const refused: Refusal[] = [];
  for (const report of reports) {
    const why = mismatch(report, model);
    const key = `${report.level} ${whose(report).id}`;
    const other = kept.get(key);
    if (why) refused.push({ ...whose(report), report, why });
    else if (!other) kept.set(key, report);
    else {
      const order = compareMade(report, other);
      const [newer, older] = order > 0 ? [report, other] : [other, report];
      kept.set(key, newer);
      // The same report a second time is no news.
      if (order !== 0) refused.push({ ...whose(older), report: older, why: { kind: 'older' } });
    }
  }
  return { kept: [...kept.values()], refused };
}

/** Whose report it is. */
export function whose(report: Report): { readonly id: string; readonly name: string } {
  const { id, name } = report.level === 'clinic' ? report.clinic : report.area;
  return { id, name };
}

function mismatch(
  { profile, protection }: Report,
  model: Pick<Report, 'profile' | 'protection'>,
): Refusal['why'] | undefined {
  if (profile.version !== model.profile.version)
    return { kind: 'version', has: profile.version, wanted: model.profile.version };
  if (profile.definition !== model.profile.definition)
    return { kind: 'definition', has: profile.definition, wanted: model.profile.definition };
  return isSameProtection(protection, model.protection) ? undefined : { kind: 'protection' };
}

function commonest(reports: readonly Report[]): Report {
  const groups = groupBy(reports, ({ profile, protection: { method, threshold, base } }) =>
    JSON.stringify([profile.version, profile.definition, method, threshold, base]),
  );
  return [...groups.values()].toSorted(
    (a, b) => b.length - a.length || compareVersions(b[0]!.profile.version, a[0]!.profile.version),
  )[0]![0]!;
}
