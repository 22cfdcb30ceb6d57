import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Memo, type ClinicAdapter } from '../../model/index.ts';

/** Keeps one answer as `Memo` does, and forgets it where the adapter is taken from the element: of a patient nothing stays. */
export class ClinicMemo<Value> extends Memo<Value> implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & { readonly adapter: ClinicAdapter | undefined },
  ) {
    super();
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.host.adapter) this.forget();
  }
}
