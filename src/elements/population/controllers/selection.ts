import type { ReactiveController } from 'lit';
import { Selection } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { GridEvents } from '../../grid/types.ts';
import type { UiHost } from '../ui.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import { emit } from '../../shared/events.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';

/** Which patients are chosen. */
export class SelectionController implements ReactiveController {
  #current = Selection.none;
  #told = Selection.none;
  readonly #outOfSight: ClinicMemo<{ readonly hidden: number; readonly gone: number }>;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly announcements: Announcements,
  ) {
    this.#outOfSight = new ClinicMemo(host);
    host.addController(this);
    list.onOtherProfile(this.clear);
    list.onOtherClinic(this.clear);
  }

  get current(): Selection {
    return this.#current;
  }

  /** Ids of the chosen, as long as something can be done with them. */
  get ids(): readonly string[] {
    return this.list.acting ? this.#current.ids : [];
  }

  /** How many of the chosen a filter hides, and how many are no longer on the list. */
  get outOfSight(): { readonly hidden: number; readonly gone: number } {
    const { shown } = this.list;
    const selection = this.#current;
    return this.#outOfSight.of([shown?.list, shown?.visibleRows, selection], () => {
      const inSight = this.#shownIds().filter((id) => selection.has(id)).length;
      const missing = selection.size - inSight;
      if (missing === 0) return { hidden: 0, gone: 0 };
      const gone = selection.ids.filter((id) => this.list.indexOf(id) < 0).length;
      return { hidden: missing - gone, gone };
    });
  }

  readonly clear = (): void => this.#set(Selection.none);

  /** Chooses and lets go as the grid says. */
  readonly onSelect = ({ detail }: CustomEvent<GridEvents['grid-select']>): void => {
    const selection = this.#current;
    switch (detail.kind) {
      case 'toggle':
        this.#set(selection.toggle(detail.id));
        break;
      case 'range':
        this.#set(detail.on ? selection.with(detail.ids) : selection.without(detail.ids));
        break;
      case 'all':
        this.#set(selection.with(this.#shownIds()));
        break;
      case 'none':
        this.clear();
        break;
    }
    const { texts, language } = this.host.ui;
    this.announcements.say(texts.list.selected(formatCount(this.#current.size, language)));
  };

  hostUpdated(): void {
    if (this.#current === this.#told) return;
    this.#told = this.#current;
    emit(this.host, 'overblik-selection-changed', { patientIds: this.#current.ids });
  }

  #set(selection: Selection): void {
    this.#current = selection;
    this.host.requestUpdate();
  }

  #shownIds(): readonly string[] {
    const { shown } = this.list;
    return shown?.rows.patientIds() ?? [];
  }
}
