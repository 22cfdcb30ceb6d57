import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { holdEscape } from '../../../ui/popover.ts';
import { defaultDeadline } from '../../../model/index.ts';
import { ask, type Ask } from '../../shared/ask.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import { OfClinic, type ByAdapter } from '../../shared/of-clinic.ts';
import type * as Form from '../share-form.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { ChosenOutcomes, ProfilesController } from './profiles.ts';

type AttemptsByPatient = Map<string, Form.ShareAttempts>;

const attemptsByAdapter: ByAdapter<AttemptsByPatient> = new WeakMap();

/** The dialog in which the user shares the patient with somebody. */
export class SharingController {
  readonly #part: LazyPart<typeof Form>;
  /** Id of the patient whose form was opened: what is written in it stays until another patient is shown. */
  #openedFor: string | undefined;
  #told: Form.ShareTold = {};
  #given: Form.GivenPart | undefined;
  /** Who is not known to be shared or not is asked about, whoever was shown since. */
  readonly #attempts = new OfClinic<AttemptsByPatient>(attemptsByAdapter, () => new Map());

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly profiles: ProfilesController,
  ) {
    this.#part = new LazyPart(host, () => import('../share-form.ts'));
  }

  /** Opens the dialog; undefined where the patient cannot be shared. */
  get open(): (() => void) | undefined {
    return this.host.sharer && !this.patient.isReadOnly ? this.#open : undefined;
  }

  /** Forgets what was begun for the patient that was shown, but what may have been shared already. */
  leave(): void {
    this.#openedFor = this.#given = undefined;
    this.#told = {};
    if (!this.host.adapter) this.#attempts.forget();
  }

  /** The dialog, closed until it is opened. */
  dialog(): TemplateResult | typeof nothing {
    const { patient, description } = this.patient.state;
    const { chosen } = this.profiles;
    if (!this.open || !patient || !description || !chosen) return nothing;
    const { texts } = this.host.ui;
    const { id, name } = patient.patient;
    const dialog = html`<dialog
      class="share"
      tabindex="-1"
      aria-label=${texts.share.title(name || texts.patient.noName)}
      @keydown=${holdEscape}
      @close=${() => this.#tell({})}
    >
      ${this.#openedFor === id ? this.#form(chosen) : nothing}
    </dialog>`;
    return html`${keyed(id, dialog)}`;
  }

  #form(chosen: ChosenOutcomes): unknown {
    const { sharer, ui } = this.host;
    const { patient, description } = this.patient.state;
    if (!sharer || !patient || !description) return nothing;
    const { id } = patient.patient;
    const { clinicNumber } = this.patient.loading;
    // The form has a button that closes the dialog; what stands there instead of it has none.
    const close = html`<button type="button" class="button" @click=${() => this.#dialog?.close()}>
      ${ui.texts.actions.close}
    </button>`;
    const isStill = () => {
      const { loading, state } = this.patient;
      return loading.clinicNumber === clinicNumber && state.patientId === id;
    };
    const mayShare = () => this.patient.acting !== undefined;
    const deadline = this.host.deadline ?? defaultDeadline;
    const form = this.#part.render(
      ({ shareForm }) =>
        shareForm({
          ...{ sharer, mayShare, patient, description, deadline },
          profiles: chosen.map(({ profile }) => profile),
          today: this.patient.today,
          told: this.#told,
          // An answer that comes after another patient was opened is not about that one, be it by the same id.
          onTold: (told) => {
            if (isStill()) this.#tell(told);
          },
          given: this.#given?.patientId === id ? this.#given.render() : nothing,
          onShared: () => {
            if (isStill()) void this.#given?.load();
          },
          attempts: this.#attemptsOf(id),
          ask: this.#ask,
          ui,
        }),
      ui,
    );
    return this.#part.module ? form : html`${form}${close}`;
  }

  readonly #open = (): void => {
    if (!this.patient.acting) return;
    this.#openedFor = this.patient.state.patientId;
    if (!this.#dialog?.open) this.#dialog?.showModal();
    this.host.requestUpdate();
    void this.#focusForm();
  };

  /** The dialog opens before its form is there: the focus goes on into the form. */
  async #focusForm(): Promise<void> {
    await this.#part.load();
    this.#loadGiven();
    await this.host.updateComplete;
    const dialog = this.#dialog;
    if (dialog?.open && !dialog.querySelector(':focus'))
      dialog.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }

  /** What was given before is fetched each time that the dialog is opened: others may have opened or withdrawn it. */
  #loadGiven(): void {
    const { module } = this.#part;
    const { patientId } = this.patient.state;
    const { clinicNumber } = this.patient.loading;
    if (!module || patientId === undefined || this.#openedFor !== patientId) return;
    const given: Form.GivenPart = new module.GivenPart(patientId, () => ({
      sharer: this.host.sharer,
      deadline: this.host.deadline ?? defaultDeadline,
      mayShare: () =>
        this.#given === given &&
        this.patient.loading.clinicNumber === clinicNumber &&
        this.patient.acting !== undefined,
      ask: this.#ask,
      ui: this.host.ui,
      requestUpdate: () => this.host.requestUpdate(),
    }));
    this.#given = given;
    this.host.requestUpdate();
    void given.load();
  }

  readonly #ask: Ask = (question) => ask(this.host, question, this.host.ui);

  #attemptsOf(id: string): Form.ShareAttempts {
    const { origin } = this.patient.state;
    const known = origin && this.#attempts.of(origin);
    const attempts = known?.get(id) ?? { isUnknown: false };
    known?.set(id, attempts);
    return attempts;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog.share');
  }

  #tell(told: Form.ShareTold): void {
    const wasShared = this.#told.isShared;
    this.#told = told;
    this.host.requestUpdate();
    // What had the focus is gone: it goes on to what stands in its place.
    if (told.isShared !== wasShared) void this.host.updateComplete.then(() => this.#focusNext());
  }

  #focusNext(): void {
    const dialog = this.#dialog;
    if (dialog?.open && !dialog.querySelector(':focus'))
      dialog.querySelector<HTMLElement>('.close-share, input')?.focus();
  }
}
