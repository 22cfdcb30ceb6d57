import { ContextConsumer } from '@lit/context';
import type { ReactiveController } from 'lit';
import {
  leavesOut,
  markersIn,
  memberOf,
  type PopulationModel,
  type RoundInputs,
  type RoundModel,
  type RoundRepositories,
} from '../../../model/index.ts';
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
  readonly #part: LazyPart<{ readonly RoundModel: typeof RoundModel }>;
  #round: RoundModel | undefined;
  /** The workspace's, which its cockpit shows too. */
  #shared: RoundRepositories | undefined;
  #isLoading = false;
  #hasFailed = false;
  #inputs: RoundInputs | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #markers: ClinicMemo<RoundInputs['markersOf']>;

  constructor(
    private readonly host: UiHost,
    private readonly model: ModelController<PopulationModel>,
    private readonly announcements: Announcements,
  ) {
    this.#part = new LazyPart(host, () => import('../../../model/rounds/round.ts'));
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

  /** Whether what is stored of the round is on its way. */
  get isAwaited(): boolean {
    if (!memberOf(this.host.adapter, 'rounds')) return false;
    return this.#round ? this.#round.state.phase === 'loading' : this.#isLoading;
  }

  /** Whether something is not stored yet, or not settled. */
  get isUnsaved(): boolean {
    return this.#round?.isUnsaved ?? false;
  }

  /** Reads what others have changed. */
  async refresh(): Promise<void> {
    if (this.#hasFailed) await this.#load();
    await this.#round?.refresh();
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
      this.#unsubscribe?.();
      this.#round?.dispose();
      this.#round = this.#inputs = this.#unsubscribe = undefined;
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

  readonly #load = async (): Promise<void> => {
    this.#isLoading = true;
    const part = await this.#part.load();
    this.#isLoading = false;
    this.#hasFailed = !part;
    if (part) this.#round ??= this.#create(part);
    else {
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

  #create(part: { readonly RoundModel: typeof RoundModel }): RoundModel {
    const { deadline } = this.host;
    const { onFailure, tell: onReport } = this.host.problems;
    const told = { onFailure, onReport, doSlice: timeSlice };
    const options = deadline === undefined ? told : { deadline, ...told };
    const round = new part.RoundModel(options, this.#shared);
    this.#unsubscribe = round.subscribe(() => this.host.requestUpdate());
    return round;
  }

  #inputsNow(): RoundInputs {
    const { loaded, origin, phase, problems } = this.model.state;
    const population = loaded?.population;
    return {
      adapter: origin?.adapter,
      profile: population?.profile,
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
