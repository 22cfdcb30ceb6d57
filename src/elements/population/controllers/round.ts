import { ContextConsumer } from '@lit/context';
import type { ReactiveController } from 'lit';
import {
  combinationOf,
  leavesOut,
  markersIn,
  memberOf,
  type CombinedRounds,
  type CombinedRoundsInputs,
  type PopulationModel,
  type RoundInputs,
  type RoundModel,
  type RoundRepositories,
  type ShownRound,
} from '../../../model/index.ts';
import type * as ListRounds from '../../../model/rounds/list-rounds.ts';
import type { UiHost } from '../ui.ts';
import { roundsContext } from '../../shared/context.ts';
import { RoundChanges } from '../../shared/change-round.ts';
import { ClinicMemo } from '../../shared/clinic-memo.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import type { ModelController } from '../../shared/model-controller.ts';
import { isoNow } from '../../shared/now.ts';
import { timeSlice } from '../../shared/time-slice.ts';
import type { Announcements } from './announcements.ts';

/**
 * The round of the list that is shown. It lives on while the list is moved or hidden: what is not stored yet must
 * not be lost. What keeps it is loaded where the clinic has rounds, while the list comes.
 *
 * @fires round-ready - From the host, to the workspace around it: `current` is there.
 */
export class RoundController implements ReactiveController {
  /** The way to change it from what is drawn. */
  readonly changes = new RoundChanges({
    mayAct: () => {
      const { loaded, origin } = this.model.state;
      return loaded !== undefined && origin?.adapter === this.host.adapter;
    },
    isThere: () => this.model.state.origin !== undefined,
    roundOf: () => this.current,
  });
  readonly #part: LazyPart<typeof ListRounds>;
  #round: RoundModel | undefined;
  #combined: CombinedRounds | undefined;
  /** The workspace's, which its cockpit shows too. */
  #shared: RoundRepositories | undefined;
  #isLoading = false;
  #hasFailed = false;
  #inputs: RoundInputs | undefined;
  #stops: readonly (() => void)[] = [];
  readonly #markers: ClinicMemo<RoundInputs['markersOf']>;

