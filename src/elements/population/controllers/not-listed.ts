import type { ReactiveController } from 'lit';
import {
  NotListedSearch,
  SlicedWork,
  type NotListed,
  type LoadedPopulation,
  type PopulationList,
  type PatientOutcome,
} from '../../../model/index.ts';
import type { UiHost } from '../ui.ts';
import { timeSlice } from '../../shared/time-slice.ts';
import type { ListController } from './list.ts';

/** Whom the search finds in the clinic beside the list, and how the profile came out for them. */
export class NotListedController implements ReactiveController {
  readonly #searching: SlicedWork;
  readonly #explaining: SlicedWork;
  #search: { readonly list: PopulationList; readonly among: NotListedSearch } | undefined;
  #found: NotListed | undefined;
  #explained: Explained | undefined;

  constructor(
    host: UiHost,
    private readonly list: ListController,
  ) {
    const draw = () => host.requestUpdate();
    this.#searching = new SlicedWork(timeSlice, draw);
    this.#explaining = new SlicedWork(timeSlice, draw);
    host.addController(this);
  }

  /** Undefined where nothing is searched for, and as long as they are being looked for. */
  get found(): NotListed | undefined {
    return this.#found;
  }

  hostUpdate(): void {
    const { list, loaded, view } = this.list.shown ?? {};
    const query = view?.query.trim() ?? '';
    if (!list || !loaded || query === '') {
      this.#forget();
      return;
    }
    if (this.#search?.list !== list) {
      this.#forget();
      this.#search = { list, among: new NotListedSearch(list, loaded.clinic) };
    }
    if (this.#found?.query === query) return;
    this.#found = undefined;
    const { among } = this.#search;
    const keep = (found: NotListed) => (this.#found = found);
    this.#searching.begin([among, query], function* () {
      keep(yield* among.find(query));
    });
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** How the profile came out for a patient of the clinic; undefined as long as it is being worked out. */
  outcomeOf(id: string): PatientOutcome | undefined {
    const { population, clinic } = this.list.shown?.loaded ?? {};
    if (!population || !clinic?.has(id)) return undefined;
    const known = this.#explained;
    if (known?.population === population && known.id === id) return known.outcome;
    this.#explained = undefined;
    const keep = () => (this.#explained = { population, id, outcome: population.outcome(id) });
    this.#explaining.begin([population, id], function* () {
      yield* population.workOut(id);
      keep();
    });
    return this.#outcome;
  }

  /** What was worked out, be it a moment ago. */
  get #outcome(): PatientOutcome | undefined {
    return this.#explained?.outcome;
  }

  #forget(): void {
    this.#searching.stop();
    this.#explaining.stop();
    this.#search = this.#found = this.#explained = undefined;
  }
}

interface Explained {
  readonly population: LoadedPopulation['population'];
  readonly id: string;
  readonly outcome: PatientOutcome;
}
