import {
  exportFileName,
  toCsv,
  toXlsx,
  type ExportCut,
  type ExportTable,
} from '../../../export/index.ts';
import { requireDate, type CalendarDate } from '../../../record/index.ts';
import { StateStore, type Store } from '../../store.ts';

export type ExportFormat = 'csv' | 'xlsx';

export interface ExportState {
  readonly phase: 'idle' | 'writing' | 'done' | 'failed' | 'cancelled';
  /** Rows written, of how many. */
  readonly done: number;
  readonly all: number;
  /** What did not fit in the file, once it is done. */
  readonly cut: ExportCut | undefined;
}

/** A file that is written, to be handed over. */
export interface WrittenFile {
  readonly file: Blob;
  readonly name: string;
}

const idle: ExportState = { phase: 'idle', done: 0, all: 0, cut: undefined };

/** A list on its way to a file: one at a time, with progress, and a way to stop it. */
export class ExportRun implements Store<ExportState> {
  readonly #store = new StateStore(idle);
  #abort: AbortController | undefined;

  get state(): ExportState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /**
   * Writes the file. Where there is none, `state` says why.
   *
   * @param date For the file's name.
   * @param isWanted Whether those whom the file names are shown still when it is written: else it is cancelled.
   * @throws {RangeError | TypeError} of a date that is none of the calendar (R26), and for nothing else.
   */
  async start(
    table: ExportTable,
    format: ExportFormat,
    date: CalendarDate,
    isWanted: () => boolean = () => true,
  ): Promise<WrittenFile | undefined> {
    requireDate(date, 'ExportRun.start: date');
    if (this.#abort) return undefined;
    const { signal } = (this.#abort = new AbortController());
    this.#store.set({ ...idle, phase: 'writing', all: table.rows });
    // Whoever shows it draws it anew each time.
    const step = table.rows / mostSteps;
    const onProgress = (done: number) => {
      if (done >= this.state.done + step) this.#store.set({ done });
    };
    try {
      const write = format === 'csv' ? toCsv : toXlsx;
      const { blob, cut } = await write(table, { signal, onProgress });
      if (!isWanted()) this.cancel();
      signal.throwIfAborted();
      this.#store.set({ phase: 'done', done: table.rows, cut });
      return { file: blob, name: exportFileName(table.title, date, format) };
    } catch {
      this.#store.set({ phase: signal.aborted ? 'cancelled' : 'failed' });
      return undefined;
    } finally {
      this.#abort = undefined;
    }
  }

  /** Stops the writing: there is no file then. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Forgets the last file's outcome; one that is being written goes on. */
  reset(): void {
    if (!this.#abort) this.#store.set(idle);
  }
}

const mostSteps = 50;
