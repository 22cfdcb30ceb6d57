import {
  arrangeColumns,
  compareRounds,
  PopulationList,
  type Column,
  type Language,
  type ListRound,
  type ListView,
  type Overview,
  type RoundModel,
  type RoundState,
  type LoadedPopulation,
} from '../../model/index.ts';
import { textComparer } from '../../i18n/numbers.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { ListRows } from './rows.ts';

export interface ListingInputs {
  readonly loaded: LoadedPopulation;
  readonly view: ListView;
  /** Absent where the clinic keeps no rounds. */
  readonly round: RoundModel | undefined;
  readonly roundState: RoundState | undefined;
  /** Only these patients, where something opened them. */
  readonly only: ReadonlySet<string> | undefined;
  readonly mayOpen: boolean;
  readonly language: Language;
  readonly texts: Texts;
}

/** A list as it is looked at. */
export interface Listed {
  readonly list: PopulationList;
  /** Every column in the order shown, the hidden ones in their place. */
  readonly columns: readonly Column[];
  /** Indexes of rows, in the order shown. */
  readonly visibleRows: Uint32Array;
  readonly rows: ListRows;
  readonly overview: Overview;
}

/**
 * What is shown follows from what is loaded, the round and the view. Each step is done again only when what it
 * is made from is another: the grid tells by identity what to draw anew.
 */
export class Listing {
  readonly #lists = new Map<string, PopulationList>();
  readonly #listsFrom = new Sources();
  readonly #roundFrom = new Sources();
  readonly #rowsFrom = new Sources();
  readonly #columnsFrom = new Sources();
  #columns: readonly Column[] = [];
  #listed: Listed | undefined;

  of(inputs: ListingInputs): Listed {
    const { loaded, view, language, round, roundState, only, mayOpen } = inputs;
    if (this.#listsFrom.isNew(loaded.population, language)) this.#lists.clear();
    const told = roundState && [roundState.phase, roundState.rounds, roundState.conflicts];
    if (this.#roundFrom.isNew(loaded.population, language, round, ...(told ?? [])))
      for (const list of this.#lists.values()) list.setRound(roundOf(inputs));
    const list = this.#list(view.tab, inputs);
    const members = this.#list('members', inputs);
    const listColumns = list.columns;
    if (this.#columnsFrom.isNew(listColumns, view.columns))
      this.#columns = arrangeColumns(listColumns, view);
    if (
      this.#rowsFrom.isNew(
        list,
        list.isSettled,
        this.#columns,
        view.sort,
        view.priority,
        view.filters,
        view.query,
        only,
        mayOpen,
        ...(told ?? []),
      ) ||
      !this.#listed
    ) {
      const all = list.visibleRows(view);
      const rows = only ? all.filter((row) => only.has(list.idAt(row))) : all;
      const counted =
        view.tab === 'members'
          ? view
          : { ...view, tab: 'members' as const, filters: [], query: '' };
      this.#listed = {
        list,
        columns: this.#columns,
        visibleRows: rows,
        rows: new ListRows({ ...inputs, list, visibleRows: rows, columns: this.#columns }),
        overview: members.overview(counted),
      };
    }
    return this.#listed;
  }

  #list(tab: ListView['tab'], inputs: ListingInputs): PopulationList {
    let list = this.#lists.get(tab);
    if (!list) {
      const { loaded, language } = inputs;
      list = new PopulationList(loaded.population, {
        tab,
        language,
        compareText: textComparer(language),
        patients: loaded.patients,
        round: roundOf(inputs),
      });
      this.#lists.set(tab, list);
    }
    return list;
  }
}

/** What the round says of everybody, and who came since the last one that was finished. */
function roundOf({ round, roundState }: ListingInputs): ListRound | undefined {
  if (!round || !roundState || roundState.phase === 'none') return undefined;
  const statuses = { get: (id: string) => round.member(id) };
  const last = roundState.rounds.findLast(({ finished }) => finished !== undefined);
  const now = last && round.now(false);
  if (!last || !now) return { statuses };
  const { came, left } = compareRounds(last, now);
  return { statuses, since: { came: new Set(came), left: left.length } };
}

/** What something was last made from. */
class Sources {
  #last: readonly unknown[] | undefined;

  /** Whether any of the sources is another than last time. */
  isNew(...sources: readonly unknown[]): boolean {
    const same =
      this.#last?.length === sources.length &&
      this.#last.every((each, index) => each === sources[index]);
    this.#last = sources;
    return !same;
  }
}
