import type { ExportFormat, ExportRun } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { UiHost } from '../ui.ts';
import type { GridEvents } from '../../grid/types.ts';
import { copyOut } from '../clipboard.ts';
import { onceATask } from '../../shared/once.ts';
import type { OpenedPart } from '../opened-part.ts';
import type * as Opened from '../opened.ts';
import type { CountedExemptions, ExemptionReport, HandedOver } from '../export-run.ts';
import { listedPopulation } from '../listed-population.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';
import type { RoundController } from './round.ts';
import type { SelectionController } from './selection.ts';

type ExportPart = typeof Opened;

export interface ExportSources {
  readonly list: ListController;
  readonly selection: SelectionController;
  readonly announcements: Announcements;
  readonly round: RoundController;
}

/** The list as a file or on the clipboard. */
export class ExportController {
  #run: ExportRun | undefined;
  #handedOver: HandedOver | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly sources: ExportSources,
    private readonly part: OpenedPart,
  ) {
    // A file of the clinic before must not come out of this one's list.
    sources.list.onOtherClinic(() => this.#run?.cancel());
  }

  /**
   * What stands in the panel.
   *
   * @param first What is asked for at first, where both can be.
   */
  content(first: 'shown' | 'chosen'): unknown {
    const { ui } = this.host;
    return this.part.render((part) => {
      const run = this.#runOf(part);
      return part.exportPanel({
        run,
        handedOver: this.#handedOver,
        shown: listedPopulation(this.sources, false)?.rows.length ?? 0,
        chosen: listedPopulation(this.sources, true)?.rows.length ?? 0,
        first,
        start: (format, which) => this.#save(part, run, format, which === 'chosen'),
        ui: part.panelUi(ui),
      });
    }, ui);
  }

  /**
   * Puts the chosen patients on the clipboard, for a spreadsheet or a letter. Where the browser gives the clipboard
   * only to a click that it has just seen, another click is asked for, and the rows are ready then.
   */
  readonly copy = onceATask(() => this.#copy());

  /**
   * Puts cells on the clipboard: of the chosen patients with the heads of their columns, as `copy` does; of nobody chosen
   * those of one row, as they are read.
   *
   * @param columnIds Of the columns that are meant; of chosen patients default all that are shown.
   */
  readonly copyCells = onceATask(
    ({ id, columnId, columnIds }: GridEvents['grid-copy']): Promise<void> => {
      const isChosen = this.sources.selection.current.size > 0;
      const listed = listedPopulation(this.sources, isChosen);
      if (!listed || listed.description.may?.export === false) return Promise.resolve();
      const wanted = columnIds.length > 0 || isChosen ? columnIds : [columnId ?? ''];
      const columns =
        wanted.length === 0
          ? listed.columns
          : listed.columns.filter((column) => wanted.includes(column.id));
      const index = listed.list.indexOf(id);
      if (columns.length === 0 || (!isChosen && index < 0)) return Promise.resolve();
      const rows = isChosen ? listed.rows : Uint32Array.of(index);
      // The columns are those that are meant, and no more.
      const { group: _, ...view } = listed.view;
      const cells = { ...listed, view, columns, rows };
      const { texts, language } = this.host.ui;
      return this.#toClipboard(
        this.#made((part) => (isChosen ? part.copiedList(cells) : part.copiedCells(cells))),
        texts.list.copiedCells(
          formatCount(rows.length, language),
          formatCount(columns.length, language),
        ),
      );
    },
  );

  async #copy(): Promise<void> {
    const listed = listedPopulation(this.sources, true);
    if (!listed) return;
    const { texts, language } = this.host.ui;
    const done = texts.list.copied(formatCount(listed.rows.length, language));
    await this.#toClipboard(
      this.#made((part) => part.copiedList(listed)),
      done,
    );
  }

  /** Hands over how many are exempt and why, without patients; undefined where nothing may leave, or nobody is. */
  get exemptionReport(): ExemptionReport | undefined {
    if (this.sources.list.shown?.loaded.description.may?.export === false) return undefined;
    return this.#exemptionReport;
  }

  readonly #exemptionReport: ExemptionReport = {
    copy: onceATask(async (copied) => {
      const counted = this.#countedExemptions();
      if (counted)
        await this.#toClipboard(
          this.#made((part) => part.copiedExemptions(counted)),
          copied,
        );
    }),
    save: onceATask(async (notSeen) => {
      const counted = this.#countedExemptions();
      const isStill = this.#isStill();
      const part = counted && (await this.part.load());
      const outcome = await part?.exportExemptions(this.host, counted!, isStill);
      if (isStill() && outcome !== 'taken' && outcome !== 'saved')
        this.sources.announcements.complain(notSeen);
    }),
  };

  #countedExemptions(): CountedExemptions | undefined {
    const { list, round } = this.sources;
    const population = list.acting?.loaded.population;
    const model = round.current;
    if (!population || model?.state.phase !== 'ready') return undefined;
    const { profile, asOf } = population;
    return { counts: model.exemptions, profile, asOf, language: this.host.ui.language };
  }

  async #toClipboard(made: Promise<string>, done: string): Promise<void> {
    const { announcements } = this.sources;
    const { texts } = this.host.ui;
    const { export: text } = texts;
    announcements.dismiss();
    const say = () => announcements.say(done);
    const { defaultView } = this.host.ownerDocument;
    const copied = await copyOut(defaultView, made, this.#isStill());
    if (copied.outcome === 'copied') say();
    if (copied.outcome === 'failed') announcements.complain(texts.states.partFailed);
    if (copied.outcome !== 'ready') return;
    const again = async () => {
      announcements.dismiss();
      if ((await copied.again()) === 'copied') say();
      else announcements.complain(text.copyBlocked);
    };
    announcements.complain(text.copyReady, { label: text.copyNow, run: () => void again() });
  }

  async #made(make: (part: ExportPart) => Promise<string>): Promise<string> {
    const part = await this.part.load();
    if (!part) throw new Error('What copies could not be loaded.');
    return make(part);
  }

  /** Tells, whenever it is asked, whether the list is the one that is shown now: what is of another goes nowhere. */
  #isStill(): () => boolean {
    const { list } = this.sources;
    const origin = list.acting?.origin;
    return () => list.acting?.origin === origin;
  }

  #runOf({ ExportRun }: ExportPart): ExportRun {
    if (!this.#run) {
      this.#run = new ExportRun();
      this.#run.subscribe(() => this.host.requestUpdate());
    }
    return this.#run;
  }

  #save(part: ExportPart, run: ExportRun, format: ExportFormat, isChosen: boolean): void {
    const listed = listedPopulation(this.sources, isChosen);
    if (!listed || run.state.phase === 'writing') return;
    this.#handedOver = undefined;
    void part.exportList(this.host, run, listed, format, this.#isStill()).then((outcome) => {
      this.#handedOver = outcome;
      this.host.requestUpdate();
    });
  }
}
