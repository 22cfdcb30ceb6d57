import type { ReactiveController } from 'lit';
import { Selection } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { GridEvents } from '../../grid/types.ts';
import type { UiHost } from '../ui.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import { emit } from '../../shared/events.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';

/** Of the chosen, who is not seen. */
interface OutOfSight {
  /** In groups that are closed. */
  readonly closed: number;
  /** Left out by a search or a filter. */
  readonly hidden: number;
  /** No longer on the list. */
  readonly gone: number;
}

/**
 * Which patients are chosen. Who chooses all chooses everybody whom search and filters leave, as many as the list says
 * there are: a group that is closed is out of sight, and leaves nobody out.
 */
export class SelectionController implements ReactiveController {
  #current = Selection.none;
  #told = Selection.none;
  readonly #outOfSight: ClinicMemo<OutOfSight>;

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

  /** How many of the chosen are not seen, and why. */
  get outOfSight(): OutOfSight {
    const { shown } = this.list;
    const selection = this.#current;
    return this.#outOfSight.of([shown?.list, shown?.rows, selection], () => {
      const rows = shown?.rows;
      const left = selection.ids.filter((id) => rows?.isLeft(id));
      const closed = left.filter((id) => rows?.isInClosedGroup(id)).length;
      const missing = selection.size - left.length;
      const gone =
        missing === 0 ? 0 : selection.ids.filter((id) => this.list.indexOf(id) < 0).length;
      return { closed, hidden: missing - gone, gone };
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
        this.#set(selection.with(this.#everybody()));
        break;
      case 'none':
        this.clear();
        break;
    }
    const { texts, language } = this.host.ui;
    const count = (value: number) => formatCount(value, language);
    const { closed } = this.outOfSight;
    const selected = texts.list.selected(count(this.#current.size));
    this.announcements.say(
      closed > 0 ? `${selected}, ${texts.list.closedSelected(count(closed))}` : selected,
    );
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

  #everybody(): readonly string[] {
    const { count = 0, idAt } = this.list.shown?.rows.everybody ?? {};
    return idAt ? Array.from({ length: count }, (_, place) => idAt(place)) : [];
  }
}
