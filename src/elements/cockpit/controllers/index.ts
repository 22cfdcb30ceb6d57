import { withdrawQuestion } from '../../shared/ask.ts';
import { ProfileFacts } from '../../shared/profile-facts.ts';
import { Toolbars } from '../../shared/toolbars.ts';
import { Unsaved } from '../../shared/unsaved.ts';
import type { CockpitHost } from './host.ts';
import { ActionForms } from './action-forms.ts';
import { JournalController } from './journal.ts';
import { KeysController } from './keys.ts';
import { LostFocus } from './lost-focus.ts';
import { MarkerActions } from './marker-actions.ts';
import { PatientController } from './patient.ts';
import { PrintController } from './print.ts';
import { ProfilesController } from './profiles.ts';
import { RoundsController } from './rounds.ts';
import { ScrollPlace } from './scroll-place.ts';
import { SharingController } from './sharing.ts';
import { TimeMachine } from './time-machine.ts';
import { UndoController } from './undo.ts';
import { ViewController } from './view.ts';
import { WorklistController } from './worklist.ts';

/**
 * What the cockpit is made of, each with one concern. Before a drawing they are updated in this order: what comes
 * later builds on what comes before.
 */
export class Controllers {
  readonly patient: PatientController;
  readonly unsaved: Unsaved;
  readonly rounds: RoundsController;
  readonly profiles: ProfilesController;
  readonly actionForms: ActionForms;
  readonly markerActions: MarkerActions;
  readonly view: ViewController;
  readonly time: TimeMachine;
  readonly journal: JournalController;
  readonly sharing: SharingController;
  readonly print: PrintController;
  readonly worklist: WorklistController;
  readonly keys: KeysController;
  readonly undo: UndoController;
  readonly facts: ProfileFacts;

  #clinicNumber = 0;

  constructor(readonly host: CockpitHost) {
    const unsaved = (this.unsaved = new Unsaved(host));
    const patient = (this.patient = new PatientController(host));
    host.addController({ hostUpdate: () => this.#meetClinic() });
    const rounds = (this.rounds = new RoundsController(host, patient, () => this.profiles.chosen));
    const profiles = (this.profiles = new ProfilesController(host, patient, rounds));
    this.facts = new ProfileFacts(host, () =>
      // Of what was shared from elsewhere the clinic's own archive knows nothing.
      host.envelope === undefined ? patient.state.outcomes.map(({ profile }) => profile) : [],
    );
    unsaved.watch(() => rounds.isUnsaved);
    const actionForms = (this.actionForms = new ActionForms(host, unsaved));
    const sources = { patient, rounds, unsaved, actionForms };
    this.markerActions = new MarkerActions(host, sources);
    this.view = new ViewController(host, {
      patient,
      rounds,
      profiles,
      markerActions: this.markerActions,
    });
    this.undo = new UndoController(host, patient, rounds);
    this.time = new TimeMachine(host, patient, rounds, profiles);
    this.journal = new JournalController(host, patient, profiles);
    this.sharing = new SharingController(host, patient, profiles);
    this.print = new PrintController(host, {
      patient,
      view: this.view,
      journal: this.journal,
      profiles,
    });
    const { view } = this;
    this.worklist = new WorklistController(host, { patient, rounds, profiles, unsaved, view });
    this.keys = new KeysController(host, this.worklist);
    new ScrollPlace(host, this.view, () => patient.loading.phase === 'loading');
    new Toolbars(host);
    new LostFocus(host);
  }

  /** Leaves what was begun for the patient that was shown. */
  leavePatient({ isOtherClinic = false } = {}): void {
    // What is half written of another clinic's patient is not stored: it is there when that clinic is.
    if (!isOtherClinic) this.rounds.keepNote();
    this.time.leave();
    this.sharing.leave();
    this.journal.leave();
    this.print.leave();
    this.undo.forget();
    this.markerActions.leave();
    this.actionForms.leave();
  }

  /** Leaves everything of the clinic that was shown, when another takes its place, or none. */
  #meetClinic(): void {
    const { host, patient, rounds } = this;
    if (patient.isVeiled) withdrawQuestion(host);
    const { clinicNumber } = patient.loading;
    if (clinicNumber === this.#clinicNumber) return;
    this.#clinicNumber = clinicNumber;
    withdrawQuestion(host);
    this.leavePatient({ isOtherClinic: true });
    rounds.leaveClinic();
    this.worklist.leaveClinic();
    this.actionForms.forget();
  }
}
