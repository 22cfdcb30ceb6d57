import type { ClinicAdapter, Origin } from '../../model/index.ts';

/** By adapter, and by the clinic that it said it was of: an adapter may say another day that it is of another one. */
export type ByAdapter<Value> = WeakMap<ClinicAdapter, Map<string | undefined, Value>>;

/**
 * What an element keeps of each clinic. Nothing of one is met under another, by whatever adapter; a new adapter of a
 * clinic goes on with what there was, be it that another clinic was shown meanwhile. It goes with the adapters, and as
 * far as the element alone would find it again, where the adapter is taken from the element.
 */
export class OfClinic<Value> {
  readonly #byId = new Map<string, Value>();

  /** @param shared What elements that are gone, and others on the page, keep of the same. */
  constructor(
    private readonly shared: ByAdapter<Value>,
    private readonly make: () => Value,
  ) {}

  of({ adapter, clinicId }: Origin): Value {
    const ofAdapter = this.shared.get(adapter) ?? new Map<string | undefined, Value>();
    const known = clinicId === undefined ? undefined : this.#byId.get(clinicId);
    const value = ofAdapter.get(clinicId) ?? known ?? this.make();
    this.shared.set(adapter, ofAdapter.set(clinicId, value));
    if (clinicId !== undefined) this.#byId.set(clinicId, value);
    return value;
  }

  /** Of the clinics that have said who they are. */
  get all(): Iterable<Value> {
    return this.#byId.values();
  }

  forget(): void {
    this.#byId.clear();
  }
}
