/** Puts clinics' reports together to that of an area. It adds leaves, and nothing but leaves. */
import type {
  Area,
  AreaClinic,
  AreaLevel,
  AreaReport,
  ClinicReport,
  NamedClinic,
  RefusedReport,
} from '../types.ts';
import { reportFormat } from '../types.ts';
import { sumActivities } from '../activity/sums.ts';
import { agreeing, type Agreed } from './agree.ts';
import { sumExemptions } from './exemptions.ts';
import { sumIndicators, sumUndecided } from './sums.ts';

export interface MergeOptions {
  readonly level: AreaLevel;
  readonly area: Area;
  /** When it was put together: ISO 8601 with offset. */
  readonly madeAt: string;
  /** Version of the package that puts it together. */
  readonly engine: string;
  /** Who should report: those who have not are named. */
  readonly expected?: readonly NamedClinic[];
  /** What the reports must be of. Default: what most of them are of, of as many the latest version. */
  readonly agreed?: Agreed;
  /** Reports that could not be read (`readClinicReports`): they are named beside the others. */
  readonly refused?: readonly RefusedReport[];
  /** Whether each clinic's leaves are told; a country's report may leave them out. Default: yes. */
  readonly clinics?: boolean;
}

/**
 * Puts reports together. What is of another profile, version, definition, protection or of other dates is refused, with
 * the reason; of a clinic that is there twice the later report counts. No order of the reports makes a difference.
 *
 * @throws {RangeError} where there is no report at all, and nothing says what they should be of.
 */
export function mergeReports(
  reports: readonly ClinicReport[],
  { level, area, madeAt, engine, expected = [], ...options }: MergeOptions,
): AreaReport {
  const { agreed, accepted, refused } = agreeing(reports, { level, area, agreed: options.agreed });
  const all = [...(options.refused ?? []), ...refused];
  const exemptions = sumExemptions(accepted, agreed.protection);
  const activities = sumActivities(accepted, agreed.protection);
  const isThere = new Set([...accepted.map(({ clinic }) => clinic.id), ...all.map(({ id }) => id)]);
  const awaited = new Map(expected.map(({ id, name }) => [id, { id, name }]));
  return {
    format: reportFormat,
    level,
    area,
    ...agreed,
    madeAt,
    engine,
    ...(options.clinics === false ? {} : { clinics: accepted.map(areaClinicOf) }),
    sums: sumIndicators(accepted, agreed),
    undecided: sumUndecided(accepted, agreed),
    ...(exemptions ? { exemptions } : {}),
    ...(activities ? { activities } : {}),
    missing: [...awaited.values()].filter(({ id }) => !isThere.has(id)),
    refused: all,
  };
}

function areaClinicOf({
  clinic,
  indicators,
  undecided,
  exemptions,
  activities,
  capacity,
  madeAt,
}: ClinicReport): AreaClinic {
  return {
    ...clinic,
    indicators,
    undecided,
    ...(exemptions ? { exemptions } : {}),
    ...(activities ? { activities } : {}),
    ...(capacity === undefined ? {} : { capacity }),
    madeAt,
  };
}
