/** What an action from a combined list is about: which of its lists, and so what of each patient. */
import type { ActionReason } from '../../adapter/index.ts';
import { combinationOf, type CombinedPart } from '../../profile/index.ts';
import type { PopulationList } from '../list/list.ts';
import { exemptControl } from '../rounds/exempt-markers.ts';

/** One of the lists, as far as the patients of an action stand on it. */
export interface CallList {
  readonly part: CombinedPart;
  /** How many of the patients are on it, and of how many nobody can say. */
  readonly count: number;
  readonly undecided: number;
  readonly isTicked: boolean;
}

/** What a patient has to do with a list. */
interface OnList {
  readonly standing: 'yes' | 'unknown' | 'no';
  /** Names in the combined profile of the markers that are set. */
  readonly markers: ReadonlySet<string>;
}

/**
 * The lists that an action is about, as the user ticks them: all of them to begin with. A list counts for those alone who
 * are on it for certain.
 */
export class CallReasons {
  readonly #parts: readonly CombinedPart[];
  readonly #patients: ReadonlyMap<string, readonly OnList[]>;
  readonly #off = new Set<string>();

  /** @param patients By id, what each has to do with each of the parts. */
  constructor(parts: readonly CombinedPart[], patients: ReadonlyMap<string, readonly OnList[]>) {
    this.#parts = parts;
    this.#patients = patients;
  }

  /** The lists that any of the patients may be on. */
  get lists(): readonly CallList[] {
    const all = [...this.#patients.values()];
    return this.#parts
      .map((part, at) => {
        const by = (standing: OnList['standing']) =>
          all.filter((on) => on[at]!.standing === standing).length;
        const [count, undecided] = [by('yes'), by('unknown')];
        return { part, count, undecided, isTicked: this.ticked.has(part.id) };
      })
      .filter(({ count, undecided }) => count + undecided > 0);
  }

  /** Ids of the profiles that it is about. */
  get ticked(): ReadonlySet<string> {
    return new Set(this.#parts.map(({ id }) => id).filter((id) => !this.#off.has(id)));
  }

  /** Ticks a list, or takes the tick away. */
  toggle(profileId: string): void {
    if (!this.#off.delete(profileId)) this.#off.add(profileId);
  }

  /** Why it is done for a patient: the ticked lists that the patient is on. */
  of(patientId: string): readonly ActionReason[] {
    return this.#on(patientId).map(([{ id, version, title, markers }, on]) => ({
      profile: { id, version },
      title,
      markers: [...markers].flatMap(([own, name]) => (on.markers.has(name) ? [own] : [])),
    }));
  }

  /** Whether nobody can say if a patient is on a list that is ticked. */
  isUndecided(patientId: string): boolean {
    const { ticked } = this;
    return (this.#patients.get(patientId) ?? []).some(
      ({ standing }, at) => standing === 'unknown' && ticked.has(this.#parts[at]!.id),
    );
  }

  /** Names in the combined profile of what the ticked lists of a patient ask: markers, and controls (`exemptControl`). */
  askedOf(patientId: string): ReadonlySet<string> {
    return new Set(
      this.#on(patientId).flatMap(([{ markers, items }]) => [
        ...markers.values(),
        ...[...items.values()].map(exemptControl),
      ]),
    );
  }

  #on(patientId: string): readonly (readonly [CombinedPart, OnList])[] {
    const { ticked } = this;
    return (this.#patients.get(patientId) ?? []).flatMap((on, at) => {
      const part = this.#parts[at]!;
      return on.standing === 'yes' && ticked.has(part.id) ? [[part, on] as const] : [];
    });
  }
}

/** The reasons that some patients of a list may be contacted for; undefined of a list that is no combined one. */
export function callReasonsOf(
  { population, data }: PopulationList,
  patientIds: readonly string[],
): CallReasons | undefined {
  const parts = combinationOf(population.profile);
  if (!parts) return undefined;
  const { lists, markers } = data.flags;
  const standings = ['no', 'unknown', 'yes'] as const;
  return new CallReasons(
    parts,
    new Map(
      patientIds.map((id) => {
        const row = data.indexOf(id);
        const set = new Set(
          markers.filter(({ truths }) => truths[row] === 2).map((marker) => marker.id),
        );
        const on = parts.map((_, at): OnList => ({
          standing: standings[lists[at]!.truths[row] ?? 0]!,
          markers: set,
        }));
        return [id, on];
      }),
    ),
  );
}
