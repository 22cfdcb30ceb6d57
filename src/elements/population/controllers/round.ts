import type { ReactiveController } from 'lit';
import {
  markersIn,
  RoundModel,
  type PopulationModel,
  type RoundInputs,
} from '../../../model/index.ts';
import type { UiHost } from '../ui.ts';
import type { ModelController } from '../../shared/model-controller.ts';
import { isoNow } from '../../shared/now.ts';

/**
 * The round of the list that is shown. It lives on while the list is moved or hidden: what is not stored yet must
 * not be lost.
 */
export class RoundController implements ReactiveController {
  #round: RoundModel | undefined;
  #inputs: RoundInputs | undefined;
  #markers: { readonly of: unknown; readonly ask: RoundInputs['markersOf'] } | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly model: ModelController<PopulationModel>,
  ) {
    host.addController(this);
  }

  /** Undefined where the clinic keeps no rounds. */
  get current(): RoundModel | undefined {
    return this.host.adapter?.rounds ? this.#round : undefined;
  }

  /** Reads what others have changed. */
  async refresh(): Promise<void> {
    await this.#round?.refresh();
  }

  hostConnected(): void {
    this.#page?.addEventListener('beforeunload', this.#beforeUnload);
  }

  hostDisconnected(): void {
    this.#page?.removeEventListener('beforeunload', this.#beforeUnload);
  }

  hostUpdate(): void {
    const round = (this.#round ??= this.#create());
    // What is not stored yet must not go to a store before it is known to be the same clinic's.
    if (this.model.state.held) return;
    const inputs = this.#inputsNow();
    const known = this.#inputs;
    const keys = Object.keys(inputs) as (keyof RoundInputs)[];
    if (known && inputs.profile === undefined && known.profile === undefined) return;
    if (known && keys.every((key) => known[key] === inputs[key])) return;
    this.#inputs = inputs;
    void round.update(inputs);
  }

  get #page(): Window | null {
    return this.host.ownerDocument.defaultView;
  }

  #create(): RoundModel {
    const { deadline } = this.host;
    const { onFailure, tell: onReport } = this.host.problems;
    const told = { onFailure, onReport };
    const round = new RoundModel(deadline === undefined ? told : { deadline, ...told });
    round.subscribe(() => this.host.requestUpdate());
    return round;
  }

  #inputsNow(): RoundInputs {
    const { loaded, phase, problems } = this.model.state;
    const population = loaded?.population;
    if (population && this.#markers?.of !== population)
      this.#markers = { of: population, ask: markersIn(population) };
    return {
      adapter: this.host.adapter,
      profile: population?.profile,
      asOf: this.host.date,
      members: population?.members ?? [],
      undecided: population?.undecided ?? [],
      complete:
        phase === 'ready' && !problems.some(({ kind }) => kind === 'cut-short' || kind === 'call'),
      markersOf: this.#markers?.ask,
      user: loaded?.description.user,
      clinicId: loaded?.description.id,
      now: isoNow,
    };
  }

  /** What could not be stored yet would be lost with the page. */
  readonly #beforeUnload = (event: Event): void => {
    const { pending, conflicts } = this.#round?.state ?? {};
    if ((pending?.count ?? 0) > 0 || (conflicts?.length ?? 0) > 0) event.preventDefault();
  };
}
