/**
 * Why clinics exempt patients from a profile's markers, as they report it to its authors: by coded reasons, without
 * patients, and without small numbers.
 */
import * as z from 'zod/mini';
import { exemptionReasons, isExemptionReason, type CheckedRound } from '../adapter/index.ts';
import { calendarDate } from '../adapter/reading.ts';
import { protectedCount, leastTold } from '../model/protected-count.ts';
import { countExemptions, type ExemptionCount } from '../model/rounds/exemption-counts.ts';
import { exemptedIn } from '../model/rounds/exempted-members.ts';
import type { Profile } from '../profile/index.ts';
import type { CalendarDate } from '../record/index.ts';

export const exemptionsFormat = 'overblik-exemptions/1';

/** A coded reason; `other`: one that is not of the list; `''`: none was given. */
export type ReportedReason = (typeof exemptionReasons)[number] | 'other' | '';

/** The order in which reasons are told. */
const reportedReasons: readonly ReportedReason[] = [...exemptionReasons, 'other', ''];

/** What one clinic reports of one version; the clinic is not named. */
export interface ExemptionReport {
  readonly format: typeof exemptionsFormat;
  readonly profile: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly counts: readonly ReportedCount[];
}

export interface ReportedCount {
  /** Id of the marker; absent: patients who are exempt of them all. */
  readonly marker?: string;
  readonly reason: ReportedReason;
  /** A multiple of five, or `under` five. */
  readonly count: number | 'under';
}

/**
 * The report of one clinic: a count for each marker and each reason, whether anybody is exempt for it or not, so that
 * which there are says nothing of the clinic.
 *
 * @param counts Of the clinic's rounds (`countExemptions`).
 */
export function exemptionCountsReport(
  counts: readonly ExemptionCount[],
  profile: Profile,
  asOf: CalendarDate,
): ExemptionReport {
  const markers = [undefined, ...(profile.markers ?? []).map(({ id }) => id)];
  return {
    ...{ format: exemptionsFormat, profile: profile.id, version: profile.version, asOf },
    counts: markers.flatMap((marker) =>
      reportedReasons.map((reason): ReportedCount => {
        const own = counts.filter(
          (each) => each.marker === marker && codeOf(each.reason) === reason,
        );
        const sum = own.reduce((all, each) => all + each.patientIds.length, 0);
        return { ...(marker === undefined ? {} : { marker }), reason, count: protectedCount(sum) };
      }),
    ),
  };
}

/**
 * The report of a clinic from its stored rounds: who is exempt on a day by the latest of them.
 *
 * @param rounds As `listRounds` reads them; those of other profiles are passed over.
 * @returns Undefined where the clinic has no round of the profile.
 */
export function reportFromRounds(
  rounds: readonly CheckedRound[],
  profile: Profile,
  asOf: CalendarDate,
): ExemptionReport | undefined {
  const members = exemptedIn(rounds, profile.id, asOf);
  return members && exemptionCountsReport(countExemptions(members), profile, asOf);
}

/** What several clinics report of one profile, by version, marker and reason. */
export interface ExemptionSummary {
  readonly version: string;
  /** Clinics that have reported on this version. */
  readonly clinics: number;
  readonly markers: readonly {
    readonly marker: string | undefined;
    readonly reasons: readonly {
      readonly reason: ReportedReason;
      /** The sum of the numbers that are told. */
      readonly count: number;
      /** Clinics with fewer than five, none included: so many times up to four may come on top. */
      readonly under: number;
    }[];
  }[];
}

export interface ExemptionReadings {
  readonly summaries: readonly ExemptionSummary[];
  /** Reports that could not be read, or are on another profile. */
  readonly unreadable: number;
}

/**
 * Reads what clinics have sent and adds it up. A number that is told more exactly than a report may (no multiple of
 * five) makes the report unreadable: it could name somebody.
 *
 * @param reports JSON text, or as `JSON.parse` gives it.
 */
export function readExemptionReports(
  reports: readonly unknown[],
  profileId: string,
): ExemptionReadings {
  const read = reports.slice(0, mostReports).map((each) => readReport(each, profileId));
  const usable = read.filter((each) => each !== undefined);
  const versions = [...new Set(usable.map(({ version }) => version))];
  return {
    summaries: versions.map((version) => {
      const own = usable.filter((each) => each.version === version);
      const markers = [...new Set(own.flatMap(({ counts }) => counts.map(({ marker }) => marker)))];
      return {
        ...{ version, clinics: own.length },
        markers: markers.map((marker) => ({
          marker,
          reasons: reportedReasons.map((reason) => addUp(own, marker, reason)),
        })),
      };
    }),
    unreadable: reports.length - usable.length,
  };
}

const mostReports = 10_000;

function addUp(
  reports: readonly ExemptionReport[],
  marker: string | undefined,
  reason: ReportedReason,
) {
  const told = reports.flatMap(({ counts }) =>
    counts.filter((each) => each.marker === marker && each.reason === reason),
  );
  const numbers = told.map(({ count }) => count);
  return {
    reason,
    count: numbers.reduce<number>((sum, each) => sum + (each === 'under' ? 0 : each), 0),
    under: numbers.filter((each) => each === 'under').length,
  };
}

function readReport(given: unknown, profileId: string): ExemptionReport | undefined {
  try {
    const json: unknown = typeof given === 'string' ? JSON.parse(given) : given;
    const { data } = reportSchema.safeParse(json);
    return data?.profile === profileId ? (data as ExemptionReport) : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(reason: string): ReportedReason {
  if (reason === '') return '';
  return isExemptionReason(reason) ? (reason as ReportedReason) : 'other';
}

const id = z.string().check(z.minLength(1), z.maxLength(200));
const reportSchema = z.object({
  format: z.literal(exemptionsFormat),
  profile: id,
  version: id,
  asOf: calendarDate,
  counts: z
    .array(
      z.object({
        marker: z.optional(id),
        reason: z.enum(reportedReasons as [ReportedReason, ...ReportedReason[]]),
        count: z.union([
          z.literal('under'),
          z.number().check(
            z.int(),
            z.refine((count) => count >= leastTold && count % leastTold === 0),
          ),
        ]),
      }),
    )
    .check(z.maxLength(5000)),
});
