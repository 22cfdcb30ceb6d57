import type { ClinicAdapter, ClinicDescription } from '../../adapter/index.ts';

/** Where what is shown came from: whatever is done with it is done through this adapter and no other. */
export interface Origin {
  readonly adapter: ClinicAdapter;
  /** Names the clinic (`ClinicDescription.id`), where it says who it is. */
  readonly clinicId: string | undefined;
}

/** Whether two are of one clinic: by its id, and where it has none by its adapter. */
export function isSameClinic(a: Origin, b: Origin): boolean {
  return a.clinicId === undefined ? isSameOrigin(a, b) : a.clinicId === b.clinicId;
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  return a.clinicId === b.clinicId && a.adapter === b.adapter;
}

/** Whether the clinic that is shown is the one that was shown before. An element has one as long as it lives. */
export class ClinicIdentity {
  #origin: Origin | undefined;
  #number = 0;

  /** Grows with every other clinic. */
  get number(): number {
    return this.#number;
  }

  /** The latest that has said who it is. */
  get origin(): Origin | undefined {
    return this.#origin;
  }

  /**
   * Answers whether a new adapter may be of the clinic that is known, before it has said who it is. Where it cannot
   * be, that clinic is forgotten.
   */
  meet(adapter: ClinicAdapter): boolean {
    const known = this.#origin;
    const mayBe = known?.adapter === adapter || known?.clinicId !== undefined;
    if (!mayBe) this.forget();
    return mayBe;
  }

  /** Takes in who a clinic is; answers whether it is the one that is known. */
  settle(adapter: ClinicAdapter, { id: clinicId }: ClinicDescription): boolean {
    const known = this.#origin;
    const origin = { adapter, clinicId };
    if (!known || !isSameOrigin(known, origin)) this.#origin = origin;
    const isSame = !known || isSameClinic(known, origin);
    if (!isSame) this.#number++;
    return isSame;
  }

  /** Forgets the clinic that is known: whichever comes next is another. */
  forget(): void {
    if (!this.#origin) return;
    this.#origin = undefined;
    this.#number++;
  }
}
