import type { ReactiveController } from 'lit';
import {
  defaultView,
  looksAlike,
  nameFault,
  openInSteps,
  openNamedView,
  plainText,
  readNamedViews,
  SlicedWork,
  withNamedView,
  withoutPatients,
  type ListView,
  type NameFault,
  type NamedView,
  type OpenedView,
  type ReadViews,
  type ViewDeed,
} from '../../../model/index.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import type { UiHost } from '../ui.ts';
import { drawKey } from '../../shared/draw-key.ts';
import { GivenWith } from './given-with.ts';
import { emit } from '../../shared/events.ts';
import { timeSlice } from '../../shared/time-slice.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';
import type { ViewController } from './view.ts';

/** The views that the host keeps under a name: which there are of the list, which one is looked at, and what is done to them. */
export class NamedViewsController implements ReactiveController {
  #read: ReadViews | undefined;
  /** By profile: the one that was chosen last. */
  readonly #chosen = new Map<string, string>();
  /** What was told of those that cannot be read. */
  #told = '';
  /** They are kept for a clinic: in another one they mean nothing, and must not be saved there. */
  readonly #givenWith: GivenWith;
  readonly #opened: ClinicMemo<Map<string, OpenedView>>;
  readonly #opening: SlicedWork;
  readonly #current: ClinicMemo<NamedViewsController['current']>;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly view: ViewController,
    private readonly announcements: Announcements,
  ) {
    this.#givenWith = new GivenWith(host);
    list.onOtherClinic(() => {
      this.#chosen.clear();
      this.#told = '';
      if (this.#givenWith.isOfAnother) this.#read = undefined;
    });
    this.#opened = new ClinicMemo(host);
    this.#opening = new SlicedWork(timeSlice, () => host.requestUpdate());
    this.#current = new ClinicMemo(host);
    host.addController(this);
  }

  /** All of them, of every profile; undefined where the host keeps none. */
  get all(): readonly NamedView[] | undefined {
    return this.#read?.views;
  }

  /** Takes what the host keeps. */
  give(views: unknown): void {
    this.#read = views === undefined ? undefined : readNamedViews(views);
    this.#givenWith.again();
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.list.shown) return;
    const names = (this.#read?.unusable ?? []).join(', ');
    if (names === this.#told) return;
    this.#told = names;
    const { viewsRefused } = this.host.ui.texts.list;
    // Not while it is drawn: what is said is drawn too.
    if (names !== '') queueMicrotask(() => this.announcements.complain(viewsRefused(names)));
  }

  /** Those of the list that is shown. */
  get own(): readonly NamedView[] {
    const { id } = this.#profile ?? {};
    return (this.all ?? []).filter(({ view }) => view.profileId === id);
  }

  /** The one that is looked at, or was before something was changed; undefined of none. */
  get current(): { readonly named: NamedView; readonly isChanged: boolean } | undefined {
    const { known } = this.view;
    const id = known && this.#chosen.get(known.profileId);
    return this.#current.of(
      [known, id, this.all, this.#profile, this.#areOpen],
      () => known && this.#find(known, id),
    );
  }

  /** @param id Of the one that was chosen last. */
  #find(known: ListView, id: string | undefined): NamedViewsController['current'] {
    const isLike = (each: NamedView) => {
      const opened = this.#openedOf(each.id);
      return opened !== undefined && looksAlike(opened.view, known);
    };
    const chosen = this.own.find((each) => each.id === id);
    const named = chosen ?? (this.#areOpen ? this.own.find(isLike) : undefined);
    return named && { named, isChanged: !isLike(named) };
  }

  /** Whether the list is looked at as its profile shows it. */
  get isUsual(): boolean {
    const profile = this.#profile;
    const { known } = this.view;
    return !!profile && !!known && looksAlike(defaultView(profile), known);
  }

  /** Looks at the list as a view says; without one as its profile does. */
  choose(id: string | undefined): void {
    const profile = this.#profile;
    if (!profile || !this.list.acting) return;
    const named = this.own.find((each) => each.id === id);
    const opened = named && this.#openedOf(named.id);
    if (named) this.#chosen.set(profile.id, named.id);
    else this.#chosen.delete(profile.id);
    this.list.closeOpened();
    const { texts } = this.host.ui;
    this.list.show(opened?.view ?? defaultView(profile), named && texts.list.viewNamed(named.name));
    if (named && opened && opened.missing.length > 0)
      this.announcements.complain(texts.list.viewPartly(named.name, opened.missing.join(', ')));
  }

  /** Saves what is looked at under a name of its own. Answers why it cannot. */
  saveAs(given: string): NameFault | undefined {
    const { known } = this.view;
    const name = plainText(given).trim();
    const fault = known && nameFault(this.all ?? [], known.profileId, name);
    if (!known || fault) return fault;
    const view: NamedView = { id: drawKey(), name, view: withoutPatients(known) };
    this.#chosen.set(known.profileId, view.id);
    this.#change('saved', view);
    return undefined;
  }

  /** Saves what is looked at in the place of what a view was. */
  save(named: NamedView): void {
    const { known } = this.view;
    if (known) this.#change('saved', { ...named, view: withoutPatients(known) });
  }

  /** Answers why it cannot have the name. */
  rename(named: NamedView, given: string): NameFault | undefined {
    const name = plainText(given).trim();
    const fault = nameFault(this.all ?? [], named.view.profileId, name, named.id);
    if (!fault && name !== named.name) this.#change('renamed', { ...named, name });
    return fault;
  }

  share(named: NamedView, shared: boolean): void {
    this.#change(shared ? 'shared' : 'unshared', { ...named, shared });
  }

  /** What is looked at stays as it is. */
  remove(named: NamedView): void {
    this.#change('removed', named);
  }

  #change(deed: ViewDeed, view: NamedView): void {
    const before = this.#read;
    if (!before) return;
    const views =
      deed === 'removed'
        ? before.views.filter(({ id }) => id !== view.id)
        : withNamedView(before.views, view);
    this.#read = { ...before, views };
    this.announcements.say(this.host.ui.texts.list.viewDone[deed](view.name));
    emit(this.host, 'overblik-views-changed', { views, deed, view });
  }

  get #profile() {
    return this.list.shown?.loaded.population.profile;
  }

  #openedOf(id: string): OpenedView | undefined {
    const profile = this.#profile;
    const named = this.own.find((each) => each.id === id);
    if (!profile || !named) return undefined;
    const opened = this.#openedNow;
    const known = opened.get(id) ?? openNamedView(named, profile);
    opened.set(id, known);
    return known;
  }

  /** Whether all are open, so that one that looks like the list can be told; those that are not are being opened. */
  get #areOpen(): boolean {
    const profile = this.#profile;
    const { own } = this;
    const opened = this.#openedNow;
    if (!profile || own.every(({ id }) => opened.has(id))) return true;
    return this.#opening.begin([opened], () => openInSteps(own, profile, opened));
  }

  get #openedNow(): Map<string, OpenedView> {
    return this.#opened.of([this.#profile, this.all], () => new Map<string, OpenedView>());
  }
}
