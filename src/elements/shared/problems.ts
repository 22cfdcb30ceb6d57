import type { LitElement, ReactiveController } from 'lit';
import type {
  AdapterFailure,
  ClinicAdapter,
  LoadFinding,
  ProblemReport,
} from '../../model/index.ts';
import type * as Reporting from '../../model/load/report-findings.ts';
import { emit } from './events.ts';
import { LazyPart } from './lazy-part.ts';

interface ProblemHost extends LitElement {
  readonly adapter: ClinicAdapter | undefined;
  readonly failureHandler: ((failure: AdapterFailure) => void) | undefined;
  readonly dev: boolean;
  /** What of the words that the host gave cannot be used. */
  readonly textReports: readonly ProblemReport[];
}

/**
 * Tells the host's developer what is wrong with the adapter and its data: by the event `overblik-problem`, without a
 * value of the clinic's; by `failureHandler`, with what was thrown; and, where `dev` is set, in words on the console.
 */
export class ProblemChannel implements ReactiveController {
  readonly #sources: (() => readonly LoadFinding[])[] = [];
  readonly #part: LazyPart<typeof Reporting>;
  readonly #heard = new WeakSet<LoadFinding>();
  #told = new WeakSet<ProblemReport>();

  constructor(private readonly host: ProblemHost) {
    this.#part = new LazyPart(host, () => import('../../model/load/report-findings.ts'));
    host.addController(this);
  }

  /** Has everything told that `findings` says, each of its objects once. */
  watch(findings: () => readonly LoadFinding[]): void {
    this.#sources.push(findings);
  }

  /** The reports on what came up; none where what writes them cannot be had. */
  async reportsOn(findings: readonly LoadFinding[]): Promise<readonly ProblemReport[]> {
    const part = findings.length > 0 ? await this.#part.load() : undefined;
    return part?.reportFindings(findings) ?? [];
  }

  hostUpdated(): void {
    for (const report of this.host.textReports) this.tell(report);
    const findings = this.#sources.flatMap((source) => source());
    if (findings.some((each) => !this.#heard.has(each))) void this.#hear(findings);
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
    const { adapter, failureHandler } = this.host;
    try {
      failureHandler?.(failure);
    } catch {
      // A mistake in the host's own handler must not stop the list, nor reach the console: it may quote the failure.
      this.tell({ kind: 'unusable', field: 'failureHandler', count: 1 });
    }
    if (!loading.has(failure.call))
      void this.#hear([({ reportOnFailure }) => [reportOnFailure(failure, adapter)]]);
  };

  /** What cannot be reported now is when the host is drawn again. */
  async #hear(findings: readonly LoadFinding[]): Promise<void> {
    const part = await this.#part.load();
    if (!part) return;
    for (const finding of findings) this.#heard.add(finding);
    for (const report of part.reportFindings(findings)) this.tell(report);
  }

  async #say(report: ProblemReport): Promise<void> {
    const { writeProblem } = await import('./dev.ts');
    writeProblem(report, this.host.localName);
  }
}

/** The calls whose failure stands in what they were to load. */
const loading: ReadonlySet<string> = new Set(['describe', 'records', 'search', 'patient']);
