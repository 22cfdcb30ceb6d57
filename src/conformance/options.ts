import type { AdapterFailure } from '../adapter/index.ts';
import type { CalendarDate } from '../record/types.ts';
import { realClock, type ConformanceClock } from './clock.ts';

/** What performance is held against, in milliseconds. What is slower is told (`SHOULD`). */
export interface ConformanceLimits {
  /** Until `describe()` has answered. */
  readonly describe: number;
  /** Until the first patients of a load have come. */
  readonly firstBatch: number;
  /** Until all have come, for each thousand patients; a tenth of it is allowed in any case. */
  readonly load: number;
  /** The longest stretch in which the page gets no turn. */
  readonly task: number;
  /** Of twenty patients fetched one by one, all but the slowest. */
  readonly patient: number;
  /** Until a call that was aborted has ended. */
  readonly abort: number;
}

export const usualLimits: ConformanceLimits = {
  describe: 2000,
  firstBatch: 3000,
  load: 4000,
  task: 200,
  patient: 1500,
  abort: 1000,
};

/** What a run may do to the host, beside reading. */
export interface ActionPermission {
  /** Ids of the actions that may be run. */
  readonly actions: readonly string[];
  /** Ids of the patients, of a test clinic, that they may be run for: two at least, where an action takes many. */
  readonly patients: readonly string[];
}

export interface ConformanceOptions {
  /** The date of evaluation, `YYYY-MM-DD`. */
  readonly asOf: CalendarDate;
  /** Profile documents that the adapter is to serve: what they ask for is then looked for. */
  readonly profiles?: readonly unknown[];
  /**
   * Whether rounds may be saved. They are of a profile of the kit's own, `overblik.conformance`, and are left finished
   * and withdrawn, for a store has no way to delete one. Default false.
   */
  readonly writes?: boolean;
  /** Which actions may be run, and for whom. Default: none. */
  readonly actions?: ActionPermission | undefined;
  /** Whether one patient's journal may be opened. Default false. */
  readonly openJournal?: boolean;
  /** Ids of the requirements that are looked at, or what they begin with (`DAT`). Default: all. */
  readonly only?: readonly string[];
  /** Longest wait for one answer, in milliseconds. Default 20,000, as the elements have it. */
  readonly deadline?: number;
  readonly limits?: Partial<ConformanceLimits>;
  /** How many patients are fetched one by one. Default 20. */
  readonly sample?: number;
  /** ISO date-time with offset, for the report. */
  readonly started?: string;
  /** Version of the library, for the report. */
  readonly version?: string;
  /** What it runs in, for the report. Default: as the page or Node names itself. */
  readonly environment?: string;
  readonly onProgress?: (progress: ConformanceProgress) => void;
  /** Is given every call that failed, with what was thrown: it may hold patient data, and is in no report. */
  readonly onFailure?: (failure: AdapterFailure) => void;
  /** Default: that of the page or of Node. */
  readonly clock?: ConformanceClock;
}

export interface ConformanceProgress {
  /** Requirements that are done, of how many. */
  readonly done: number;
  readonly of: number;
  /** Id of the one that is looked at. */
  readonly id?: string;
  /** Patients that have come in the load that goes on. */
  readonly patients?: number;
}

/** As they are taken. */
export type CheckedOptions = Required<
  Omit<
    ConformanceOptions,
    'started' | 'version' | 'environment' | 'onProgress' | 'onFailure' | 'actions' | 'limits'
  >
> &
  Pick<ConformanceOptions, 'onProgress' | 'onFailure' | 'actions'> & {
    readonly limits: ConformanceLimits;
  };

/** Fills in what is not given. */
export function checkedOptions(options: ConformanceOptions): CheckedOptions {
  return {
    asOf: options.asOf,
    profiles: options.profiles ?? [],
    writes: options.writes ?? false,
    actions: options.actions,
    openJournal: options.openJournal ?? false,
    only: options.only ?? [],
    deadline: options.deadline ?? usualDeadline,
    limits: { ...usualLimits, ...options.limits },
    sample: options.sample ?? usualSample,
    clock: options.clock ?? realClock,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.onFailure ? { onFailure: options.onFailure } : {}),
  };
}

const usualDeadline = 20_000;
const usualSample = 20;
