/** Which clinics' reports stand in an area's, and why the others do not. */
import {
  compareMade,
  type AreaLevel,
  type AreaReport,
  type ClinicReport,
  type Report,
} from '../../report/index.ts';
import type { Refusal } from './agreeing.ts';
import type { Named } from './units.ts';

/** How reports are put together. */
export interface SheetOptions {
  /** Profiles that the host gave, by id: a report of another version or definition of one of them is refused. */
  readonly known?: ReadonlyMap<string, { readonly version: string; readonly definition?: string }>;
  readonly expected?: readonly Named[];
  readonly area?: Named & { readonly level?: AreaLevel };
  /** Id of my own clinic. */
  readonly mine?: string;
}

interface Taking {
  /** The area's report that is shown, where there is one. */
  readonly merged: AreaReport | undefined;
  readonly joined: readonly Report[];
  readonly options: SheetOptions;
}

/** Sorts out the clinics' reports beside an area's, and those that came later: the others are taken as they are. */
export function takenIn(
  reports: readonly Report[],
  taking: Taking,
): { readonly taken: readonly Report[]; readonly uncounted: readonly Refusal[] } {
  const uncounted: Refusal[] = [];
  const taken = reports.filter((report) => {
    if (report.level !== 'clinic') return true;
    const why = whyNot(report, taking);
    if (why && why !== 'known') uncounted.push({ ...named(report), report, why });
    return why === undefined;
  });
  return { taken, uncounted };
}

/** `known`: the area's report has the same already. */
function whyNot(
  report: ClinicReport,
  { merged, joined, options }: Taking,
): Refusal['why'] | 'known' | undefined {
  const { clinic } = report;
  const elsewhere = joined.includes(report) ? areaOfOthers(report, merged, options) : undefined;
  if (elsewhere) return elsewhere;
  if (!merged) return undefined;
  const own = merged.clinics?.find(({ id }) => id === clinic.id);
  if (own) {
    const order = compareMade(report, own);
    return order > 0 ? undefined : order === 0 ? 'known' : { kind: 'older' };
  }
  const isAdded = merged.clinics || clinic.id === options.mine || isMissedBy(merged, clinic.id);
  return isAdded ? undefined : { kind: 'sums' };
}

/** A clinic whose file is added, and that says that it belongs elsewhere. */
function areaOfOthers(
  { clinic }: ClinicReport,
  merged: AreaReport | undefined,
  { area, expected = [] }: SheetOptions,
): Refusal['why'] | undefined {
  const level = merged?.level ?? area?.level;
  const wanted = merged?.area ?? area;
  if (!wanted || !level || level === 'country') return undefined;
  const has = clinic[level];
  if (has === undefined || has === wanted.id || has === wanted.name) return undefined;
  const isAwaited =
    expected.some(({ id }) => id === clinic.id) || (merged !== undefined && isOf(merged, clinic));
  return isAwaited ? undefined : { kind: 'area', has, wanted: wanted.name };
}

/** Whether an area says that a clinic should have reported, and has not. */
export function isMissedBy({ missing }: AreaReport, id: string): boolean {
  return missing.some((each) => each.id === id);
}

/** Whether a clinic is one of an area's: by what the area says, or by what the clinic does. */
export function isOf(area: AreaReport, clinic: ClinicReport['clinic']): boolean {
  const { level } = area;
  return (
    area.clinics?.some(({ id }) => id === clinic.id) === true ||
    isMissedBy(area, clinic.id) ||
    (level !== 'country' && clinic[level] === area.area.id)
  );
}

function named({ clinic: { id, name } }: ClinicReport) {
  return { id, name };
}
