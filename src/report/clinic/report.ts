/** A clinic's report, protected where the patients are. */
import { finish, type Clinic, type Plan, type Steps } from '../../engine/index.ts';
import { definitionHash } from '../../profile/index.ts';
import {
  readDate,
  recordTypes,
  type CalendarDate,
  type CoverageByType,
} from '../../record/index.ts';
import { defaultProtection, protect, protectLeaves } from '../protection/index.ts';
import {
  reportFormat,
  type ActivityReport,
  type ClinicReport,
  type Group,
  type IndicatorReport,
  type Leaf,
  type Leaves,
  type NotCounted,
  type Protection,
  type ReportedClinic,
  type ReportedCoverage,
  type ReportedExemptions,
  type ReportedProfile,
} from '../types.ts';
import { exemptionsOf, type ExactExemptions } from './exemptions.ts';
import { exactCountsInSteps, type ExactCount, type ExactCounts } from './counts.ts';
import { firstShared } from './groups.ts';

/** A profile to be reported on, and the hash of its definition. */
export interface ReportSubject {
  readonly plan: Plan;
  /** `definitionHash` of the plan's profile. */
  readonly definition: string;
}

export interface ClinicReportOptions {
  readonly clinic: ReportedClinic;
  /** The days that are counted on. They are told in order, each once. */
  readonly dates: readonly CalendarDate[];
  /** When the report was made: ISO 8601 with offset. */
  readonly madeAt: string;
  /** Version of the package that counts. */
  readonly engine: string;
  /** Default: under five, and multiples of five. */
  readonly protection?: Protection;
  /** An agreed breakdown (`groupsOf`): its leaves stand in the place of those of all. */
  readonly groups?: readonly Group[];
  /** Whether the area has agreed to be told why the unknown are unknown: three leaves in the place of one. */
  readonly causes?: boolean;
  /** GP capacities of the clinic. */
  readonly capacity?: number;
  /**
   * Where the area has agreed to be told why patients are exempt: what was counted of each profile's round on the last of
   * the dates, by the id of the profile (`countExempted`). A profile that is not there is not told.
   */
  readonly exemptions?: Readonly<Record<string, ExactExemptions | undefined>>;
  /** Of each profile, by its id (R28). */
  readonly activities?: Readonly<Record<string, readonly ActivityReport[]>>;
}

/**
 * Makes the reports of a clinic: one of each profile.
 *
 * @throws {RangeError} of a date that does not exist, of groups that share patients, and where the page cannot work out what a definition's hash is
 *   (a page that was fetched over plain HTTP has no Web Crypto).
 */
export async function clinicReports(
  clinic: Clinic,
  plans: readonly Plan[],
  options: ClinicReportOptions,
): Promise<readonly ClinicReport[]> {
  return finish(clinicReportsInSteps(clinic, await reportSubjects(plans), options));
}

/** The plans with the hashes of their definitions. */
export async function reportSubjects(plans: readonly Plan[]): Promise<readonly ReportSubject[]> {
  const hashes = await Promise.all(plans.map(({ profile }) => definitionHash(profile)));
  return plans.map((plan, at) => {
    const definition = hashes[at];
    if (definition === undefined)
      throw new RangeError(
        'The hash of a definition cannot be worked out here: a report needs Web Crypto, which pages have over HTTPS.',
      );
    return { plan, definition };
  });
}

/**
 * As `clinicReports`, in steps; the hashes are given.
 *
 * @throws {RangeError} of a date that does not exist, and of groups that share patients.
 */
