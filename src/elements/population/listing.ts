import type { ReactiveControllerHost } from 'lit';
import {
  arrangeColumns,
  listRoundOf,
  Memo,
  notFetchedIn,
  PopulationList,
  withDone,
  withFilters,
  SlicedWork,
  type Column,
  type CombinedRounds,
  type FacetValues,
  type Language,
  type ListView,
  type LoadedPopulation,
  type OtherList,
  type Overview,
  type OverviewOutline,
  type Problem,
  type RoundModel,
  type RoundState,
  type Steps,
} from '../../model/index.ts';
import { textComparer } from '../../i18n/numbers.ts';
import { timeSlice } from '../shared/time-slice.ts';
import type { Texts } from './ui.ts';
import { ListRows } from './rows.ts';

export interface ListingInputs {
  readonly loaded: LoadedPopulation;
  /** What is missing from it. */
  readonly problems: readonly Problem[];
  readonly view: ListView;
  /** Absent where the clinic keeps no rounds. */
  readonly round: RoundModel | CombinedRounds | undefined;
  readonly roundState: Pick<RoundState, 'phase'> | undefined;
  /** Ids of the groups that are closed. */
  readonly closed: ReadonlySet<string>;
  /** Only these patients, where something opened them. */
  readonly only: ReadonlySet<string> | undefined;
  /** Other lists that the patients may be on. */
  readonly others: readonly OtherList[] | undefined;
  readonly mayOpen: boolean;
  readonly language: Language;
  readonly texts: Texts;
}

/** What draws a list: complete when its rows are drawn. */
export type ListingHost = Pick<ReactiveControllerHost, 'requestUpdate' | 'updateComplete'>;

/** A list as it is looked at. */
export interface Listed {
  /** What the rows are shown by: patients that something opened hide nobody. */
  readonly view: ListView;
  readonly list: PopulationList;
  /** Every column in the order shown, the hidden ones in their place. */
  readonly columns: readonly Column[];
  /** Indexes of rows, in the order shown. */
  readonly visibleRows: Uint32Array;
  readonly rows: ListRows;
  /** What the cards count; undefined until the first rows are painted. */
  readonly overview: Overview | undefined;
  /** The cards as they stand until they are counted. */
  readonly outline: OverviewOutline;
}

/**
 * What is shown follows from what is loaded, the round and the view. Each step is done again only when what it
 * is made from is another: the grid tells by identity what to draw anew.
 */
export class Listing {
  readonly #host: ListingHost;
  readonly #lists = new Memo<Map<ListView['tab'], PopulationList>>();
  readonly #arranged = new Memo<readonly Column[]>();
  readonly #chosen = new Memo<Uint32Array>();
  readonly #sorted = new Memo<undefined>();
  readonly #rows = new Memo<ListRows>();
  readonly #outline = new Memo<OverviewOutline>();
  readonly #memos: readonly Pick<Memo<unknown>, 'forget'>[] = [
    ...[this.#lists, this.#arranged, this.#chosen, this.#sorted, this.#rows, this.#outline],
  ];
  readonly #roundChanges = new RoundChanges();
  readonly #work: SlicedWork;
  readonly #facetWork: SlicedWork;
  readonly #countWork: SlicedWork;
  /** The population whose cards may be counted: its first rows are painted. */
  #counted: unknown;

  /** @param host Is drawn anew when a view is worked out, and when the cards can be counted. */
  constructor(host: ListingHost) {
    this.#host = host;
    this.#work = new SlicedWork(timeSlice, () => host.requestUpdate());
    this.#facetWork = new SlicedWork(timeSlice, () => host.requestUpdate());
    this.#countWork = new SlicedWork(timeSlice, () => this.#finishCount());
  }

  /** Whether what was asked for last is being worked out. */
  get isUnderWay(): boolean {
    return this.#work.isUnderWay;
  }

  /** Resolves when nothing is being worked out. */
  settle(): Promise<void> {
    return this.#work.settle();
  }

  /** Abandons what is being worked out. */
  stop(): void {
    this.#work.stop();
    this.#facetWork.stop();
    this.#countWork.stop();
    this.#toCount = undefined;
  }

