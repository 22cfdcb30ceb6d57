/** Fetches a clinic for profiles, as a list does, and tells what is missing from it. */
import { describeClinic, type AdapterFailure, type ProblemReport } from '../adapter/index.ts';
import { reportsOnAdapter } from '../adapter/reports.ts';
import { finish, requestFor, type Plan } from '../engine/index.ts';
import { adviseOn as adviseInPage } from '../model/describe/advice.ts';
import { describeGap, describeProblem } from '../model/describe/index.ts';
import { evaluateLoaded, type LoadedPopulation } from '../model/load/evaluate-loaded.ts';
import { failedLoad, type LoadFinding } from '../model/load/findings.ts';
import { failureOf, loadClinic, type LoadedClinic } from '../model/load/load.ts';
import { reportFindings } from '../model/load/report-findings.ts';
import { Unreadable, type Io } from './command.ts';
import type { Source } from './source.ts';

/** A clinic that was fetched, what each plan finds in it, and what is missing. */
export interface Loaded {
  readonly populations: readonly LoadedPopulation[];
  /** What is missing, in words: then a number may be too low, and a *no* an *unknown*. */
  readonly problems: readonly string[];
  /** What the adapter's developer should look at, in names and numbers. */
  readonly reports: readonly ProblemReport[];
}

/**
 * Fetches what all plans need, once, and evaluates each.
 * @throws {Unreadable} where nothing could be fetched at all: an empty count would be taken for *nobody*.
 */
export async function load(
  plans: readonly Plan[],
  source: Source,
  io: Io,
  tellThrown: boolean,
): Promise<Loaded> {
  const { adapter, asOf, deadline } = source;
  const onFailure = (failure: AdapterFailure) => {
    if (!tellThrown) return;
    const { thrown } = failure;
    io.err(`${failure.message}\n${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  };
  const own = reportsOnAdapter(adapter);
  let loaded: LoadedClinic;
  try {
    loaded = await loadClinic({
      adapter,
      describe: () => describeClinic(adapter, { deadline, onFailure }),
      request: requestFor(plans, asOf),
      searched: plans.map(({ profile }) => profile),
      asOf,
      deadline,
      signal: new AbortController().signal,
      onFailure,
    });
  } catch (error) {
    const failure = failureOf(error, 'records');
    const reports = [...own, ...reportFindings([failedLoad(failure, adapter)])];
    throw new Unreadable(
      `nothing could be counted, for the clinic could not be fetched:\n${reports.map((each) => `  ${adviseOn(each)}\n`).join('')}${failure.message}`,
    );
  }
  const evaluated = plans.map((plan) => finish(evaluateLoaded(loaded, plan, asOf)));
  const gaps = new Map(
    evaluated.flatMap(({ shown }) =>
      shown.gaps.map((gap) => [describeGap(gap, 'en'), gap] as const),
    ),
  );
  const findings: LoadFinding[] = [
    ...loaded.findings,
    ...evaluated.flatMap((each) => each.findings),
  ];
  const all: Loaded = {
    populations: evaluated.map(({ shown }) => shown),
    problems: [
      ...source.troubles(),
      ...loaded.problems.map((each) => describeProblem(each, 'en')),
      ...[...gaps.keys()].map(
        (gap) => `The profile asks for what the clinic has nothing of: ${gap}.`,
      ),
    ],
    reports: once([...own, ...reportFindings(findings)]),
  };
  const { clinic, patients, isSearched } = loaded;
  if (isSearched ? patients > 0 : clinic.size > 0) return all;
  throw new Unreadable(
    `nothing could be counted, for no patient came.${tellProblems(all).trimEnd()}`,
  );
}

function once(reports: readonly ProblemReport[]): readonly ProblemReport[] {
  return [...new Map(reports.map((each) => [JSON.stringify(each), each])).values()];
}

/** A report in words; a call that failed may have thrown what names a patient. */
function adviseOn(report: ProblemReport): string {
  return adviseInPage(
    report,
    'With --thrown it is shown what was thrown, which may name a patient.',
  );
}

/** The clinic and the day, as a line above what was counted. */
export function tellClinic({ description, patients, population }: LoadedPopulation): string {
  const name = description.name === '' ? 'a clinic without a name' : description.name;
  return `${name}, ${patients} ${patients === 1 ? 'patient' : 'patients'}, as of ${population.asOf}`;
}

/** What is missing and what to look at, as text below what was counted; empty where all is well. */
export function tellProblems({ problems, reports }: Loaded): string {
  return [
    ...(problems.length > 0 ? ['', 'Incomplete:', ...problems.map((each) => `  ${each}`)] : []),
    ...(reports.length > 0
      ? ['', 'For the adapter’s developer:', ...reports.map((each) => `  ${adviseOn(each)}`)]
      : []),
    '',
  ].join('\n');
}

/** The same as a part of a JSON document. */
export function problemsDocument({ problems, reports }: Loaded): object {
  return {
    complete: problems.length === 0,
    problems,
    reports: reports.map((each) => ({ ...each, advice: adviseOn(each) })),
  };
}
