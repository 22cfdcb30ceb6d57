/** A user at a screen who goes through rounds, and stores that misbehave. */
import {
  nextTurn,
  type Round,
  type RoundMember,
  type RoundStore,
} from '../../../src/adapter/index.ts';
import {
  PatientRounds,
  RoundModel,
  RoundRepositories,
  type RoundInputs,
  type RoundOptions,
} from '../../../src/model/index.ts';
import { faultyAdapter } from '../../../src/testing/index.ts';
import { asOf, complete } from '../../engine/build.ts';

export const profile = { id: 'dk.demens', version: '1.0.0' };
export const signal = new AbortController().signal;

const hour = 3_600_000;

export const round = (more: Partial<Round> = {}, ...members: readonly RoundMember[]): Round => ({
  id: 'dk.demens#1',
  revision: 1,
  profile,
  asOf: '2026-05-01',
  members,
  ...more,
});

export interface DeskOptions extends Partial<RoundInputs> {
  /** Milliseconds until which pauses end, by the desk's own clock, which only pauses move. Default an hour. */
  readonly until?: number;
  readonly deadline?: number;
  /** Opens a cockpit on the page too, which shares the rounds. */
  readonly withCockpit?: boolean;
}

/** A user and the model. Nothing takes time but pauses, and they are over at once until the hour is. */
export class Desk {
  readonly model: RoundModel;
  /** What the cockpit beside the list shows. */
  readonly cockpit: PatientRounds | undefined;
  /** Milliseconds that all pauses took. */
  waited = 0;
  #inputs: RoundInputs;
  #time = 0;

  constructor(
    readonly rounds: RoundStore,
    { until = hour, deadline = 300, withCockpit = false, ...more }: DeskOptions = {},
    options: RoundOptions = {},
  ) {
    const pause = async (length: number, stop: AbortSignal) => {
      this.waited += length;
      await nextTurn();
      if (this.waited >= until && !stop.aborted)
        await new Promise((resolve) => stop.addEventListener('abort', resolve));
    };
    const all = { deadline, pause, ...options };
    const shared = withCockpit ? new RoundRepositories(all) : undefined;
    this.model = new RoundModel(all, shared);
    this.cockpit = shared && new PatientRounds(() => undefined, all, shared);
    const { rounds: _, ...adapter } = faultyAdapter({
      description: { name: 'K', coverage: complete },
      patients: [],
    });
    this.#inputs = {
      adapter: { ...adapter, rounds },
      profile,
      asOf,
      members: ['a', 'b', 'c'],
      undecided: [],
      user: 'AB',
      now: () =>
        `${this.#inputs.asOf}T${String(8 + Math.floor(this.#time / 60)).padStart(2, '0')}:${String(this.#time++ % 60).padStart(2, '0')}:00+01:00`,
      ...more,
    };
  }

  get adapter() {
    return this.#inputs.adapter!;
  }

  async open(more: Partial<RoundInputs> = {}): Promise<this> {
    this.#inputs = { ...this.#inputs, ...more };
    const { profile: shown, ...inputs } = this.#inputs;
    // As long as the list is not there, the cockpit has a model of its own.
    this.cockpit?.update({
      ...inputs,
      adapter: inputs.adapter,
      user: inputs.user,
      profiles: shown ? [shown] : [],
    });
    await this.model.update(this.#inputs);
    return this;
  }

  /** Until nothing waits to be stored, or the hour is over. */
  async settled(until = hour): Promise<this> {
    for (let turn = 0; this.model.state.pending.count > 0 && this.waited < until; turn++) {
      if (turn > 20_000) throw new Error('Never settled.');
      await nextTurn();
    }
    return this;
  }
}

export const listed = (store: RoundStore) => store.list(profile.id, signal);

/** All that a store holds and a user sees, to look for what was written. */
export async function everything(store: RoundStore, ...desks: readonly Desk[]): Promise<string> {
  const seen = desks.map(({ model }) => [model.state.rounds, model.state.conflicts]);
  return JSON.stringify([await listed(store), seen]);
}
