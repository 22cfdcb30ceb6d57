import type { ReactiveController } from 'lit';
import {
  isStill,
  textIn,
  type ActionRun,
  type ClinicAdapter,
  type HostAction,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { ask } from '../../shared/ask.ts';
import { doubtsOf, inDoubt, noteDoubts, type Doubts } from '../../shared/doubts.ts';
import { drawKey } from '../../shared/draw-key.ts';
import { reachLines, reachOf, type Reach } from '../reach.ts';
import type { UiHost } from '../ui.ts';
import type { JournalController } from './journal.ts';
import type { ListController } from './list.ts';
import type { RunResults, RunSubject } from '../run-results.ts';
import type { OpenedPart } from '../opened-part.ts';
import type * as Opened from '../opened.ts';
import type { SelectionController } from './selection.ts';

type DialogPart = Pick<
  typeof Opened,
  'actionRun' | 'panelUi' | 'retryRun' | 'runDialog' | 'runResults'
>;

/** An action that was asked for, and whom for: what the list becomes meanwhile changes nothing. */
interface Doing {
  readonly action: HostAction;
  readonly reach: Reach;
  /** Of how many it is not known whether an earlier run did it. */
  readonly doubtful: number;
  readonly create: (part: DialogPart) => ActionRun;
  /** Whose patients they are, and who asked for it. */
  readonly subject: RunSubject;
  run: ActionRun | undefined;
  results: RunResults | undefined;
}

/** What came of actions, and the user has not seen yet, or not closed. */
type Unseen = Set<Doing>;

/** By clinic: what a list that is gone has begun is told by the next one. */
const unseenByAdapter = new WeakMap<ClinicAdapter, Unseen>();

/** A run that goes on, or whose result is there to be seen. */
export interface RunNotice {
  readonly text: string;
  readonly show: () => void;
  /** Of a result: puts it on the clipboard. */
  readonly copy?: () => Promise<void>;
  /** What became of that, or of a file. */
  readonly outcome?: unknown;
  /** Lets go of a result that nobody wants to see; absent while the run goes on. */
  readonly dismiss?: () => void;
}

/**
 * A host's action over the chosen patients, in a dialog: one patient at once, several after a word. Whatever closes the
 * dialog, what came of the action stays within reach until the user has closed it by its button.
 */
export class ActionController implements ReactiveController {
  #open: Doing | undefined;
  #isOpening = false;
  /** The clinic's, once it has said who it is. */
  #adapter: ClinicAdapter | undefined;
  /** Those of the clinic that is shown; a new adapter of the same clinic goes on with them. */
  #unseen: Unseen | undefined;
  #doubts: Doubts | undefined;
  readonly #heard = new Map<Doing, () => void>();

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly selection: SelectionController,
    private readonly journal: JournalController,
    private readonly part: OpenedPart,
  ) {
    list.onOtherClinic(() => {
      this.#close();
      this.#unseen = this.#doubts = undefined;
      this.#mute();
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    // A dialog that is taken out of the page comes back as none.
    this.#close();
    this.#mute();
  }

  hostUpdate(): void {
    // Until a new adapter has said which clinic it is, nothing of the one before is told.
    const adapter = this.list.acting?.origin.adapter;
    this.#adapter = adapter;
    if (!adapter) return;
    this.#doubts = doubtsOf(adapter, this.#doubts);
    this.#unseen = unseenByAdapter.get(adapter) ?? this.#unseen ?? new Set();
    unseenByAdapter.set(adapter, this.#unseen);
    for (const doing of this.#unseen) this.#hear(doing);
  }

  /** The action whose dialog is open. */
  get action(): HostAction | undefined {
    return this.#open?.action;
  }

  /** Whether an action goes on, or came to something that the user has not seen: the page asks before it closes. */
  get isUnseen(): boolean {
    return [...(this.#unseen ?? [])].some(
      ({ run }) => run && run.state.counts.ok < run.state.outcomes.length,
    );
  }

  /** What is to be told beside the list, of the clinic that is shown. */
  get notices(): readonly RunNotice[] {
    if (!this.#adapter) return [];
    const { language, texts } = this.host.ui;
    return [...(this.#unseen ?? [])].flatMap((doing): readonly RunNotice[] => {
      if (doing === this.#open || !doing.run) return [];
      const { phase, counts, outcomes } = doing.run.state;
      const label = textIn(doing.action.label, language);
      const count = (value: number) => formatCount(value, language);
      const show = () => this.#show(doing);
      if (phase !== 'done') return [{ text: texts.actions.underWay(label), show }];
      const text = texts.actions.isReady(label, count(counts.ok), count(outcomes.length));
      const { results } = doing;
      const { panelUi } = this.part.module ?? {};
      const outcome = panelUi && results?.outcome(panelUi(this.host.ui));
      const dismiss = () => this.#forget(doing);
      return [{ text, show, dismiss, ...(results ? { copy: results.copy, outcome } : {}) }];
    });
  }

  /** Opens the dialog of an action. Those who left the list, and the dead, are left out, and told. */
  start(action: HostAction): void {
    const { acting } = this.list;
    if (!acting) return;
    const { name: clinic, user: by } = acting.loaded.description;
    const reach = reachOf(this.list, this.selection.current.ids, { living: true });
    const patients = reach.patients.map(({ id, cpr }) =>
      cpr === undefined ? { id } : { id, cpr },
    );
    const ids = patients.map(({ id }) => id);
    const { context } = this.journal;
    const { deadline } = this.host;
    const doubts = this.#doubts;
    this.#show({
      action,
      reach,
      doubtful: inDoubt(doubts, action.id, ids).length,
      subject: { patients: reach.patients, clinic, by },
      run: undefined,
      results: undefined,
      create: ({ actionRun }) => {
        const run = actionRun(action, patients, context, {
          key: drawKey(),
          mayGoOn: () => isStill(acting.origin),
          ...(deadline === undefined ? {} : { deadline }),
          onFailure: this.host.problems.onFailure,
          onReport: this.host.problems.tell,
        });
        if (doubts) run.subscribe(() => noteDoubts(doubts, run));
        return run;
      },
    });
  }

  /** What stands in the dialog. */
  content(): unknown {
    const { ui } = this.host;
    const doing = this.#open;
    return this.part.render((part) => {
      if (!doing) return undefined;
      const { reach, doubtful } = doing;
      const run = (doing.run ??= doing.create(part));
      const results = (doing.results ??= part.runResults(this.host, run, doing.subject));
      this.#hear(doing);
      return part.runDialog({
        ...{ run, results },
        reach,
        doubtful,
        start: () => {
          this.#unseen?.add(doing);
          void run.start();
        },
        retry: () => void part.retryRun(run, ['failed', 'cancelled'], this.#adapter),
        retryUnknown: () => void this.#retryUnknown(doing, run, part),
        close: () => {
          this.#unseen?.delete(doing);
          this.#close();
        },
        ui: part.panelUi(ui),
      });
    }, ui);
  }

  /** Escape must not leave an action running unseen. */
  readonly onCancel = (event: Event): void => {
    const run = this.#open?.run;
    if (run?.state.phase !== 'running') return;
    event.preventDefault();
    run.cancel();
  };

  /** The browser closes a dialog at a second Escape, whatever is said to it: that is no sign that anything was seen. */
  readonly onClosed = (): void => {
    // It tells late: another may be open by then, or about to be.
    if (this.#isOpening || this.#dialog?.open) return;
    const doing = this.#open;
    const { counts, outcomes } = doing?.run?.state ?? {};
    this.#open = undefined;
    if (doing && counts?.ok === outcomes?.length) this.#unseen?.delete(doing);
    if (doing && !this.#unseen?.has(doing)) this.#heard.get(doing)?.();
    this.host.requestUpdate();
    // What it was opened by has it again, unless that is gone.
    if (!(this.host.renderRoot as ShadowRoot).activeElement) this.host.focus();
  };

  #show(doing: Doing): void {
    this.#open = doing;
    this.#isOpening = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.#isOpening = false;
      const dialog = this.#dialog;
      if (dialog && !dialog.open) dialog.showModal();
    });
  }

  #close(): void {
    this.#dialog?.close();
  }

  #forget(doing: Doing): void {
    this.#unseen?.delete(doing);
    this.#heard.get(doing)?.();
    this.host.requestUpdate();
  }

  /** The host may have done it already: whoever asks again is told so first. */
  async #retryUnknown({ reach }: Doing, run: ActionRun, part: DialogPart): Promise<void> {
    const { ui } = this.host;
    const { language, texts } = ui;
    const ids = new Set(
      run.state.outcomes.flatMap(({ patientId, status }) =>
        status === 'unknown' ? [patientId] : [],
      ),
    );
    const patients = reach.patients.filter(({ id }) => ids.has(id));
    const text = texts.actions;
    const question = {
      title: text.retryUnknownTitle(
        textIn(run.action.label, language),
        formatCount(ids.size, language),
      ),
      lines: [...reachLines({ patients, hidden: 0, gone: 0, dead: 0 }, ui), text.mayBeDone],
      yes: text.retryAnyway,
    };
    if (await ask(this.host, question, ui)) await part.retryRun(run, ['unknown'], this.#adapter);
  }

  #hear(doing: Doing): void {
    if (this.#heard.has(doing) || !doing.run) return;
    const stop = doing.run.subscribe(() => this.host.requestUpdate());
    this.#heard.set(doing, () => {
      stop();
      this.#heard.delete(doing);
    });
  }

  #mute(): void {
    for (const stop of [...this.#heard.values()]) stop();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog.run');
  }
}
