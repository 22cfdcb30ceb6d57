/** Which reports can be put together, and why the others cannot. */
import { parseISO } from 'date-fns/parseISO';
import { mergePhrases } from '../../i18n/phrases/report-merge.ts';
import { compareVersions, shortHash } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type {
  Area,
  AreaLevel,
  ClinicReport,
  Protection,
  RefusedReport,
  Report,
  ReportedProfile,
} from '../types.ts';

/** What reports have in common that can be put together. */
export interface Agreed {
  readonly profile: ReportedProfile;
  readonly protection: Protection;
  readonly dates: readonly CalendarDate[];
}

interface Agreement {
  readonly agreed: Agreed;
  /** One of each clinic, by its id. */
  readonly accepted: readonly ClinicReport[];
  readonly refused: readonly RefusedReport[];
}

/**
 * Sorts reports out.
 *
 * @throws {RangeError} where there is none, and nothing says what they should be of.
 */
export function agreeing(
  reports: readonly ClinicReport[],
  {
    level,
    area,
    agreed = mostCommon(reports),
  }: {
    readonly level: AreaLevel;
    readonly area: Area;
    readonly agreed: Agreed | undefined;
  },
): Agreement {
  if (!agreed)
    throw new RangeError(
      'There is no report to put together: give one at least, or say what they should be of (agreed).',
    );
  const refused: RefusedReport[] = [];
  const byClinic = new Map<string, ClinicReport[]>();
  for (const report of [...reports].sort(compareReports)) {
    const why = whyNot(report, agreed, level, area);
    if (why) {
      refused.push(refusalOf(report, ...why));
      continue;
    }
    const own = byClinic.get(report.clinic.id);
    if (own) own.push(report);
    else byClinic.set(report.clinic.id, [report]);
  }
  const accepted = [...byClinic.values()].map((own) => {
    const latest = own.pop()!;
    refused.push(...own.flatMap((each) => earlierThan(latest, each)));
    return onDates(latest, agreed.dates);
  });
  return { agreed, accepted, refused };
}

/** By clinic, and of a clinic by the moment; of one moment so that the order in which they came makes no difference. */
function compareReports(one: ClinicReport, other: ClinicReport): number {
  return (
    compare(one.clinic.id, other.clinic.id) ||
    compareMade(one, other) ||
    compare(JSON.stringify(one), JSON.stringify(other))
  );
}

/** Of a clinic's reports all but the latest are refused; the same a second time is no news. */
function earlierThan(latest: ClinicReport, report: ClinicReport): readonly RefusedReport[] {
  if (compareMade(report, latest) < 0)
    return [refusalOf(report, 'older', mergePhrases.older(report.madeAt, latest.madeAt))];
  return JSON.stringify(report) === JSON.stringify(latest)
    ? []
    : [refusalOf(report, 'older', mergePhrases.alike(report.madeAt))];
}

/** What most of some reports are of; of as many, the latest version, and the most dates. */
function mostCommon(reports: readonly ClinicReport[]): Agreed | undefined {
  const counts = new Map<string, { agreed: Agreed; clinics: Set<string> }>();
  for (const { profile, protection, dates, clinic } of reports) {
    const key = keyOf({ profile, protection, dates });
    const known = counts.get(key);
    if (known) known.clinics.add(clinic.id);
    else
      counts.set(key, {
        agreed: { profile, protection, dates },
        clinics: new Set([clinic.id]),
      });
  }
  const [first] = [...counts].sort(
    ([keyA, a], [keyB, b]) =>
      b.clinics.size - a.clinics.size ||
      compareVersions(b.agreed.profile.version, a.agreed.profile.version) ||
      b.agreed.dates.length - a.agreed.dates.length ||
      compare(keyA, keyB),
  );
  return first?.[1].agreed;
}

function keyOf({ profile, protection, dates }: Agreed): string {
  const { method, threshold, base } = protection;
  return JSON.stringify([
    ...[profile.id, profile.version, profile.definition],
    ...[method, threshold, base, dates],
  ]);
}

type Why = readonly [RefusedReport['kind'], readonly [da: string, en: string]];

/** Why a report cannot be added to the others. */
function whyNot(
  { profile, protection, dates, clinic }: ClinicReport,
  agreed: Agreed,
  level: AreaLevel,
  area: Area,
): Why | undefined {
  const own = agreed.profile;
  if (profile.id !== own.id) return ['profile', mergePhrases.profile(profile.id, own.id)];
  if (profile.version !== own.version)
    return ['version', mergePhrases.version(profile.version, own.version)];
  if (profile.definition !== own.definition)
    return [
      'definition',
      mergePhrases.definition(
        own.version,
        shortHash(profile.definition),
        shortHash(own.definition),
      ),
    ];
  if (!isSameProtection(protection, agreed.protection))
    return ['protection', mergePhrases.protection(protection, agreed.protection)];
  const has = new Set(dates);
  const lacking = agreed.dates.filter((date) => !has.has(date));
  if (lacking.length > 0) return ['dates', mergePhrases.dates(lacking)];
  const told = level === 'country' ? undefined : clinic[level];
  if (told !== undefined && told !== area.id) return ['area', mergePhrases.area(told, area.id)];
  return undefined;
}

/** Whether reports are protected in the same way, so that their leaves can be added. */
export function isSameProtection(one: Protection, other: Protection): boolean {
  return (
    one.method === other.method && one.threshold === other.threshold && one.base === other.base
  );
}

/** A report that has more dates than are asked, with those that are. */
function onDates(report: ClinicReport, dates: readonly CalendarDate[]): ClinicReport {
  if (report.dates.length === dates.length) return report;
  const places = dates.map((date) => report.dates.indexOf(date));
  const of = <Value>(list: readonly Value[]) => places.map((at) => list[at]!);
  const isAsked = new Set(dates);
  return {
    ...report,
    dates,
    undecided: of(report.undecided),
    indicators: report.indicators.map(({ values, groups, notCounted, ...rest }) => {
      const left = notCounted?.filter(({ date }) => isAsked.has(date)) ?? [];
      return {
        ...rest,
        values: groups ? [] : of(values),
        ...(groups ? { groups: groups.map((each) => ({ ...each, values: of(each.values) })) } : {}),
        ...(left.length > 0 ? { notCounted: left } : {}),
      };
    }),
  };
}

/** Compares reports by the moments at which they were made, whatever offsets those are written with: the earlier first. */
export function compareMade(one: Made, other: Made): number {
  const [own, others] = [momentOf(one), momentOf(other)];
  return own === others ? 0 : own < others ? -1 : 1;
}

type Made = Pick<Report, 'madeAt'>;

function momentOf({ madeAt }: Made): number {
  const moment = parseISO(madeAt).getTime();
  return Number.isNaN(moment) ? -Infinity : moment;
}

function refusalOf(
  { clinic }: ClinicReport,
  kind: RefusedReport['kind'],
  [da, en]: readonly [string, string],
): RefusedReport {
  return { id: clinic.id, name: clinic.name, kind, reason: { da, en } };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
