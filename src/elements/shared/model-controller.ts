import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  ClinicIdentity,
  type LoadFinding,
  type ModelOptions,
  type Store,
} from '../../model/index.ts';
import type { ProblemChannel } from './problems.ts';
import { timeSlice } from './time-slice.ts';

interface LivingModel extends Store<{ readonly findings: readonly LoadFinding[] }> {
  update(inputs: never): Promise<void>;
  retry(): Promise<void>;
  patientChanged(id: string): Promise<void>;
  dispose(): void;
}
type InputsOf<Model extends LivingModel> = Parameters<Model['update']>[0] & object;

/** Ties a model to an element: gives it the element's inputs when they change, and draws what it says. */
export class ModelController<Model extends LivingModel> implements ReactiveController {
  /** Outlives each model: what is shown next may be of another clinic. */
  readonly #identity = new ClinicIdentity();
  #model: Model | undefined;
  #deadline: number | undefined;
  #inputs: InputsOf<Model> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & {
      readonly isConnected: boolean;
      readonly deadline: number | undefined;
      readonly problems: ProblemChannel;
      drawUnreadable(): void;
    },
    private readonly make: (options: ModelOptions) => Model,
    private readonly inputsOf: () => InputsOf<Model>,
  ) {
    host.addController(this);
    host.problems.watch(() => this.state.findings);
  }

  get state(): Model['state'] {
    return this.#current().state;
  }

  /** The model itself, for what it can be asked beside its state. */
  get model(): Model {
    return this.#current();
  }

  retry(): Promise<void> {
    return this.#current().retry();
  }

  patientChanged(id: string): Promise<void> {
    return this.#current().patientChanged(id);
  }

  hostConnected(): void {
    this.#inputs = undefined;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#model?.dispose();
  }

  hostUpdate(): void {
    const model = this.#current();
    this.#unsubscribe ??= model.subscribe(() => this.host.requestUpdate());
    const inputs = this.inputsOf();
    // An element that is out of the page needs nothing of a clinic. It may forget one.
    const { adapter } = inputs as { readonly adapter?: unknown };
    if (!this.host.isConnected && adapter !== undefined) return;
    if (this.#inputs && sameValues(inputs, this.#inputs)) return;
    this.#inputs = inputs;
    model.update(inputs).catch(() => this.host.drawUnreadable());
  }

  #current(): Model {
    const { deadline } = this.host;
    if (!this.#model || deadline !== this.#deadline) {
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
      this.#model?.dispose();
      this.#inputs = undefined;
      this.#deadline = deadline;
      const { onFailure } = this.host.problems;
      const options = { onFailure, identity: this.#identity, doSlice: timeSlice };
      this.#model = this.make(deadline === undefined ? options : { ...options, deadline });
    }
    return this.#model;
  }
}

function sameValues(a: object, b: object): boolean {
  return Object.entries(a).every(([key, value]) => (b as Record<string, unknown>)[key] === value);
}