export function* clinicReportsInSteps(
  clinic: Clinic,
  subjects: readonly ReportSubject[],
  options: ClinicReportOptions,
): Steps<readonly ClinicReport[]> {
  const dates = [...new Set(options.dates)].sort();
  if (firstShared(options.groups ?? []) !== undefined)
    throw new RangeError(
      'Groups of a breakdown share no patient: of two that do more would be told than of each. groupsOf() makes such.',
    );
  const counts = yield* exactCountsInSteps(
    clinic,
    subjects.map(({ plan }) => plan),
    dates,
    options,
  );
  return subjects.map(({ plan: { profile }, definition }, at) =>
    reportOfCounts(
      { id: profile.id, version: profile.version, definition },
      exemptionsOf(profile, options),
      counts[at]!,
      clinic.coverage,
      options,
    ),
  );
}

/** Protects what was counted, and drops it. */
function reportOfCounts(
  profile: ReportedProfile,
  exemptions: readonly ReportedExemptions[] | undefined,
  counts: ExactCounts,
  coverage: CoverageByType,
  options: ClinicReportOptions,
): ClinicReport {
  const { protection = defaultProtection, groups } = options;
  return clinicReportOf(profile, counts.dates, coverage, options, {
    indicators: counts.indicators.map(({ id, values }, index): IndicatorReport => {
      const leaves = (of: ExactCount): Leaves =>
        protectLeaves({ ...of, unknown: of.causes ?? of.unknown }, protection);
      const ofGroup = (group: number) =>
        values.map((value) => (value ? leaves(value[group]!) : null));
      return indicatorReportOf(id, counts.uncounted.indicators[index]!, {
        values: groups ? [] : ofGroup(0),
        ...(groups
          ? { groups: groups.map((group, place) => ({ group, values: ofGroup(place) })) }
          : {}),
      });
    }),
    undecided: counts.undecided.map((count) =>
      count === null ? null : protect(count, protection),
    ),
    ...(exemptions ? { exemptions } : {}),
  });
}

/** An indicator's part of a report. */
export function indicatorReportOf(
  id: string,
  notCounted: readonly NotCounted[],
  leaves: Pick<IndicatorReport, 'values' | 'groups'>,
): IndicatorReport {
  return { id, ...leaves, ...(notCounted.length > 0 ? { notCounted } : {}) };
}

/**
 * The report of a clinic out of leaves, wherever they were counted.
 *
 * @param dates In order, each once.
 * @param coverage What the clinic's data covers.
 */
export function clinicReportOf(
  profile: ReportedProfile,
  dates: readonly CalendarDate[],
  coverage: CoverageByType,
  options: Omit<ClinicReportOptions, 'dates' | 'groups' | 'causes' | 'exemptions'>,
  leaves: {
    readonly indicators: readonly IndicatorReport[];
    readonly undecided: readonly (Leaf | null)[];
    readonly exemptions?: readonly ReportedExemptions[];
  },
): ClinicReport {
  const { clinic, madeAt, engine, protection = defaultProtection, capacity } = options;
  const { exemptions } = leaves;
  const activities = ownOf(options.activities, profile.id);
  return {
    format: reportFormat,
    level: 'clinic',
    clinic,
    profile,
    protection,
    dates,
    madeAt,
    engine,
    coverage: reportedCoverage(coverage),
    indicators: leaves.indicators,
    undecided: leaves.undecided,
    ...(exemptions ? { exemptions } : {}),
    ...(activities ? { activities } : {}),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

/** What stands under an id, whatever it is called. */
function ownOf<What>(by: Readonly<Record<string, What>> | undefined, id: string) {
  return by && Object.hasOwn(by, id) ? by[id] : undefined;
}

/** What the clinic says of its data, in the order of the types, without names of sources. */
function reportedCoverage(coverage: CoverageByType): readonly ReportedCoverage[] {
  return recordTypes.flatMap((type) => {
    const declared = coverage[type];
    if (!declared) return [];
    const updated = declared.updated === undefined ? undefined : readDate(declared.updated)?.date;
    return [
      {
        type,
        available: declared.available,
        ...(declared.from === undefined ? {} : { from: declared.from }),
        ...(updated === undefined ? {} : { updated }),
      },
    ];
  });
}