  /** Forgets all that was worked out, and whom it was of. */
  forget(): void {
    this.stop();
    this.#counted = undefined;
    this.#roundChanges.leave();
    for (const memo of this.#memos) memo.forget();
  }

  /** What occurs in a column of a list; undefined as long as that of a long list is being worked out. */
  facetsOf({ list, view }: Listed, columnId: string): FacetValues | undefined {
    const isReady =
      list.isShort ||
      this.#facetWork.begin([list, columnId, JSON.stringify(view)], () =>
        list.facetValuesInSteps(columnId, view),
      );
    return isReady ? list.facetValuesOf(columnId, view) : undefined;
  }

  /** Undefined as long as the view of a long list is being worked out: what was shown before stands as it is. */
  of(inputs: ListingInputs): Listed | undefined {
    const { loaded, problems, language, only, closed, mayOpen, texts } = inputs;
    const view = only ? withDone(inputs.view) : inputs.view;
    const lists = this.#lists.of(
      [loaded.population, language, mayOpen, notFetchedIn(loaded, problems), inputs.others],
      () => new Map(),
    );
    const saidAnew = this.#takeRound(inputs, lists);
    const list = this.#list(view.tab, inputs, lists);
    this.#sortWhereOther(list, view, only);
    const members = this.#list('members', inputs, lists);
    const counted = view.tab === 'members' ? view : wholeOf(view);
    if (!this.#isReady([list, view], [members, counted])) return undefined;
    const listColumns = list.columns;
    const columns = this.#arranged.of([listColumns, view.columns], () =>
      arrangeColumns(listColumns, view),
    );
    const all = list.visibleRows(view);
    const visibleRows = this.#chosen.of([all, only], () =>
      only ? all.filter((row) => only.has(list.idAt(row))) : all,
    );
    const sections = list.sectionsIn(view, visibleRows);
    const rows = this.#rows.of(
      [
        list,
        columns,
        visibleRows,
        sections,
        sections && closed,
        view.priority,
        texts,
        saidAnew,
        inputs.round?.since?.came,
      ],
      () => new ListRows({ list, visibleRows, sections, closed, columns, view, texts }),
    );
    const onlyMembers = view.tab === 'members' ? only : undefined;
    const mayCount = this.#counted === loaded.population;
    if (!mayCount) this.#countAfterPaint({ population: loaded.population, members, counted });
    return {
      ...{ view, list, columns, visibleRows, rows },
      overview: mayCount ? members.overview(counted, onlyMembers) : undefined,
      outline: this.#outline.of(
        [members, counted.filters, counted.match, counted.query, counted.done, onlyMembers],
        () => members.outline(counted, onlyMembers),
      ),
    };
  }

  /** Whether all that is needed of some lists is ready; what is not is begun, and done before it returns where it is little. */
  #isReady(...wanted: readonly (readonly [list: PopulationList, view: ListView])[]): boolean {
    const missing = wanted.filter(([list, view]) => !list.isReady(view));
    if (missing.length === 0) {
      this.#work.stop();
      return true;
    }
    const key = missing.flatMap(([list, view]) => [list, JSON.stringify(view)]);
    const mayCount = (list: PopulationList) => list.population === this.#counted;
    return this.#work.begin(key, function* () {
      for (const [list, view] of missing) {
        yield* list.prepare(view);
        if (mayCount(list)) yield* list.prepareOverview(view);
      }
    });
  }

  /**
   * Tells the lists what the round says of whom now. Answers a token that is another whenever anything was said
   * anew.
   */
  #takeRound(inputs: ListingInputs, lists: ReadonlyMap<string, PopulationList>): object {
    const { round, roundState, loaded } = inputs;
    const changes = this.#roundChanges.of(round, roundState?.phase);
    if (changes.changed !== undefined)
      for (const list of lists.values())
        list.setRound(
          listRoundOf(round, loaded.description.team, inputs.language),
          changes.changed === 'all' ? undefined : changes.changed,
        );
    return changes.token;
  }

  /** The rows are sorted anew where other ones are asked for; what is set of a patient meanwhile moves none. */
  #sortWhereOther(
    list: PopulationList,
    { tab, sort, priority, filters, match, query, done, group }: ListView,
    only: ReadonlySet<string> | undefined,
  ): void {
    const look = JSON.stringify([tab, sort, priority, filters, match, query, done, group]);
    this.#sorted.of([look, only], () => void list.sortAnew());
  }

  #list(
    tab: ListView['tab'],
    inputs: ListingInputs,
    lists: Map<string, PopulationList>,
  ): PopulationList {
    let list = lists.get(tab);
    if (!list) {
      const { loaded, problems, language, mayOpen } = inputs;
      const notFetched = notFetchedIn(loaded, problems);
      list = new PopulationList(loaded.population, {
        tab,
        language,
        compareText: textComparer(language),
        patients: loaded.patients - (notFetched === 'unknown' ? 0 : notFetched),
        notFetched,
        round: listRoundOf(inputs.round, loaded.description.team, language),
        mayOpenJournal: mayOpen,
        others: inputs.others,
      });
      lists.set(tab, list);
    }
    return list;
  }

  /** The first rows are painted in the frame after they are drawn; whoever is away from the screen gets no frames, but counts. */
  #countAfterPaint(wanted: Countable): void {
    const isWaiting = this.#toCount?.population === wanted.population;
    // What is looked at meanwhile is counted in its place.
    this.#toCount = wanted;
    if (isWaiting) return;
    const count = () => {
      if (this.#toCount?.population !== wanted.population || this.#countWork.isUnderWay) return;
      const isDone = this.#countWork.begin([wanted.population], () => this.#count());
      if (isDone) this.#finishCount();
    };
    void this.#host.updateComplete.then(() => requestAnimationFrame(() => setTimeout(count)));
    setTimeout(count, longestWait);
  }

  *#count(): Steps<void> {
    let counted: Countable | undefined;
    while (this.#toCount && counted !== this.#toCount) {
      counted = this.#toCount;
      if (!counted.members.isShort) yield* counted.members.prepareOverview(counted.counted);
    }
  }

  #finishCount(): void {
    this.#counted = this.#toCount?.population;
    this.#toCount = undefined;
    this.#host.requestUpdate();
  }

  #toCount: Countable | undefined;
}

