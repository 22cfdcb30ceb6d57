import type { ReactiveController } from 'lit';
import { emit, type PatientPlace, type StepDirection } from '../../shared/events.ts';
import type { ListRows } from '../rows.ts';
import type { UiHost } from '../ui.ts';
import type { GridController } from './grid.ts';
import type { ListController, Shown } from './list.ts';

interface Host extends UiHost {
  /** Whose row is marked. */
  readonly patientId: string | undefined;
  makeCurrent(id: string, by: 'row'): void;
}

/** Where the current patient stood when the rows were last looked at for it. */
interface Anchor {
  readonly patientId: string;
  readonly rows: ListRows;
  /** Which rows are asked for, and in which order. */
  readonly look: string;
  /** What the round said of the patient then. */
  readonly said: string;
}

/**
 * The way from patient to patient through the rows that are shown, in their order. A row that moves or goes because of
 * what is said of its patient leaves its place behind: next is who stood after it.
 */
export class WorklistController implements ReactiveController {
  #anchor: Anchor | undefined;
  #told = JSON.stringify([undefined, undefined]);
  /** Whether rows were shown before: where the list comes with a patient, it is seen from its first rows on. */
  #hadRows = false;
  /** Whose row the user has seen, or is about to. */
  #seenId: string | undefined;

  constructor(
    private readonly host: Host,
    private readonly list: ListController,
    private readonly grid: GridController,
  ) {
    host.addController(this);
    const forget = () => (this.#anchor = undefined);
    list.onOtherProfile(forget);
    list.onOtherClinic(forget);
  }

  /** Where a patient stands. Undefined as long as there is no list. */
  placeOf(patientId: string): PatientPlace | undefined {
    const { shown } = this.list;
    if (!shown) return undefined;
    const at = shown.rows.placeOf(patientId) + 1;
    return {
      ...(at > 0 ? { at } : {}),
      of: shown.rows.patients,
      hasNext: this.neighbourOf(patientId, 'next') !== undefined,
      hasPrevious: this.neighbourOf(patientId, 'previous') !== undefined,
    };
  }

  /** Who comes after a patient, or before. After one whose row was never shown comes the first. */
  neighbourOf(patientId: string, to: StepDirection): string | undefined {
    const { shown } = this.list;
    if (!shown) return undefined;
    const { rows } = this.#anchor?.patientId === patientId ? this.#anchor : shown;
    const from = rows.indexOf(patientId);
    if (from < 0) return to === 'next' ? firstIn(shown.rows) : undefined;
    const step = to === 'next' ? 1 : -1;
    for (let at = from + step; at >= 0 && at < rows.count; at += step) {
      if (rows.headAt(at)) continue;
      const id = rows.idAt(at);
      if (shown.rows.indexOf(id) >= 0) return id;
    }
    return undefined;
  }

  /** Makes the neighbour of a patient the current one, and brings its row into view. Answers who that is. */
  step(patientId: string, to: StepDirection): string | undefined {
    const id = this.list.acting && this.neighbourOf(patientId, to);
    if (id === undefined) return undefined;
    this.host.makeCurrent(id, 'row');
    void this.#reveal(id);
    return id;
  }

  /** The user has chosen a patient where it stands: nothing is to be moved under the pointer. */
  take(patientId: string): void {
    this.#seenId = patientId;
  }

  hostUpdate(): void {
    const { patientId } = this.host;
    const { shown } = this.list;
    if (patientId === undefined) this.#anchor = undefined;
    else if (shown) this.#hold(patientId, shown);
  }

  hostUpdated(): void {
    const { patientId } = this.host;
    const { shown } = this.list;
    const place = patientId === undefined ? undefined : this.placeOf(patientId);
    const told = JSON.stringify([patientId, place]);
    if (told !== this.#told) {
      this.#told = told;
      emit(this.host, 'overblik-place-changed', { patientId, place });
    }
    if (!shown) return;
    const isNew = !this.#hadRows;
    this.#hadRows = true;
    if (patientId === this.#seenId) return;
    this.#seenId = patientId;
    if (patientId !== undefined && !isNew) void this.#reveal(patientId);
  }

  /** Holds on to where the patient stands, unless it has moved by what was said of it since. */
  #hold(patientId: string, { list, rows, asked }: Shown): void {
    const index = list.indexOf(patientId);
    const look = JSON.stringify({ ...asked, columns: [] });
    const { status, note } = (index < 0 ? undefined : list.statusAt(index)) ?? {};
    const said = JSON.stringify([status, note]);
    const before = this.#anchor?.patientId === patientId ? this.#anchor : undefined;
    const isShown = rows.indexOf(patientId) >= 0;
    if (before && (!isShown || (before.look === look && before.said !== said))) return;
    this.#anchor = isShown ? { patientId, rows, look, said } : undefined;
  }

  async #reveal(patientId: string): Promise<void> {
    this.#seenId = patientId;
    await this.list.whenDrawn();
    if (this.host.patientId !== patientId) return;
    const { element } = this.grid;
    await element?.updateComplete;
    const index = this.list.shown?.rows.indexOf(patientId) ?? -1;
    if (index >= 0) element?.follow(index);
  }
}

/** The first patient that is shown: before it stand heads of groups alone. */
function firstIn(rows: ListRows): string | undefined {
  for (let at = 0; at < rows.count; at++) if (!rows.headAt(at)) return rows.idAt(at);
  return undefined;
}
