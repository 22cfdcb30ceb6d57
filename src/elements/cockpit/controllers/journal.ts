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
    const { patient: person } = acting.patient;
    this.#setFailed(false);
    const profile = this.profiles.chosen?.[0].profile;
    void openJournal(this.host, acting.origin.adapter, person, {
      from: 'cockpit',
      ...(profile ? { profile: { id: profile.id, version: profile.version } } : {}),
    }).then((isOpened) => {
      if (this.patient.state.patientId === person.id) this.#setFailed(!isOpened);
    });
  });

  #setFailed(hasFailed: boolean): void {
    this.#hasFailed = hasFailed;
    this.host.requestUpdate();
  }
}
