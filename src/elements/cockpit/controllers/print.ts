import type { ReactiveController } from 'lit';
import { adoptPage, isMostOf, PagePrint } from '../../shared/printed-page.ts';
import { onceATask } from '../../shared/once.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import type * as Print from '../print.ts';
import type { PrintedCockpit } from '../print.ts';
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

/** `part`: what prints could not be loaded; `blocked`: the browser let the call pass. */
export type PrintFailure = 'part' | 'blocked';

/** The cockpit on paper: by its own button, and where it is what the page shows and that is printed. */
export class PrintController implements ReactiveController {
  readonly #part: LazyPart<typeof Print>;
  #failure: PrintFailure | undefined;
  readonly #page: PagePrint;

  constructor(
    private readonly host: CockpitHost,
    private readonly sources: PrintSources,
  ) {
    this.#part = new LazyPart(host, () => import('../print.ts'));
    this.#page = new PagePrint(host, {
      begin: () => this.#beginPage(),
      end: () => this.#leavePage(),
    });
    host.addController(this);
  }

  /** Loads what prints, so that it is there when the page is printed, which does not wait. */
  hostUpdated(): void {
    if (this.#canPrint && this.host.size !== 'strip') void this.#part.load();
  }

  /** Why nothing was printed the last time; undefined where it was. */
  get failure(): PrintFailure | undefined {
    return this.#failure;
  }

  get isAllowed(): boolean {
    return this.sources.patient.state.description?.may?.print !== false;
  }

  /** Prints the patient on A4 pages. Does nothing where nobody is shown, or nothing may be printed. */
  readonly print = onceATask(() => this.#start());

  async #start(): Promise<void> {
    const { patient } = this.sources;
    const { patientId } = patient.state;
    if (!this.#canPrint) return;
    this.#failure = undefined;
    const part = await this.#part.load();
    // The patient may be another one by now: nobody asked to print that one.
    if (patient.state.patientId !== patientId || !this.#canPrint) return;
    const isTakenUp = part && (await this.#print(part));
    if (patient.state.patientId !== patientId) return;
    this.#failure = !part ? 'part' : isTakenUp ? undefined : 'blocked';
    this.host.requestUpdate();
  }

  /** Forgets how it went for the patient that was shown. */
  leave(): void {
    this.#page.end();
    this.#failure = undefined;
  }

  #shows(patientId: string | undefined): boolean {
    const { patient, view } = this.sources;
    const { state, isVeiled } = patient;
    return !isVeiled && state.patientId === patientId && view.props !== undefined;
  }

  get #canPrint(): boolean {
    const { patient, view } = this.sources;
    return this.isAllowed && patient.acting !== undefined && view.props !== undefined;
  }

  async #print({ printCockpit }: typeof Print): Promise<boolean> {
    const printed = this.#printed();
    return printed ? printCockpit(this.host, printed) : false;
  }

  #printed(): PrintedCockpit | undefined {
    const { patient, view, journal, profiles } = this.sources;
    const { props } = view;
    const person = patient.state.patient?.patient;
    if (!this.isAllowed || !props || !person) return undefined;
    const { patientId } = patient.state;
    return {
      props,
      counts: profiles.counts,
      person: { person, on: patient.seenOn, openJournal: journal.open, ui: this.host.ui },
      sources: { sources: view.sources, today: patient.today, ui: this.host.ui },
      share: patient.share,
      description: patient.state.description,
      isShown: () => this.#shows(patientId),
    };
  }

  /** Takes what was printed of the page away again. */
  #leavePage = (): void => undefined;

  #beginPage(): boolean {
    const part = this.#part.module;
    const { patientId } = this.sources.patient.state;
    if (!part || !this.#canPrint || !this.#shows(patientId) || !isMostOf(this.host)) return false;
    const printed = this.#printed();
    const root = this.host.shadowRoot;
    if (!printed || !root) return false;
    const ends = [
      part.drawForPage(root, printed),
      adoptPage(this.host.ownerDocument, part.cockpitPage(this.host.ui)),
    ];
    this.#leavePage = () => {
      for (const end of ends) end();
    };
    return true;
  }
}
