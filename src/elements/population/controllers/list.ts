import type { ReactiveController } from 'lit';
import {
  columnTitles,
  leavesOut,
  matchFilters,
  combinationOf,
  Memo,
  narrow,
  ownIds,
  toggleFilter,
  toggleTasks,
  toggleValue,
  withFilters,
  type Column,
  type DonePlace,
  type FacetValues,
  type Filter,
  type FilterMatch,
  type ListView,
  type LoadedPopulation,
  type Origin,
  type OtherList,
  type OtherLists,
  type PopulationModel,
  type PopulationState,
  type Problem,
  type RoundStatus,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { Texts, UiHost } from '../ui.ts';
import { withdrawQuestion } from '../../shared/ask.ts';
import { emit } from '../../shared/events.ts';
import type { ModelController } from '../../shared/model-controller.ts';
import { Listing, type Listed } from '../listing.ts';
import type { Announcements } from './announcements.ts';
import type { RoundController } from './round.ts';
import type { ViewController } from './view.ts';

/** A list with the population that it is of. */
export interface Shown extends Listed {
  readonly loaded: LoadedPopulation;
  /** Where its patients come from. */
  readonly origin: Origin;
  /** The view that is asked for: another while it is being worked out. What is changed is changed from it. */
  readonly asked: ListView;
}

/** Patients that something else than a filter opened, and what they are. */
export interface OpenedPatients {
  readonly ids: ReadonlySet<string>;
  readonly title: string;
}

export interface ListSources {
  readonly model: ModelController<PopulationModel>;
  readonly view: ViewController;
  readonly round: RoundController;
  readonly announcements: Announcements;
}

/** The list that is shown: what follows from the population, the round and the view, worked out before each drawing. */
export class ListController implements ReactiveController {
  readonly #listing: Listing;
  readonly #onOtherProfile: (() => void)[] = [];
  readonly #onOtherClinic: (() => void)[] = [];
  #clinicNumber = 0;
  #shown: Shown | undefined;
  /** Which list it is: another one is shown from its own first rows on. */
  #key: string | undefined;
  #opened: OpenedPatients | undefined;
  /** Groups whose rows are not shown, as long as the same column makes them. */
  #closed: ReadonlySet<string> = new Set();
  #group: string | undefined;
  #profileId: string | undefined;
  #announced: LoadedPopulation | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #hasWaited = false;

  constructor(
    private readonly host: UiHost & { readonly others: OtherLists | undefined },
    private readonly sources: ListSources,
  ) {
    this.#listing = new Listing(host);
    host.addController(this);
  }

  /** How the loading goes. */
  get state(): PopulationState {
    return this.sources.model.state;
  }

  /** Undefined as long as there is no list. */
  get shown(): Shown | undefined {
    return this.#shown;
  }

  /**
   * The list that may be acted on: what is shown, as long as it came from the adapter that the element has. What is
   * drawn may be of the clinic before, for a moment or behind the veil.
   */
  get acting(): Shown | undefined {
    const { loaded, origin } = this.state;
    const isSame = loaded !== undefined && origin?.adapter === this.host.adapter;
    return isSame && this.#shown?.origin === origin ? this.#shown : undefined;
  }

  /** Whether the view that is asked for is being worked out, and another one stands meanwhile. */
  get isUnderWay(): boolean {
    return this.#listing.isUnderWay;
  }

  /** Resolves when the view that is asked for is drawn. */
  async whenDrawn(): Promise<void> {
    await this.host.updateComplete;
    while (this.isUnderWay) {
      await this.#listing.settle();
      await this.host.updateComplete;
    }
  }

  /** What occurs in a column of what is shown; undefined as long as it is being worked out. */
  facetsOf(columnId: string): FacetValues | undefined {
    return this.#shown && this.#listing.facetsOf(this.#shown, columnId);
  }

  /** Undefined where the list is not narrowed to some patients. */
  get opened(): OpenedPatients | undefined {
    return this.#opened;
  }

  /** Calls `listener` when another profile's list takes the place of one: what was chosen in it means nothing here. */
  onOtherProfile(listener: () => void): void {
    this.#onOtherProfile.push(listener);
  }

  /** Calls `listener` when another clinic takes the place of one: its patients are others. */
  onOtherClinic(listener: () => void): void {
    this.#onOtherClinic.push(listener);
  }

  hostUpdate(): void {
    // A list that is held back stays as it is, out of sight.
    const loaded = this.state.loaded ?? this.state.held;
    const { clinicNumber, origin } = this.state;
    if (clinicNumber !== this.#clinicNumber) {
      this.#clinicNumber = clinicNumber;
      this.#opened = undefined;
      this.sources.view.leaveClinic();
      this.sources.announcements.forget();
      withdrawQuestion(this.host);
      for (const tell of this.#onOtherClinic) tell();
    }
    const profileId = loaded?.population.profile.id;
    if (profileId !== undefined && profileId !== this.#profileId) {
      this.#opened = undefined;
      if (this.#profileId !== undefined) for (const tell of this.#onOtherProfile) tell();
      this.#profileId = profileId;
    }
    const { known: view } = this.sources.view;
    const group = JSON.stringify([clinicNumber, profileId, view?.group]);
    if (group !== this.#group) this.#closed = new Set();
    this.#group = group;
    const key = loaded && view && keyOf(loaded, clinicNumber);
    if (key !== this.#key) {
      // The rows of one list must not stand under the title of another.
      this.#key = key;
      this.#shown = undefined;
      this.#stopWaiting();
      this.#listing.stop();
    }
    if (!this.host.adapter) this.#forget();
    if (!this.state.loaded) withdrawQuestion(this.host);
    if (!loaded || !origin || !view) return;
    if (this.#shown || !this.#awaitsRound()) {
      this.#stopWaiting();
      const listed = this.#list(loaded, view);
      const shown = this.#shown;
      if (listed) this.#shown = { ...listed, loaded, origin, asked: view };
      else if (shown && shown.asked !== view) this.#shown = { ...shown, asked: view };
    }
  }

  /** After a logout nothing of a patient is kept, though the element is. */
  #forget(): void {
    this.#listing.forget();
    this.#titles.forget();
    this.#announced = this.#opened = undefined;
  }

  hostDisconnected(): void {
    this.#stopWaiting();
    this.#listing.stop();
  }

  hostUpdated(): void {
    const { phase, loaded, problems } = this.state;
    if (phase !== 'ready' || !loaded || loaded === this.#announced) return;
    this.#announced = loaded;
    void this.#announce(loaded, problems);
  }

  /**
   * Looks at the list otherwise, and says how many are found.
   *
   * @param how Said before it.
   */
  readonly show = (view: ListView, how?: string): void => {
    this.sources.view.change(view);
    this.#sayFound(how);
  };

  /** Turns a filter of the overview on or off. */
  readonly toggle = (filter: Filter): void =>
    this.show({ ...toggleFilter(this.sources.view.current, filter), tab: 'members' });

  /** Shows who has a status in the round beside those that are shown, or no longer. */
  readonly toggleStatus = (status: RoundStatus): void => {
    // What is pressed in the round of a clinic that has gone asks nothing of the next one.
    if (!this.acting) return;
    this.show({ ...toggleValue(this.sources.view.current, 'status', status), tab: 'members' });
  };

  /** Ids of the user and the user's roles, whose tasks are shown together; undefined where nobody can be assigned. */
  get tasks(): readonly string[] | undefined {
    const { loaded, list } = this.#shown ?? {};
    const isOffered = list?.columns.some(({ kind }) => kind === 'assignee');
    return loaded && isOffered ? ownIds(loaded.description) : undefined;
  }

  /** Shows what is left to do of one kind, or everything again; `beside` stays where it is shown too. */
  readonly toggleTasks = (tasks: readonly Filter[], beside: readonly Filter[]): void => {
    if (!this.acting) return;
    this.show({ ...toggleTasks(this.sources.view.current, tasks, beside), tab: 'members' });
  };

  /** Puts the rows where they belong by what has been said of the round meanwhile. */
  readonly sortAgain = (): void => {
    this.#shown?.list.sortAnew();
    this.host.requestUpdate();
    this.#sayFound();
  };

  /** Says whether a row is to pass every filter that the user has written, or one of them at least. */
  readonly match = (match: FilterMatch): void => {
    const how = this.host.ui.texts.population.matches[match];
    this.show(matchFilters(this.sources.view.current, match), how);
  };

  /** Says where those stand who are dealt with. */
  readonly placeDone = (done: DonePlace): void => this.show({ ...this.sources.view.current, done });

  /** Opens or closes a group of rows. */
  readonly turnGroup = (id: string, open: boolean): void => {
    const closed = new Set(this.#closed);
    if (open) closed.delete(id);
    else closed.add(id);
    this.#closed = closed;
    this.host.requestUpdate();
  };

  /** Shows every patient of the tab again. */
  readonly clearAll = (): void => {
    this.#opened = undefined;
    this.show({ ...withFilters(this.sources.view.current, []), query: '' });
  };

  /** Shows the members that pass one filter. */
  openFilter(filter: Filter): void {
    this.#opened = undefined;
    this.show({
      ...narrow(withFilters(this.sources.view.current, []), filter),
      ...{ tab: 'members', query: '' },
    });
  }

  /** Narrows a profile's list by one filter, as soon as it is there. */
  narrow(profileId: string, filter: Filter): void {
    this.#opened = undefined;
    this.sources.view.narrow(profileId, filter);
  }

  /** Shows some patients alone, and says how many of them are not on the list at all. */
  openPatients(ids: readonly string[], title: string): void {
    const { known: view } = this.sources.view;
    if (!view) return;
    const undecided = new Set(this.state.loaded?.population.undecided);
    const tab = ids.length > 0 && ids.every((id) => undecided.has(id)) ? 'undecided' : 'members';
    this.#opened = { ids: new Set(ids), title };
    this.show({ ...withFilters(view, []), tab, query: '' });
    void this.whenDrawn().then(() => {
      const missing = ids.filter((id) => this.indexOf(id) < 0).length;
      const { texts, language } = this.host.ui;
      if (missing > 0)
        this.sources.announcements.complain(texts.list.notListed(formatCount(missing, language)));
    });
  }

  /** Shows the others again beside the patients that were opened. */
  readonly closeOpened = (): void => {
    this.#opened = undefined;
    this.host.requestUpdate();
    this.#sayFound();
  };

  /** The patient's row on the list, whether it is shown or not; -1 where there is none. */
  indexOf(id: string): number {
    return this.#shown?.list.indexOf(id) ?? -1;
  }

  readonly nameOf = (id: string): string => {
    const index = this.indexOf(id);
    const name = index < 0 ? '' : this.#shown?.list.patientAt(index).name;
    return name || this.host.ui.texts.patient.noName;
  };

  /** What a column is called on the list, in its panels, on paper and in a file: no two are called the same. */
  readonly titleOf = (column: Column): string => {
    const { language, texts } = this.host.ui;
    const all = this.#shown?.list.columns ?? [column];
    const { tab } = this.sources.view.current;
    const { population } = this.#shown?.loaded ?? {};
    const isCombined = population !== undefined && combinationOf(population.profile) !== undefined;
    return (
      this.#titles
        .of([all, tab, language], () =>
          columnTitles(all, (each) => ownTitleOf(each, tab, isCombined, texts), language),
        )
        .get(column.id) ?? ''
    );
  };

  readonly #titles = new Memo<ReadonlyMap<string, string>>();

  /**
   * Whether the first rows of a list wait for what is stored of its round: an exemption changes their order, and once
   * they stand, what comes late moves none. A store that is slow keeps nobody waiting for long.
   */
  #awaitsRound(): boolean {
    if (!this.sources.round.isAwaited || this.#hasWaited) return false;
    this.#patience ??= setTimeout(() => {
      this.#hasWaited = true;
      this.host.requestUpdate();
    }, roundPatience);
    return true;
  }

  /** The next list waits as long again. */
  #stopWaiting(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#hasWaited = false;
  }

  /** Tells the host what the list came to. */
  async #announce(
    { population, patients }: LoadedPopulation,
    problems: readonly Problem[],
  ): Promise<void> {
    const reports = await this.host.problems.reportsOn(this.state.findings);
    emit(this.host, 'overblik-loaded', {
      profile: { id: population.profile.id, version: population.profile.version },
      members: population.members.length,
      undecided: population.undecided.length,
      patients,
      complete: !problems.some((each) => leavesOut(each) || incomplete.has(each.kind)),
      problems: reports,
    });
  }

  #list(loaded: LoadedPopulation, view: ListView): Listed | undefined {
    const { current, combined } = this.sources.round;
    const round = combined ?? current;
    return this.#listing.of({
      loaded,
      problems: this.state.problems,
      view,
      round: round?.state.phase === 'none' ? undefined : round,
      roundState: round?.state,
      only: this.#opened?.ids,
      closed: this.#closed,
      others: this.#othersOf(loaded),
      mayOpen: loaded.description.may?.openJournal !== false,
      ...this.host.ui,
    });
  }

  /** The other lists, of the same patients on the same day: what was worked out of earlier ones says nothing. */
  #othersOf({ clinic, population: { asOf } }: LoadedPopulation): readonly OtherList[] | undefined {
    const { others } = this.host;
    const isSame =
      others?.clinic === clinic && others.revision === clinic.revision && others.asOf === asOf;
    return isSame ? others.lists : undefined;
  }

  /** @param how Said before how many are found. */
  #sayFound(how?: string): void {
    void this.whenDrawn().then(() => {
      const { texts, language } = this.host.ui;
      const { list, view, visibleRows } = this.#shown ?? {};
      const number = texts.population.found(formatCount(visibleRows?.length ?? 0, language));
      const found = how === undefined ? number : `${how}: ${number}`;
      const { place, count } = (view && list?.doneIn(view)) ?? { count: 0 };
      this.sources.announcements.say(
        place === 'hidden' && count > 0
          ? `${found}, ${texts.population.doneHidden(formatCount(count, language))}`
          : found,
      );
    });
  }
}

function ownTitleOf(
  { kind }: Column,
  tab: ListView['tab'],
  isCombined: boolean,
  { population }: Texts,
): string {
  if (kind === 'item') return '';
  if (kind === 'lists' && !isCombined) return population.columns.others;
  const { columns } = population;
  return kind === 'why' && tab === 'undecided' ? columns.missing : columns[kind];
}

/** Another clinic, profile or date is another list; the same one loaded again is not. */
function keyOf({ population }: LoadedPopulation, clinicNumber: number): string {
  return JSON.stringify([clinicNumber, population.profile.id, population.asOf]);
}

/** Milliseconds that the first rows wait for what is stored of the round. */
const roundPatience = 500;

/** Problems that leave something else out than patients, or may. */
const incomplete: ReadonlySet<string> = new Set(['repeated', 'missing-source', 'stale']);
