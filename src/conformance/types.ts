/** What the kit asks of an adapter, and what comes of a run. Plain JSON from `ConformanceReport` down. */
import type { LocalText } from '../profile/types.ts';
import type { CalendarDate } from '../record/types.ts';

/** As RFC 2119 has them: what is not met of `SHALL` fails the run, of `SHOULD` it is told. */
export type RequirementLevel = 'SHALL' | 'SHOULD';

/** What a requirement is about, in the order in which a run takes them. */
export const areas = [
  ...(['adapter', 'description', 'load', 'request', 'patient', 'search', 'data'] as const),
  ...(['profiles', 'rounds', 'actions', 'journal', 'performance', 'privacy'] as const),
] as const;
export type RequirementArea = (typeof areas)[number];

/**
 * - `pass`: seen to be met;
 * - `fail`: seen not to be met, with what was seen, where, and what to do;
 * - `skip`: could not be judged in this run, be it that something before it failed, that it was not allowed, or that
 *   there was too little to judge by;
 * - `omit`: about an optional part that the adapter does not have;
 * - `error`: the kit itself failed, or the run was broken off.
 */
export type RequirementResult = 'pass' | 'fail' | 'skip' | 'omit' | 'error';
export const requirementResults = [
  ...(['pass', 'fail', 'skip', 'omit', 'error'] as const),
] satisfies readonly RequirementResult[];

/** One thing that was wrong. Names, numbers and places of the contract, never a value of the clinic's. */
export interface ConformanceFinding {
  readonly seen: string;
  /** A call or a field: `adapter.records`, `diagnoses.from`. */
  readonly where: string;
  readonly fix: string;
}

/** Something that was counted or measured on the way. */
export interface ConformanceFigure {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  /** What it is held against. */
  readonly limit?: number;
}

/** What a check came to. */
export interface Verdict {
  readonly result: Exclude<RequirementResult, 'error'>;
  /** Why it is left out, or was not judged. */
  readonly why?: string;
  readonly findings?: readonly ConformanceFinding[];
  readonly figures?: readonly ConformanceFigure[];
}

/** One line of the catalogue, as a report tells it. */
export interface RequirementText {
  /** `LOA-03`: stays the same from one version of the kit to the next. */
  readonly id: string;
  readonly area: RequirementArea;
  readonly level: RequirementLevel;
  readonly title: LocalText & { readonly en: string };
  /** In whole, in English. */
  readonly text: string;
  /** Heading of the contract's page that it follows from. */
  readonly source: string;
}

export interface RequirementOutcome extends RequirementText {
  readonly result: RequirementResult;
  readonly why?: string;
  readonly findings: readonly ConformanceFinding[];
  readonly figures: readonly ConformanceFigure[];
}

/** One call to the adapter: what it was asked in kind and number, never for whom. */
export interface LoggedCall {
  readonly call: string;
  /** `13 types`, `1 type, 3 codes`, `unknown id`. */
  readonly asked: string;
  /** Milliseconds since the run began. */
  readonly at: number;
  /** Milliseconds until it was answered. */
  readonly took: number;
  readonly outcome: 'answered' | 'threw' | 'deadline' | 'aborted';
  /** What came, in kind and number: `7012 patients in 15 batches`. */
  readonly got?: string;
}

/** A run, written down. */
export interface ConformanceReport {
  readonly format: 'overblik-conformance/1';
  /** Version of the library whose kit it is; absent where whoever ran it did not say. */
  readonly version?: string;
  readonly asOf: CalendarDate;
  /** ISO date-time with offset. */
  readonly started?: string;
  /** Milliseconds. */
  readonly took: number;
  /** As the adapter describes it. */
  readonly clinic?: { readonly id?: string; readonly name: string; readonly patients?: number };
  /** Where it ran: a browser's name for itself, or Node's version. */
  readonly environment?: string;
  /** The optional parts that the adapter has. */
  readonly parts: readonly string[];
  /** What the run was allowed, in words. */
  readonly allowed: readonly string[];
  readonly summary: ConformanceSummary;
  readonly results: readonly RequirementOutcome[];
  readonly calls: readonly LoggedCall[];
  /** Calls beyond those that are kept. */
  readonly moreCalls: number;
}

export interface ConformanceSummary {
  /** Whether every `SHALL` that could be judged was met, and none failed for want of the kit itself. */
  readonly ok: boolean;
  readonly shall: Readonly<Record<RequirementResult, number>>;
  readonly should: Readonly<Record<RequirementResult, number>>;
}
