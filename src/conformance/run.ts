/** A run of the kit: each requirement of the catalogue held against one adapter. */
import { nextTurn, type ClinicAdapter } from '../adapter/index.ts';
import { requireDate } from '../record/index.ts';
import { rounded } from './calls.ts';
import { checkedOptions, type ConformanceOptions } from './options.ts';
import { requirements } from './requirements/index.ts';
import { summaryOf } from './summary.ts';
import { Omitted, Trial } from './trial.ts';
import type { ConformanceReport, RequirementOutcome } from './types.ts';
import type { Requirement } from './requirements/requirement.ts';
import { Unjudged } from './verdicts.ts';
import { Watch } from './watch.ts';

/**
 * Holds an adapter against the contract. It reads; what it may do beside that, it is told (`writes`, `actions`,
 * `openJournal`). The report holds names, numbers and places of the contract, and nothing of a patient's.
 *
 * When the signal aborts, what was found so far is reported, and the rest as `error`.
 *
 * @throws {RangeError} of a date that does not exist.
 */
export async function runConformance(
  adapter: ClinicAdapter,
  options: ConformanceOptions,
  signal: AbortSignal = new AbortController().signal,
): Promise<ConformanceReport> {
  requireDate(options.asOf, 'runConformance: asOf');
  const checked = checkedOptions(options);
  const { clock, onProgress } = checked;
  const watch = new Watch();
  const trial = new Trial(adapter, checked, watch, signal);
  watch.isCalling = () => trial.calls.open > 0;
  const wanted = requirements.filter(
    ({ id }) => checked.only.length === 0 || checked.only.some((each) => id.startsWith(each)),
  );
  const results: RequirementOutcome[] = [];
  const from = clock.now();
  watch.start();
  try {
    for (const requirement of wanted) {
      const progress = { done: results.length, of: wanted.length, id: requirement.id };
      onProgress?.(progress);
      trial.onPatients = (patients) => onProgress?.({ ...progress, patients });
      results.push(await judge(requirement, trial, signal));
      await nextTurn();
    }
    onProgress?.({ done: results.length, of: wanted.length });
  } finally {
    for (const cleanup of trial.cleanups) await cleanup().catch(() => undefined);
    watch.stop();
  }
  return {
    format: 'overblik-conformance/1',
    ...(options.version === undefined ? {} : { version: options.version }),
    asOf: options.asOf,
    ...(options.started === undefined ? {} : { started: options.started }),
    took: rounded(clock.now() - from),
    ...(await clinicOf(trial, signal)),
    ...environmentOf(options.environment),
    parts: partNames.filter((name) => trial.part(name) !== undefined),
    allowed: [
      ...(checked.writes ? ['save rounds'] : []),
      ...(checked.actions ? ['run actions'] : []),
      ...(checked.openJournal ? ['open a journal'] : []),
    ],
    summary: summaryOf(results),
    results,
    calls: trial.calls.log,
    moreCalls: trial.calls.more,
  };
}

const partNames = ['records', 'search', 'rounds', 'actions', 'profiles'] as const;

async function judge(
  requirement: Requirement,
  trial: Trial,
  signal: AbortSignal,
): Promise<RequirementOutcome> {
  const { check, ...text } = requirement;
  const outcome = (
    result: RequirementOutcome['result'],
    more: Partial<RequirementOutcome> = {},
  ): RequirementOutcome => ({ ...text, result, findings: [], figures: [], ...more });
  if (signal.aborted) return outcome('error', { why: 'The run was broken off.' });
  // Without an adapter nothing else can be said.
  if (requirement.area !== 'adapter' && !isUsable(trial.adapter))
    return outcome('skip', { why: 'Not judged: there is no adapter (ADP-01).' });
  try {
    const { result, why, findings = [], figures = [] } = await check(trial);
    return outcome(result, { ...(why === undefined ? {} : { why }), findings, figures });
  } catch (error) {
    if (signal.aborted) return outcome('error', { why: 'The run was broken off.' });
    if (error instanceof Omitted) return outcome('omit', { why: sentence(error.message) });
    if (error instanceof Unjudged) return outcome('skip', { why: `Not judged: ${error.message}.` });
    // What was thrown may hold the host's words: its kind alone is told.
    const kind = error instanceof Error ? error.name : typeof error;
    return outcome('error', { why: `The kit could not judge it (${kind}).` });
  }
}

function isUsable(adapter: unknown): boolean {
  return (
    typeof adapter === 'object' &&
    adapter !== null &&
    !Array.isArray(adapter) &&
    !('then' in adapter)
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

async function clinicOf(
  trial: Trial,
  signal: AbortSignal,
): Promise<Pick<ConformanceReport, 'clinic'>> {
  if (signal.aborted) return {};
  try {
    const { id, name, patients } = await trial.description();
    return {
      clinic: {
        ...(id === undefined ? {} : { id }),
        name,
        ...(patients === undefined ? {} : { patients }),
      },
    };
  } catch {
    return {};
  }
}

function environmentOf(given: string | undefined): Pick<ConformanceReport, 'environment'> {
  const { navigator } = globalThis as { readonly navigator?: { readonly userAgent?: string } };
  const environment = given ?? navigator?.userAgent;
  return environment === undefined ? {} : { environment };
}
