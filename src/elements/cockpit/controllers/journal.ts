import { onceATask } from '../../shared/once.ts';
import { openJournal } from '../../shared/open-journal.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { ProfilesController } from './profiles.ts';

/** The way to the patient in the host's journal. */
export class JournalController {
  #hasFailed = false;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly profiles: ProfilesController,
  ) {}

  /** Whether the journal could not be opened the last time. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Opens the patient; undefined where the user may not. */
  get open(): (() => void) | undefined {
    const { may } = this.patient.state.description ?? {};
    return this.host.envelope === undefined && may?.openJournal !== false ? this.#open : undefined;
  }

  /** Forgets how it went for the patient that was shown. */
  leave(): void {
    this.#hasFailed = false;
  }

  readonly #open = onceATask((): void => {
    const { acting } = this.patient;
    if (!acting) return;
    this.#setFailed(false);
    const { id } = acting.patient.patient;
    const { clinicNumber } = this.patient.loading;
    const profile = this.profiles.chosen?.[0].profile;
    const opened = openJournal(this.host, acting.origin.adapter, acting.patient.patient, {
      from: 'cockpit',
      ...(profile ? { profile: { id: profile.id, version: profile.version } } : {}),
    });
    void this.#tell(opened, id, clinicNumber);
  });

  /** Told of the patient that it was asked for, and not of one with the same id in another clinic. */
  async #tell(opened: Promise<boolean>, id: string, clinicNumber: number): Promise<void> {
    const isOpened = await opened;
    const { loading, state } = this.patient;
    if (state.patientId === id && loading.clinicNumber === clinicNumber) this.#setFailed(!isOpened);
  }

  #setFailed(hasFailed: boolean): void {
    this.#hasFailed = hasFailed;
    this.host.requestUpdate();
  }
}
