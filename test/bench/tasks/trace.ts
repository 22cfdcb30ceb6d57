/** What Chromium tells of the tasks of a page: exactly, and by the processor's time too, which other programs leave alone. */

/** What has to be traced for `tasksIn`. */
export const taskCategories = ['disabled-by-default-devtools.timeline', '__metadata', 'v8'];

export interface Trace {
  readonly traceEvents?: readonly TraceEvent[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  /** Microseconds: on the clock, and on the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Something that the page's main thread did without a break. */
export interface PageTask {
  /** Microseconds since the machine began. */
  readonly start: number;
  /** Milliseconds on the clock. */
  readonly ms: number;
  /** Milliseconds on the processor: the same whatever else the machine does meanwhile. */
  readonly cpu: number;
  /** Milliseconds on the clock in which V8 gathered garbage. */
  readonly gc: number;
}

/** The tasks of the main threads of pages. */
export function tasksIn({ traceEvents = [] }: Trace): readonly PageTask[] {
  const isMain = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const ofMain = traceEvents.filter(
    ({ ph, pid, tid }) => ph === 'X' && isMain.has(`${pid} ${tid}`),
  );
  const gathering = ofMain.filter(({ name }) => name === 'MajorGC' || name === 'MinorGC');
  return ofMain
    .filter(({ name }) => name === 'RunTask')
    .map(({ ts, dur = 0, tdur = 0 }) => ({
      start: ts,
      ms: dur / 1000,
      cpu: tdur / 1000,
      gc:
        gathering
          .filter((each) => each.ts >= ts && each.ts < ts + dur)
          .reduce((sum, each) => sum + (each.dur ?? 0), 0) / 1000,
    }));
}
