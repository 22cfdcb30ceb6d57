import type { ClinicAdapter, ClinicDescription } from '../../adapter/index.ts';

/** Whether the clinic that is shown is the one that was shown before (`ClinicDescription.id`). */
export class ClinicIdentity {
  #known: { readonly adapter: ClinicAdapter; readonly id: string | undefined } | undefined;
  #number = 0;

  /** Grows with every other clinic. */
  get number(): number {
    return this.#number;
  }

  /** Whether an adapter may be of the clinic that is known, before it has said who it is. */
  mayBe(adapter: ClinicAdapter): boolean {
    return this.#known?.adapter === adapter || this.#known?.id !== undefined;
  }

  /** Takes in who a clinic is; answers whether it is the one that is known. */
  settle(adapter: ClinicAdapter, { id }: ClinicDescription): boolean {
    const known = this.#known;
    this.#known = { adapter, id };
    if (!known) return true;
    const isSame =
      known.id !== undefined && id !== undefined ? known.id === id : known.adapter === adapter;
    if (!isSame) this.#number++;
    return isSame;
  }
}
