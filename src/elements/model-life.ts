import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../model/index.ts';

interface LivingModel<State, Inputs> extends Store<State> {
  update(inputs: Inputs): Promise<void>;
  retry(): Promise<void>;
  dispose(): void;
}

/** Ties a model to an element: gives it the element's inputs when they change, and draws what it says. */
export class ModelLife<State, Inputs extends object> implements ReactiveController {
  #model: LivingModel<State, Inputs> | undefined;
  #deadline: number | undefined;
  #inputs: Inputs | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly deadline: number | undefined },
    private readonly make: (options: { deadline?: number }) => LivingModel<State, Inputs>,
    private readonly inputsOf: () => Inputs,
  ) {
    host.addController(this);
  }

  get state(): State {
    return this.#current().state;
  }

  retry(): Promise<void> {
    return this.#current().retry();
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
    if (this.#inputs && sameValues(inputs, this.#inputs)) return;
    this.#inputs = inputs;
    void model.update(inputs);
  }

  #current(): LivingModel<State, Inputs> {
    const { deadline } = this.host;
    if (!this.#model || deadline !== this.#deadline) {
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
      this.#model?.dispose();
      this.#inputs = undefined;
      this.#deadline = deadline;
      this.#model = this.make(deadline === undefined ? {} : { deadline });
    }
    return this.#model;
  }
}

function sameValues(a: object, b: object): boolean {
  return Object.entries(a).every(([key, value]) => (b as Record<string, unknown>)[key] === value);
}