  constructor(
    private readonly host: UiHost,
    private readonly model: ModelController<PopulationModel>,
    private readonly announcements: Announcements,
  ) {
    this.#part = new LazyPart(host, () => import('../../../model/rounds/list-rounds.ts'));
    new ContextConsumer(host, {
      context: roundsContext,
      callback: (shared) => (this.#shared = shared),
    });
    this.#markers = new ClinicMemo(host);
    host.addController(this);
  }

  /** Undefined where the clinic keeps no rounds, and until what keeps them is loaded. */
  get current(): RoundModel | undefined {
    return memberOf(this.host.adapter, 'rounds') ? this.#round : undefined;
  }

  /** What the rounds of the lists say that a combined list is made of; undefined where it is no such list. */
  get combined(): CombinedRounds | undefined {
    const isThere = memberOf(this.host.adapter, 'rounds') && this.#combined?.state.phase !== 'none';
    return isThere ? this.#combined : undefined;
  }

  /** Those in which something can be taken back: the one of the list, or each that a combined list is made of. */
  get shown(): readonly ShownRound[] {
    const { combined, current } = this;
    if (combined) return combined.lists.map(({ part: { title }, round }) => ({ round, title }));
    return current && current.state.phase !== 'none' ? [{ round: current }] : [];
  }

  /** Whether what is stored of the round is on its way. */
  get isAwaited(): boolean {
    if (!memberOf(this.host.adapter, 'rounds')) return false;
    const shown = this.combined ?? this.#round;
    return shown ? shown.state.phase === 'loading' : this.#isLoading;
  }

  /** Whether something is not stored yet, or not settled. */
  get isUnsaved(): boolean {
    return this.#round?.isUnsaved ?? false;
  }

  /** Reads what others have changed. */
  async refresh(): Promise<void> {
    if (this.#hasFailed) await this.#load();
    await Promise.all([this.#round?.refresh(), this.#combined?.refresh()]);
  }

  hostUpdate(): void {
    if (this.#isGone) return;
    const round = this.#round;
    if (!round) {
      if (memberOf(this.host.adapter, 'rounds') && !this.#isLoading && !this.#hasFailed)
        void this.#load();
      return;
    }
    // What is not stored yet must not go to a store before it is known to be the same clinic's.
    if (this.model.state.held) return;
    this.#update(round);
    if (this.#combined) this.#updateCombined(this.#combined);
    if (!this.host.adapter) round.logOut();
    this.changes.settle();
  }

  /**
   * A list that goes leaves the rounds of its workspace, which holds on to it otherwise. By itself it stays with its own:
   * they go with it, and not before all is stored.
   */
  hostDisconnected(): void {
    queueMicrotask(() => {
      // One that is only moved is back at once.
      if (!this.#isGone) return;
      for (const stop of this.#stops) stop();
      this.#round?.dispose();
      this.#combined?.dispose();
      this.#round = this.#combined = this.#inputs = this.#combinedInputs = undefined;
    });
  }

  get #isGone(): boolean {
    return !this.host.isConnected && this.#shared !== undefined;
  }

  #update(round: RoundModel): void {
    const inputs = this.#inputsNow();
    const known = this.#inputs;
    const keys = Object.keys(inputs) as (keyof RoundInputs)[];
    const isNone = inputs.profile === undefined && known?.profile === undefined;
    if (known && isNone && inputs.adapter === known.adapter) return;
    if (known && keys.every((key) => known[key] === inputs[key])) return;
    this.#inputs = inputs;
    void round.update(inputs);
  }

  #updateCombined(combined: CombinedRounds): void {
    const { population, ...inputs } = this.#combinedInputsNow();
    const known = this.#combinedInputs;
    const now = { population, ...inputs };
    const keys = Object.keys(now) as (keyof CombinedRoundsInputs)[];
    if (known && keys.every((key) => known[key] === now[key])) return;
    this.#combinedInputs = now;
    void combined.update(now);
  }

  #combinedInputs: CombinedRoundsInputs | undefined;

  #combinedInputsNow(): CombinedRoundsInputs {
    const { adapter, clinicId, asOf, user, complete, now } = this.#inputsNow();
    const population = this.model.state.loaded?.population;
    const isCombined = population && combinationOf(population.profile) !== undefined;
    return {
      ...{ adapter, clinicId, asOf, user, complete, now },
      population: isCombined ? population : undefined,
    };
  }

  readonly #load = async (): Promise<void> => {
    this.#isLoading = true;
    const part = await this.#part.load();
    this.#isLoading = false;
    this.#hasFailed = !part;
    if (part) {
      if (!this.#round) this.#create(part);
    } else {
      const { partFailed, retry } = this.host.ui.texts.states;
      this.announcements.complain(partFailed, { label: retry, run: () => void this.#retry() });
    }
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (part) this.host.dispatchEvent(new Event('round-ready'));
  };

  async #retry(): Promise<void> {
    this.announcements.dismiss();
    await this.#load();
  }

  #create(part: typeof ListRounds): void {
    const { deadline } = this.host;
    const { onFailure, tell: onReport } = this.host.problems;
    const told = { onFailure, onReport, doSlice: timeSlice };
    const options = deadline === undefined ? told : { deadline, ...told };
    const repositories = this.#shared ?? new part.RoundRepositories(options);
    this.#round = new part.RoundModel({}, repositories);
    this.#combined = new part.CombinedRounds(repositories);
    this.#stops = [this.#round, this.#combined].map((each) =>
      each.subscribe(() => this.host.requestUpdate()),
    );
  }

  #inputsNow(): RoundInputs {
    const { loaded, origin, phase, problems } = this.model.state;
    const population = loaded?.population;
    return {
      adapter: origin?.adapter,
      // A combined list has no round of its own.
      profile: population && combinationOf(population.profile) ? undefined : population?.profile,
      asOf: this.host.date,
      members: population?.members ?? [],
      undecided: population?.undecided ?? [],
      complete: phase === 'ready' && !problems.some(leavesOut),
      markersOf: population && this.#markers.of([population], () => markersIn(population)),
      user: loaded?.description.user,
      clinicId: origin?.clinicId,
      now: isoNow,
    };
  }
}
