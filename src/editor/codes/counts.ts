/** How often the clinic's records have codes, counted in slices once somebody looks. */
import { clinicCountsInSteps, patientsOfEntry, type ClinicCounts } from '../../authoring/index.ts';
import { timeSlice } from '../../elements/shared/time-slice.ts';
import { sameInputs, SlicedWork, type Steps } from '../../model/index.ts';
import type { RecordType } from '../../record/index.ts';
import type { EditorHost } from '../host.ts';

export class CodeCounts {
  readonly #work: SlicedWork;
  readonly #entryWork: SlicedWork;
  #key: readonly unknown[] = [];
  #counts: ClinicCounts | undefined;
  /** Patients by entry, of the clinic as it was then. */
  #byEntry = new Map<string, number | undefined>();
  #clinicKey: readonly unknown[] = [];
  readonly #waiting = new Map<string, () => number | undefined>();

  constructor(private readonly host: EditorHost) {
    const onDone = () => host.requestUpdate();
    this.#work = new SlicedWork(timeSlice, onDone);
    this.#entryWork = new SlicedWork(timeSlice, onDone);
  }

  /** Whether there is a clinic to count in. */
  get hasClinic(): boolean {
    return this.host.clinic.state.clinic !== undefined;
  }

  /** Counts of the codes of some types of records; undefined without a clinic, and until they are counted. */
  of(types: readonly RecordType[]): ClinicCounts | undefined {
    const { clinic, revision } = this.host.clinic.state;
    if (!clinic || types.length === 0) return undefined;
    const { date } = this.host;
    const { profile } = this.host.draft.state;
    const key = [clinic, revision, profile, date, types.join(' ')];
    if (sameInputs(key, this.#key)) return this.#counts;
    this.#work.begin(key, () => this.#count(key, types));
    return sameInputs(key, this.#key) ? this.#counts : undefined;
  }

  /** Patients who have a code that an entry matches, at least; undefined where that is not known, or not yet. */
  patientsOf(types: readonly RecordType[], system: string, entry: string): number | undefined {
    const { clinic, revision } = this.host.clinic.state;
    if (!clinic || types.length === 0) return undefined;
    if (!sameInputs([clinic, revision], this.#clinicKey)) {
      this.#clinicKey = [clinic, revision];
      this.#byEntry = new Map();
      this.#waiting.clear();
      this.#entryWork.stop();
    }
    const key = JSON.stringify([types, system, entry]);
    if (!this.#byEntry.has(key) && !this.#waiting.has(key)) {
      // All that is drawn at once is counted in one go.
      if (this.#waiting.size === 0) queueMicrotask(() => this.#begin());
      this.#waiting.set(key, () => patientsOfEntry(clinic, types, system, entry));
    }
    return this.#byEntry.get(key);
  }

  stop(): void {
    this.#work.stop();
    this.#entryWork.stop();
    this.#waiting.clear();
  }

  #begin(): void {
    if (this.#waiting.size === 0 || this.#entryWork.isUnderWay) return;
    if (this.#entryWork.begin([{}], () => this.#countEntries())) this.host.requestUpdate();
  }

  *#countEntries(): Steps<void> {
    for (const [key, count] of this.#waiting) {
      this.#byEntry.set(key, count());
      this.#waiting.delete(key);
      yield;
    }
  }

  *#count(key: readonly unknown[], types: readonly RecordType[]): Steps<void> {
    const { clinic } = this.host.clinic.state;
    if (!clinic) return;
    const { profile } = this.host.draft.state;
    const counts = yield* clinicCountsInSteps(clinic, types, profile, this.host.date);
    this.#counts = counts;
    this.#key = key;
  }
}
