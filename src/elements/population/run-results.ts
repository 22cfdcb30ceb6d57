import { html, nothing, type TemplateResult } from 'lit';
import { copyText } from '../../export/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { ExportRun, resultTable, type ActionRun, type ActionState } from '../../model/index.ts';
import { isoNow } from '../shared/now.ts';
import { onceATask } from '../shared/once.ts';
import type { Doing } from '../shared/unseen-runs.ts';
import { copyOut, type Copied } from './clipboard.ts';
import { handOver, type HandedOver } from './export-run.ts';
import { exportProgress } from './panels/export.ts';
import type { Ui } from './panels/ui.ts';
import type { UiHost } from './ui.ts';

type CopyOutcome = Exclude<Copied['outcome'], 'dropped'> | 'blocked';

/** What came of a run, on its way to the clipboard or into a file. */
export class RunResults {
  readonly #file = new ExportRun();
  #handedOver: HandedOver | undefined;
  #copied: CopyOutcome | undefined;
  #again: (() => void) | undefined;
  /** What was copied or written: the outcome is told until the results are others. */
  #about: ActionState | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly doing: Doing,
    /** Whether the clinic is shown still that they are of. */
    private readonly isShown: () => boolean,
  ) {
    this.#file.subscribe(() => host.requestUpdate());
  }

  /** Puts the results on the clipboard, for a spreadsheet or a letter. */
  readonly copy = onceATask(async () => {
    this.#begin();
    const { defaultView } = this.host.ownerDocument;
    const copied = await copyOut(defaultView, copyText(this.#table()), this.isShown);
    if (copied.outcome === 'dropped') return;
    if (copied.outcome === 'ready')
      this.#again = () => void copied.again().then((outcome) => this.#tell(outcome));
    this.#tell(copied.outcome);
  });

  /** Writes the results to a file, and hands it over as a list is. */
  readonly save = onceATask(async () => {
    this.#begin();
    const table = this.#table();
    const written = await this.#file.start(table, 'xlsx', isoNow().slice(0, 10), this.isShown);
    this.#handedOver = written && handOver(this.host, written);
    this.host.requestUpdate();
  });

  /** What became of the last copy or file. */
  outcome(ui: Ui): TemplateResult | typeof nothing {
    if (this.#about !== this.#run.state) return nothing;
    if (this.#copied) return this.#copyOutcome(ui);
    const { phase } = this.#file.state;
    if (phase === 'idle') return nothing;
    const { run: text } = ui.texts;
    const words = { blocked: text.fileBlocked, unsure: text.fileUnsure };
    return exportProgress({ run: this.#file, handedOver: this.#handedOver, words, ui });
  }

  #copyOutcome({ language, texts }: Ui): TemplateResult {
    const { outcomes } = this.#run.state;
    const words = {
      copied: texts.list.copied(formatCount(outcomes.length, language)),
      failed: texts.states.partFailed,
      ready: texts.export.copyReady,
      blocked: texts.export.copyBlocked,
    };
    return html`<span>${words[this.#copied!]}</span> ${
        this.#copied === 'ready'
          ? html`<button type="button" class="button" @click=${this.#again}>
              ${texts.export.copyNow}
            </button>`
          : nothing
      }`;
  }

  #table() {
    const { language } = this.host.ui;
    const { run, reach, clinic, by } = this.doing;
    return resultTable(run, { patients: reach.patients, clinic, by, at: isoNow(), language });
  }

  get #run(): ActionRun {
    return this.doing.run;
  }

  #tell(outcome: CopyOutcome): void {
    this.#copied = outcome;
    this.host.requestUpdate();
  }

  #begin(): void {
    this.#copied = this.#again = this.#handedOver = undefined;
    this.#file.reset();
    this.#about = this.#run.state;
  }
}

/** The results of a run, to be taken out. */
export function runResults(...given: ConstructorParameters<typeof RunResults>): RunResults {
  return new RunResults(...given);
}
