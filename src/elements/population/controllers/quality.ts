import type { ReactiveController } from 'lit';
import type { DataQuality, LoadedPopulation } from '../../../model/index.ts';
import type { UiHost } from '../ui.ts';
import type { OpenedPart } from '../opened-part.ts';
import type { ListController } from './list.ts';

/** The quality of the data that the list rests on: looked into once for each list, when it is first asked for. */
export class QualityController implements ReactiveController {
  #quality: DataQuality | undefined;
  #assessed: { readonly of: LoadedPopulation; readonly abort: AbortController } | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    /** Closes the panel that leads to patients. */
    private readonly close: () => void,
    private readonly part: OpenedPart,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.host.adapter) return;
    this.#assessed?.abort.abort();
    this.#assessed = this.#quality = undefined;
  }

  /** Looks into the list as it is now, where that has not been done. */
  async assess(): Promise<void> {
    const part = await this.part.load();
    const { loaded } = this.list.state;
    if (!part || !loaded || this.#assessed?.of === loaded) return;
    this.#assessed?.abort.abort();
    const abort = new AbortController();
    this.#assessed = { of: loaded, abort };
    this.#set(undefined);
    try {
      this.#set(await part.assessQuality(loaded, { signal: abort.signal }));
    } catch {
      // Another list came in between: it is looked through when it is asked for.
    }
  }

  /** What stands in the panel. */
  content(): unknown {
    const { ui } = this.host;
    const { shown } = this.list;
    return (
      shown &&
      this.part.render(({ panelUi, qualityPanel }) => {
        // It may have come at the second attempt.
        if (!this.#assessed) void this.assess();
        return qualityPanel({
          quality: this.#quality,
          asOf: shown.loaded.population.asOf,
          hasExempt: shown.list.hasExempt,
          isCut: shown.list.notFetched !== 0,
          gaps: shown.loaded.gaps,
          openPatients: (ids, title) => {
            this.close();
            this.list.openPatients(ids, title);
          },
          openFilter: (filter) => {
            this.close();
            this.list.openFilter(filter);
          },
          ui: panelUi(ui),
        });
      }, ui)
    );
  }

  #set(quality: DataQuality | undefined): void {
    this.#quality = quality;
    this.host.requestUpdate();
  }
}
