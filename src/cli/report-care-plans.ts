/** `overblik report --care-plans`: care plans counted as records (R28), all of them or those that a cluster package names. */
import type { Profile } from '../profile/index.ts';
import {
  activityReports,
  parseClusterPackage,
  periodsUntil,
  type Activity,
  type ActivityReport,
  type Protection,
} from '../report/index.ts';
import { Unreadable, UsageError, type Call } from './command.ts';
import { readText } from './files.ts';
import type { ReportedClinicData } from './load-for-report.ts';
import type { Source } from './source.ts';

/** Care plans are no profile's own: they stand in the report of each. */
export async function countCarePlans(
  call: Call,
  { clinic }: ReportedClinicData,
  profiles: readonly Profile[],
  { asOf }: Source,
  protection: Protection,
): Promise<{ readonly activities?: Readonly<Record<string, readonly ActivityReport[]>> }> {
  const length = call.text('care-plans');
  if (length === undefined) {
    if (call.text('package') !== undefined)
      throw new UsageError('--package goes with --care-plans, which says the periods.');
    return {};
  }
  const months = monthsOf[length as keyof typeof monthsOf];
  const periods = periodsUntil(12 / months, months, asOf);
  const counted = activityReports(clinic, await readActivities(call), periods, protection);
  return { activities: Object.fromEntries(profiles.map(({ id }) => [id, counted])) };
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** @throws {Unreadable} of a package that cannot be used, or names none. */
async function readActivities(call: Call): Promise<readonly Activity[]> {
  const file = call.text('package');
  if (file === undefined) return [{ id: 'care-plans' }];
  const outcome = parseClusterPackage(await readText(file, call.io));
  if (!outcome.ok) {
    const [{ path, message, fix }] = outcome.errors;
    throw new Unreadable(
      `${file} is no cluster package that can be used: ${path} ${message.en ?? message.da} ${fix.en ?? fix.da}`,
    );
  }
  const { activities } = outcome.package;
  if (!activities) throw new Unreadable(`${file} names no care plans to count (activities).`);
  return activities;
}
