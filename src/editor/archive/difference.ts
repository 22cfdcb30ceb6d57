/** The difference of two versions: in words and codes at once, in patients when it is asked for. */
import type { ReactiveController } from 'lit';
import { describeClinic, type ClinicAdapter } from '../../adapter/index.ts';
import {
  changesBetween,
  markerMovements,
  movedBecause,
  movementBetween,
  type ChangeGroup,
  type MarkerMovement,
  type MovedGroup,
  type Movement,
} from '../../authoring/index.ts';
import { compile, requestFor, type Population, type Steps } from '../../engine/index.ts';
import { timeSlice } from '../../elements/shared/time-slice.ts';
import {
  defaultDeadline,
  doInSlices,
  loadClinic,
  Memo,
  type Language,
  type Problem,
} from '../../model/index.ts';
import { evaluateLoaded } from '../../model/load/evaluate-loaded.ts';
import type { Profile } from '../../profile/index.ts';
import type { CalendarDate, Patient } from '../../record/index.ts';
import type { ArchiveHost } from './host.ts';

/** Those who move, by how. */
export type MovedWay = 'come' | 'go' | 'nowUndecided' | 'nowDecided';

/** The patients of two versions over the same data. */
export interface ComparedPatients {
  readonly movement: Movement;
  readonly because: Readonly<Record<MovedWay, readonly MovedGroup[]>>;
  readonly markers: readonly MarkerMovement[];
  readonly problems: readonly Problem[];
  readonly mayOpen: boolean;
  /** Who they are, by id. */
  readonly patientsOf: (ids: readonly string[]) => readonly Patient[];
}

export type ComparedState =
  | { readonly phase: 'idle' | 'counting' | 'failed' }
  | { readonly phase: 'ready'; readonly compared: ComparedPatients };

interface Pair {
  readonly before: Profile;
  readonly after: Profile;
  readonly adapter: ClinicAdapter;
  readonly asOf: CalendarDate;
  readonly language: Language;
}

/** Works it out for one pair at a time: another pair, clinic or day takes its place, and what was under way is dropped. */
export class DifferenceController implements ReactiveController {
  readonly #words = new Memo<readonly ChangeGroup[]>();
  #pair: Pair | undefined;
  #state: ComparedState = { phase: 'idle' };
  #abort = new AbortController();

  constructor(private readonly host: ArchiveHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  changes(before: Profile, after: Profile): readonly ChangeGroup[] {
    const { language } = this.host.ui;
    return this.#words.of([before, after, language], () => changesBetween(before, after, language));
  }

  /** How far the patients of a pair are worked out; nothing of another pair is ever shown for it. */
  patients(before: Profile, after: Profile): ComparedState {
    const pair = this.#pair;
    const { adapter, date, ui } = this.host;
    const isSame =
      pair?.before === before &&
      pair.after === after &&
      pair.adapter === adapter &&
      pair.asOf === date &&
      pair.language === ui.language;
    if (!isSame && pair) this.#forget();
    return isSame ? this.#state : { phase: 'idle' };
  }

  /** Fetches the clinic's patients for both, and evaluates both. Never rejects: a failure is a state. */
  async count(before: Profile, after: Profile): Promise<void> {
    const { adapter, date: asOf, ui } = this.host;
    if (!adapter) return;
    this.#forget();
    const pair: Pair = { before, after, adapter, asOf, language: ui.language };
    this.#pair = pair;
    this.#set({ phase: 'counting' });
    const { signal } = this.#abort;
    try {
      const compared = await this.#compare(pair, signal);
      if (this.#pair === pair && compared) this.#set({ phase: 'ready', compared });
    } catch {
      if (this.#pair === pair) this.#set({ phase: 'failed' });
    }
  }

  async #compare(pair: Pair, signal: AbortSignal): Promise<ComparedPatients | undefined> {
    const { before, after, adapter, asOf, language } = pair;
    const { deadline = defaultDeadline, problems: channel } = this.host;
    const { onFailure } = channel;
    const plans = [compile(before), compile(after)] as const;
    const loaded = await loadClinic({
      ...{ adapter, asOf, deadline, signal, onFailure },
      describe: () => describeClinic(adapter, { deadline, signal, onFailure }),
      request: requestFor(plans, asOf),
      searched: [before, after],
    });
    let compared: ComparedPatients | undefined;
    const work = function* (): Steps<void> {
      const { shown: earlier } = yield* evaluateLoaded(loaded, plans[0], asOf);
      const { shown: later } = yield* evaluateLoaded(loaded, plans[1], asOf);
      const [old, now] = [earlier.population, later.population];
      const movement = movementBetween(old, now);
      const because = {
        come: yield* movedBecause(movement.come, old, now, language),
        go: yield* movedBecause(movement.go, old, now, language),
        nowUndecided: yield* movedBecause(movement.nowUndecided, old, now, language),
        nowDecided: yield* movedBecause(movement.nowDecided, old, now, language),
      };
      compared = {
        ...{ movement, because, markers: markerMovements(old, now, movement) },
        problems: loaded.problems,
        mayOpen: loaded.description.may?.openJournal !== false,
        patientsOf: (ids) => patientsOf(now, ids),
      };
    };
    await doInSlices(work(), timeSlice, () => this.#pair === pair);
    return compared;
  }

  #forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#pair = undefined;
    this.#state = { phase: 'idle' };
  }

  #set(state: ComparedState): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}

function patientsOf(population: Population, ids: readonly string[]): readonly Patient[] {
  return population.patients(ids);
}
