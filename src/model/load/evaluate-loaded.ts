import type { ClinicDescription } from '../../adapter/index.ts';
import {
  contentsInSteps,
  evaluateInSteps,
  odditiesInSteps,
  type Clinic,
  type Plan,
  type Population,
  type Steps,
} from '../../engine/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { LoadFinding } from './findings.ts';
import { countForeign, findGaps, type DataGap } from './gaps.ts';
import type { LoadedClinic } from './load.ts';
import { leavesOut } from './problems.ts';

/** A population and the data it was evaluated on. */
export interface LoadedPopulation {
  readonly population: Population;
  readonly clinic: Clinic;
  readonly description: ClinicDescription;
  /** Patients in the clinic. */
  readonly patients: number;
  /** What the profile asks for and of which nothing came, or next to nothing, of any patient. */
  readonly gaps: readonly DataGap[];
}

export interface Evaluated {
  readonly shown: LoadedPopulation;
  /** What the data itself has to tell the adapter's developer. */
  readonly findings: readonly LoadFinding[];
}

/** Evaluates what came, and looks at what the profile asks for and did not come. */
export function* evaluateLoaded(
  loaded: LoadedClinic,
  plan: Plan,
  asOf: CalendarDate,
): Steps<Evaluated> {
  const { clinic, description, patients, isSearched } = loaded;
  const population = yield* evaluateInSteps(plan, clinic, asOf);
  yield;
  yield* contentsInSteps(clinic);
  // Of a clinic that was searched, or did not come whole, nobody knows what it has.
  const gaps = isWhole(loaded) ? findGaps(clinic, description, plan, asOf) : [];
  const foreign = countForeign(clinic, gaps);
  const odd = yield* odditiesInSteps(clinic, asOf);
  const call = isSearched ? 'search' : 'records';
  const findings: LoadFinding[] = [];
  if (gaps.length > 0) findings.push(({ reportGaps }) => reportGaps(gaps));
  if (foreign.length > 0) findings.push(({ reportForeign }) => reportForeign(foreign));
  if (odd.length > 0) findings.push(({ reportHints }) => reportHints(odd, call));
  return { shown: { population, clinic, description, patients, gaps }, findings };
}

function isWhole({ isSearched, problems }: LoadedClinic): boolean {
  return !isSearched && !problems.some(leavesOut);
}
