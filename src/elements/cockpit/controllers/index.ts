import type { CockpitHost } from './host.ts';
import { JournalController } from './journal.ts';
import { MarkerActions } from './marker-actions.ts';
import { PatientController } from './patient.ts';
import { PrintController } from './print.ts';
import { ProfilesController } from './profiles.ts';
import { RoundsController } from './rounds.ts';
import { SharingController } from './sharing.ts';
import { TimeMachine } from './time-machine.ts';
import { ViewController } from './view.ts';

/**
 * What the cockpit is made of, each with one concern. Before a drawing they are updated in this order: what comes
 * later builds on what comes before.
 */
export class Controllers {
  readonly patient: PatientController;
  readonly rounds: RoundsController;
  readonly profiles: ProfilesController;
  readonly markerActions: MarkerActions;
  readonly view: ViewController;
  readonly time: TimeMachine;
  readonly journal: JournalController;
  readonly sharing: SharingController;
  readonly print: PrintController;

  constructor(readonly host: CockpitHost) {
    const patient = (this.patient = new PatientController(host));
    const rounds = (this.rounds = new RoundsController(host, patient, () => this.profiles.chosen));
    const profiles = (this.profiles = new ProfilesController(host, patient, rounds));
    this.markerActions = new MarkerActions(host, patient, rounds);
    this.view = new ViewController(host, {
      patient,
      rounds,
      profiles,
      markerActions: this.markerActions,
    });
    this.time = new TimeMachine(host, patient, rounds, profiles);
    this.journal = new JournalController(host, patient, profiles);
    this.sharing = new SharingController(host, patient, profiles);
    this.print = new PrintController(host, {
      patient,
      view: this.view,
      journal: this.journal,
      profiles,
    });
  }

  /** Leaves what was begun for the patient that was shown. */
  leavePatient({ isOtherClinic }: { readonly isOtherClinic: boolean }): void {
    this.rounds.keepNote();
    this.time.leave();
    this.sharing.leave();
    this.journal.leave();
    this.print.leave();
    this.markerActions.leave(isOtherClinic);
  }
}
