import { LazyPart } from '../../shared/lazy-part.ts';
import type * as Print from '../print.ts';
import type { CockpitHost } from './host.ts';
import type { JournalController } from './journal.ts';
import type { PatientController } from './patient.ts';
import type { ProfilesController } from './profiles.ts';
import type { ViewController } from './view.ts';

export interface PrintSources {
  readonly patient: PatientController;
  readonly view: ViewController;
  readonly journal: JournalController;
  readonly profiles: ProfilesController;
}

/** The cockpit on paper. */
export class PrintController {
  readonly #part: LazyPart<typeof Print>;
  #hasFailed = false;

  constructor(
    private readonly host: CockpitHost,
    private readonly sources: PrintSources,
  ) {
    this.#part = new LazyPart(host, () => import('../print.ts'));
  }

  /** Whether what prints could not be loaded the last time. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  get isAllowed(): boolean {
    return this.sources.patient.state.description?.may?.print !== false;
  }

  /** Prints the patient on one A4 page. Does nothing where nobody is shown, or nothing may be printed. */
  readonly print = async (): Promise<void> => {
    const { patient } = this.sources;
    const { patientId } = patient.state;
    if (!this.#canPrint) return;
    this.#hasFailed = false;
    const part = await this.#part.load();
    // The patient may be another one by now: nobody asked to print that one.
    if (patient.state.patientId !== patientId) return;
    if (part) this.#print(part);
    else this.#hasFailed = true;
    this.host.requestUpdate();
  };

  /** Forgets how it went for the patient that was shown. */
  leave(): void {
    this.#hasFailed = false;
  }

  get #canPrint(): boolean {
    return this.isAllowed && this.sources.view.props !== undefined;
  }

  #print({ printCockpit }: typeof Print): void {
    const { patient, view, journal, profiles } = this.sources;
    const { props } = view;
    const person = patient.state.patient?.patient;
    if (!this.isAllowed || !props || !person) return;
    printCockpit(this.host, {
      props,
      counts: profiles.counts,
      person: { person, on: patient.seenOn, openJournal: journal.open, ui: this.host.ui },
      sources: { sources: patient.sources, today: patient.today, ui: this.host.ui },
      share: patient.share,
    });
  }
}