/** Cards that are to be counted as soon as the rows are painted. */
interface Countable {
  readonly population: unknown;
  readonly members: PopulationList;
  readonly counted: ListView;
}

/** Beside the undecided the cards are of everybody on the list: whom search, filters and the switch leave is said of the undecided. */
function wholeOf(view: ListView): ListView {
  return withDone({ ...withFilters(view, []), tab: 'members', query: '' });
}

/** Milliseconds after which the cards are counted although no frame came. */
const longestWait = 1000;

/** Gathers of whom a round says something else, from one look to the next. */
class RoundChanges {
  #round: ListingInputs['round'];
  #phase: RoundState['phase'] | undefined;
  #unsubscribe: (() => void) | undefined;
  #changed: Set<string> | 'all' = 'all';
  #isSaid = true;
  #token = {};

  /** What changed since the last look, `undefined` where nothing did; a token that is another after each change. */
  of(
    round: ListingInputs['round'],
    phase: RoundState['phase'] | undefined,
  ): { readonly changed: ReadonlySet<string> | 'all' | undefined; readonly token: object } {
    const isOtherPhase = phase !== this.#phase;
    if (round !== this.#round || (isOtherPhase && [phase, this.#phase].includes('none'))) {
      this.#follow(round);
      this.#changed = 'all';
    }
    this.#phase = phase;
    const changed = this.#changed;
    this.#changed = new Set();
    if (changed !== 'all' && changed.size === 0 && !this.#isSaid && !isOtherPhase)
      return { changed: undefined, token: this.#token };
    this.#isSaid = false;
    // Nobody's status may have changed, and yet others may have come since the last round.
    if (changed === 'all' || changed.size > 0 || isOtherPhase) this.#token = {};
    return { changed, token: this.#token };
  }

  /** Hears of no round any more. */
  leave(): void {
    this.#follow(undefined);
    this.#changed = 'all';
  }

  #follow(round: ListingInputs['round']): void {
    if (round === this.#round) return;
    this.#unsubscribe?.();
    this.#round = round;
    this.#unsubscribe = round?.subscribe(({ changed }) => {
      this.#isSaid = true;
      if (changed === 'all') this.#changed = 'all';
      else if (this.#changed !== 'all') for (const id of changed) this.#changed.add(id);
    });
  }
}
