import { html, nothing } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import type { UiHost } from '../ui.ts';
import { onceATask } from '../../shared/once.ts';
import { adoptPage, fillsPage, PagePrint } from '../../shared/printed-page.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import type * as Print from '../print.ts';
import { listedPopulation } from '../listed-population.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';
import type { SelectionController } from './selection.ts';

export interface PrintSources {
  readonly list: ListController;
  readonly selection: SelectionController;
  readonly announcements: Announcements;
}

/** The list on paper: by its own button, and where the page around it is printed. */
export class PrintController {
  readonly #part: LazyPart<typeof Print>;
  #isPrinting = false;

  constructor(
    private readonly host: UiHost,
    private readonly sources: PrintSources,
    /** Draws the element before it returns. */
    private readonly drawNow: () => void,
  ) {
    this.#part = new LazyPart(host, () => import('../print.ts'));
    new PagePrint(host, { begin: () => this.#beginPage(), end: () => this.#endPage() });
  }

  /** Loads what prints, so that it is there when the page is printed, which does not wait. */
  readonly prepare = (): void => void this.#part.load();

  /** Prints the list as it is filtered and sorted, or the chosen ones alone, without the page around it. */
  readonly print = onceATask(
    (isChosen: boolean) => this.#print(isChosen),
    (isChosen) => isChosen,
  );

  async #print(isChosen: boolean): Promise<void> {
    const { ui } = this.host;
    const listed = this.#isAllowed ? listedPopulation(this.sources, isChosen) : undefined;
    if (!listed) return;
    const { origin } = this.sources.list.state;
    const isSame = () => this.sources.list.acting?.origin === origin;
    const part = await this.#part.load();
    if (!isSame()) return;
    if (!part) {
      this.sources.announcements.complain(ui.texts.states.partFailed);
      return;
    }
    const count = (value: number) => formatCount(value, ui.language);
    const isTakenUp = await part.printList(this.host, listed, ui, {
      onProgress: (done, all) => {
        if (done < all && isSame())
          this.sources.announcements.say(ui.texts.export.writing(count(done), count(all)));
      },
      isShown: isSame,
    });
    if (!isTakenUp && isSame()) this.sources.announcements.complain(ui.texts.states.printBlocked);
  }

  /** What a print of the whole page shows of the list. */
  content(): unknown {
    const listed = this.#isPrinting ? listedPopulation(this.sources, false) : undefined;
    if (!listed) return nothing;
    const { ui } = this.host;
    return (
      this.#part.module?.printedList(listed, ui) ??
      html`<p class="printed">${ui.texts.states.printNotReady}</p>`
    );
  }

  get #isAllowed(): boolean {
    return this.sources.list.shown?.loaded.description.may?.print !== false;
  }

  /** A print of the page comes without warning: every row must be there before the event is over. */
  #beginPage(): boolean {
    if (!this.#isAllowed) return false;
    this.#isPrinting = true;
    this.#takePage();
    this.host.requestUpdate();
    this.drawNow();
    return true;
  }

  /** Where the list is what the page shows, a print of the page is a print of the list: on its pages. */
  #takePage(): void {
    const part = this.#part.module;
    if (!part || !fillsPage(this.host)) return;
    this.#leavePage();
    this.#leavePage = adoptPage(this.host.ownerDocument, part.listPage(this.host.ui).page);
  }

  #leavePage = (): void => undefined;

  #endPage(): void {
    this.#isPrinting = false;
    this.#leavePage();
    this.host.requestUpdate();
  }
}
