import type { ReactiveController } from 'lit';
import { Selection } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { GridEvents } from '../../grid/types.ts';
import type { UiHost } from '../ui.ts';
import { emit } from '../../shared/events.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';

/** Which patients are chosen. */
export class SelectionController implements ReactiveController {
  #current = Selection.none;
  #told = Selection.none;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly announcements: Announcements,
  ) {
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
    const { ids } = this.#current;
    const gone = ids.filter((id) => this.list.indexOf(id) < 0).length;
    const notShown = ids.filter((id) => (shown?.rows.indexOf(id) ?? -1) < 0).length;
    return { hidden: notShown - gone, gone };
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
    return shown ? Array.from(shown.visibleRows, (row) => shown.list.idAt(row)) : [];
  }
}
