/** Fetches a clinic for reports: what its indicators need on the earliest of the dates, and so on all. */
import { describeClinic, type AdapterFailure, type ClinicDescription } from '../adapter/index.ts';
import { requestFor, type Clinic, type Plan } from '../engine/index.ts';
import { describeProblem } from '../model/describe/index.ts';
import { failureOf, isSearching, loadClinic } from '../model/load/load.ts';
import type { CalendarDate } from '../record/index.ts';
import { Unreadable, type Call } from './command.ts';
import type { Source } from './source.ts';

export interface ReportedClinicData {
  readonly clinic: Clinic;
  readonly description: ClinicDescription;
  /** What is missing, in words. */
  readonly problems: readonly string[];
}

/** @throws {Unreadable} where nothing could be fetched: a report of nobody would be taken for one of a clinic. */
export async function loadForReport(
  plans: readonly Plan[],
  dates: readonly CalendarDate[],
  source: Source,
  { io, isOn, text }: Call,
): Promise<ReportedClinicData> {
  const asked = requestFor(plans, dates[0]!);
  // Whether a care plan is the first of its kind is told by all of them.
  const more = text('care-plans') === undefined ? {} : { carePlan: {} };
  const { adapter, asOf, deadline } = source;
  if (isSearching(adapter))
    throw new Unreadable(
      'the clinic’s system searches by itself (search without records), and knows one day alone: a report counts on many, and needs an adapter with records.',
    );
  const onFailure = ({ message, thrown }: AdapterFailure) => {
    if (isOn('thrown'))
      io.err(`${message}\n${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  };
  try {
    const { clinic, description, problems } = await loadClinic({
      adapter,
      describe: () => describeClinic(adapter, { deadline, onFailure }),
      // Windows reach back from the earliest date, and forth to the latest.
      request: { asOf, types: { ...asked.types, ...more } },
      searched: [],
      asOf,
      deadline,
      signal: new AbortController().signal,
      onFailure,
    });
    if (clinic.size === 0) throw new Unreadable('nothing could be counted, for no patient came.');
    return {
      clinic,
      description,
      problems: [...source.troubles(), ...problems.map((each) => describeProblem(each, 'en'))],
    };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const failure = failureOf(error, 'records');
    throw new Unreadable(
      `nothing could be counted, for the clinic could not be fetched: ${failure.message} With --thrown it is shown what was thrown, which may name a patient.`,
    );
  }
}
