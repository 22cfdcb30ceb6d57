import type { ActionRun, HostAction } from '../../../model/index.ts';
import { reachOf, type Reach } from '../reach.ts';
import type { UiHost } from '../ui.ts';
import type { JournalController } from './journal.ts';
import type { ListController } from './list.ts';
import type { OpenedPart } from '../opened-part.ts';
import type * as Opened from '../opened.ts';
import type { SelectionController } from './selection.ts';

type DialogPart = Pick<typeof Opened, 'actionRun' | 'panelUi' | 'runDialog'>;

/** A host's action over the chosen patients, in a dialog: one patient at once, several after a word. */
export class ActionController {
  #action: HostAction | undefined;
  /** Whom it was asked for: what the list becomes meanwhile changes nothing. */
  #reach: Reach | undefined;
  #create: ((part: DialogPart) => ActionRun) | undefined;
  #run: ActionRun | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly selection: SelectionController,
    private readonly journal: JournalController,
    private readonly part: OpenedPart,
  ) {
    list.onOtherClinic(this.close);
  }

  /** The action whose dialog is open. */
  get action(): HostAction | undefined {
    return this.#action;
  }

  /** Opens the dialog of an action. Those who left the list, and the dead, are left out, and told. */
  start(action: HostAction): void {
    if (!this.list.acting) return;
    const reach = reachOf(this.list, this.selection.current.ids, { living: true });
    const patients = reach.patients.map(({ id, cpr }) =>
      cpr === undefined ? { id } : { id, cpr },
    );
    const { context } = this.journal;
    const { deadline } = this.host;
    this.#action = action;
    this.#reach = reach;
    this.#run = undefined;
    this.#create = ({ actionRun }) =>
      actionRun(action, patients, context, {
        ...(deadline === undefined ? {} : { deadline }),
        onFailure: this.host.problems.onFailure,
        onReport: this.host.problems.tell,
      });
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#dialog?.showModal());
  }

  /** What stands in the dialog. */
  content(): unknown {
    const { ui } = this.host;
    return this.part.render((part) => {
      const run = this.#begin(part);
      const reach = this.#reach;
      return (
        run && reach && part.runDialog({ run, reach, close: this.close, ui: part.panelUi(ui) })
      );
    }, ui);
  }

  readonly close = (): void => this.#dialog?.close();

  /** Escape must not leave an action running unseen. */
  readonly onCancel = (event: Event): void => {
    if (this.#run?.state.phase !== 'running') return;
    event.preventDefault();
    this.#run.cancel();
  };

  readonly onClosed = (): void => {
    this.#action = this.#create = this.#run = this.#reach = undefined;
    this.host.requestUpdate();
    this.host.focus();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog.run');
  }

  #begin(part: DialogPart): ActionRun | undefined {
    if (!this.#run && this.#create) {
      this.#run = this.#create(part);
      this.#run.subscribe(() => this.host.requestUpdate());
    }
    return this.#run;
  }
}
