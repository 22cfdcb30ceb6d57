import type { LitElement, ReactiveController } from 'lit';
import {
  reportOnFailure,
  type AdapterFailure,
  type ClinicAdapter,
  type ProblemReport,
} from '../../model/index.ts';
import { emit } from './events.ts';

interface ProblemHost extends LitElement {
  readonly adapter: ClinicAdapter | undefined;
  readonly onfailure: ((failure: AdapterFailure) => void) | undefined;
  readonly dev: boolean;
}

/**
 * Tells the host's developer what is wrong with the adapter and its data: by the event `overblik-problem`, without a
 * value of the clinic's; by `onfailure`, with what was thrown; and, where `dev` is set, in words on the console.
 */
export class ProblemChannel implements ReactiveController {
  readonly #sources: (() => readonly ProblemReport[])[] = [];
  #told = new WeakSet<ProblemReport>();

  constructor(private readonly host: ProblemHost) {
    host.addController(this);
  }

  /** Has everything told that `reports` says, each of its objects once. */
  watch(reports: () => readonly ProblemReport[]): void {
    this.#sources.push(reports);
  }

  /** Everything that is wrong now. */
  get current(): readonly ProblemReport[] {
    return this.#sources.flatMap((reports) => reports());
  }

  hostUpdated(): void {
    for (const report of this.current) this.tell(report);
  }

  /** Tells one problem, unless it was told. */
  readonly tell = (report: ProblemReport): void => {
    if (this.#told.has(report)) return;
    this.#told.add(report);
    emit(this.host, 'overblik-problem', report);
    if (this.host.dev) void this.#say(report);
  };

  /** Hands a failed call to the host. What is no part of a load is told as well: nothing else says it. */
  readonly onFailure = (failure: AdapterFailure): void => {
    const { adapter, onfailure } = this.host;
    try {
      onfailure?.(failure);
    } catch (error) {
      // A mistake in the host's own listener is the host's to hear of, and must not stop the list.
      queueMicrotask(() => {
        throw error;
      });
    }
    if (!loading.has(failure.call)) this.tell(reportOnFailure(failure, adapter));
  };

  async #say(report: ProblemReport): Promise<void> {
    const { writeProblem } = await import('./dev.ts');
    writeProblem(report, this.host.localName);
  }
}

/** The calls whose failure stands in what they were to load. */
const loading: ReadonlySet<string> = new Set(['describe', 'records', 'search', 'patient']);
