import {
  PatientModel,
  type CheckedPatient,
  type ClinicAdapter,
  type OpenedShare,
  type Origin,
  type PatientOutcome,
  type PatientState,
  type Problem,
  type Steps,
} from '../../../model/index.ts';
import { ModelController } from '../../shared/model-controller.ts';
import { EnvelopeController, type EnvelopeState } from './envelope.ts';
import type { CockpitHost } from './host.ts';

/** A patient, and where it came from. */
export interface ActingPatient {
  readonly patient: CheckedPatient;
  readonly origin: Origin;
}

/** The patient that is shown: one of the clinic's own, or one that somebody else shared. */
export class PatientController {
  readonly #envelope: EnvelopeController;
  readonly #model: ModelController<PatientModel>;

  constructor(private readonly host: CockpitHost) {
    // The order counts: what is opened is what is fetched.
    this.#envelope = new EnvelopeController(host);
    this.#model = new ModelController<PatientModel>(
      host,
      (options) => new PatientModel(options),
      () => {
        const { envelope, seenOn } = host;
        const { share } = this;
        const isOwn = envelope === undefined;
        return {
          adapter: this.#adapter,
          profiles: isOwn ? host.profiles : (share?.profiles ?? noProfiles),
          patientId: isOwn ? host.patientId : share?.patientId,
          patientOf: isOwn ? host.patientOf : undefined,
          asOf: this.today,
          seenOn,
          whole: true,
        };
      },
    );
  }

  /** What is shown; what is held back stays as it is, behind the veil. */
  get state(): PatientState {
    return this.#model.state.held ?? this.#model.state;
  }

  /**
   * What may be acted on: what is shown, as long as it came from the adapter that the element has. What is drawn may
   * be of the clinic before, for a moment or behind the veil.
   */
  get acting(): ActingPatient | undefined {
    const { patient, origin } = this.#model.state;
    return patient && origin?.adapter === this.#adapter ? { patient, origin: origin! } : undefined;
  }

  /** Whether a new adapter has not said yet whether it is of the same clinic: nothing may be seen of the patient. */
  get isVeiled(): boolean {
    return this.#model.state.held !== undefined;
  }

  /** How the loading goes, whatever is shown. */
  get loading(): PatientState {
    return this.#model.state;
  }

  /** How far the envelope has come; undefined where none was given. */
  get envelope(): EnvelopeState | undefined {
    return this.#envelope.state;
  }

  /** What was shared; undefined where the clinic's own patient is shown. */
  get share(): OpenedShare | undefined {
    return this.#envelope.share;
  }

  /** The day that counts as today, `YYYY-MM-DD`: a share is of the day it was made. */
  get today(): string {
    return this.share?.facts.asOf ?? this.host.date;
  }

  /** The day that the patient is seen on, `YYYY-MM-DD`. */
  get seenOn(): string {
    return this.state.outcomes[0]?.asOf ?? this.today;
  }

  /** Whether the patient is seen on an earlier day than today. */
  get isEarlier(): boolean {
    const { present, outcomes } = this.state;
    return outcomes !== present;
  }

  /** What was shared, and what was, can be looked at only. */
  get isReadOnly(): boolean {
    return this.host.envelope !== undefined || this.isEarlier;
  }

  /** What is missing from what is shown. */
  get problems(): readonly Problem[] {
    // What was not shared is said above all else; it is no fault that trying again would mend.
    return this.state.problems.filter(({ kind }) => !(this.share && kind === 'missing-source'));
  }

  /** Where patients come from now. */
  get #adapter(): ClinicAdapter | undefined {
    const { envelope, adapter, ui } = this.host;
    return envelope === undefined ? adapter : this.share?.adapter(ui.language);
  }

  /** The patient on an earlier day, `YYYY-MM-DD`, through the same profiles. */
  onInSteps(date: string): Steps<readonly PatientOutcome[]> {
    return this.#model.model.onInSteps(date);
  }

  /** Fetches a patient again, for all elements that show them. */
  changed(id: string): Promise<void> {
    return this.#model.patientChanged(id);
  }

  /** Fetches the patient again. */
  retry(): Promise<void> {
    return this.#model.retry();
  }
}

/** The same list each time, so that it can be compared. */
const noProfiles: readonly unknown[] = [];
