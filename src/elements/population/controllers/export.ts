import type { ExportFormat, ExportRun } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { UiHost } from '../ui.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import type * as Export from '../export.ts';
import { listedPopulation } from '../listed-population.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';
import type { SelectionController } from './selection.ts';

type ExportPart = typeof Export;

export interface ExportSources {
  readonly list: ListController;
  readonly selection: SelectionController;
  readonly announcements: Announcements;
}

/** The list as a file or on the clipboard. */
export class ExportController {
  readonly #part: LazyPart<ExportPart>;
  #run: ExportRun | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly sources: ExportSources,
  ) {
    this.#part = new LazyPart(host, () => import('../export.ts'));
  }

  /**
   * What stands in the panel.
   *
   * @param first What is asked for at first, where both can be.
   */
  content(first: 'shown' | 'chosen'): unknown {
    const { ui } = this.host;
    return this.#part.render((part) => {
      const run = this.#runOf(part);
      return part.exportPanel({
        run,
        shown: listedPopulation(this.sources, false)?.rows.length ?? 0,
        chosen: listedPopulation(this.sources, true)?.rows.length ?? 0,
        first,
        start: (format, which) => this.#save(part, run, format, which === 'chosen'),
        ui,
      });
    }, ui);
  }

  /** Puts the chosen patients on the clipboard, for a spreadsheet or a letter. */
  async copy(): Promise<void> {
    const { texts, language } = this.host.ui;
    const listed = listedPopulation(this.sources, true);
    const { clipboard } = this.host.ownerDocument.defaultView?.navigator ?? {};
    if (!listed) return;
    const part = await this.#part.load();
    try {
      if (!part) throw new Error('What copies could not be loaded.');
      await part.copyList(listed, clipboard);
      this.sources.announcements.say(texts.list.copied(formatCount(listed.rows.length, language)));
    } catch {
      this.sources.announcements.complain(part ? texts.list.copyFailed : texts.states.partFailed);
    }
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
    if (listed) void part.exportList(this.host, run, listed, format);
  }
}
