import type { ReactiveController } from 'lit';
import {
  callReasonsOf,
  isStill,
  noteEffects,
  type ActionRun,
  type ActionStatus,
  type CallReasons,
  type ClinicAdapter,
  type HostAction,
  type Origin,
  type RoundEffect,
} from '../../../model/index.ts';
import { ask } from '../../shared/ask.ts';
import { doubtsOfClinics, inDoubt, noteDoubtsOf } from '../../shared/doubts.ts';
import { drawKey } from '../../shared/draw-key.ts';
import { unseenRuns, type Doing, type UnseenRuns } from '../../shared/unseen-runs.ts';
import { reachOf, repeatQuestion } from '../reach.ts';
import { runNotices, type RunNotice } from '../run-notices.ts';
import type { ActionForm } from '../../shared/action-form/form.ts';
import { formSourceOf } from '../form-source.ts';
import type { UiHost } from '../ui.ts';
import type { JournalController } from './journal.ts';
import type { ListController } from './list.ts';
import type { RunResults } from '../run-results.ts';
import type { OpenedPart } from '../opened-part.ts';
import type * as Opened from '../opened.ts';
import type { RoundController } from './round.ts';
import type { SelectionController } from './selection.ts';

type DialogPart = Pick<
  typeof Opened,
  'actionForm' | 'actionRun' | 'panelUi' | 'retryRun' | 'runDialog' | 'runResults'
>;

/** What the dialog is about: an action that was asked for, be it that nobody has said yes yet. */
interface Asked extends Omit<Doing, 'run'> {
  run: ActionRun | undefined;
  /** Of how many it is not known whether an earlier run did it. */
  readonly doubtful?: number;
  create?: ((part: DialogPart) => ActionRun) | undefined;
  /** What is written before it is done; `undefined` where the action asks for nothing, and before the part is there. */
  form?: ActionForm | undefined;
  createForm?: ((part: DialogPart) => ActionForm | undefined) | undefined;
}

/**
 * A host's action over the chosen patients, in a dialog: one patient at once, several after a word. Whatever closes the
 * dialog, what came of the action stays within reach until the user has closed it by its button.
 */
export class ActionController implements ReactiveController {
  #open: Asked | undefined;
  #isOpening = false;
  /** The clinic's, once it has said who it is. */
  #adapter: ClinicAdapter | undefined;
  readonly #kept = unseenRuns();
  /** Those of the clinic that is shown. */
  #unseen: UnseenRuns | undefined;
  #mute: (() => void) | undefined;
  readonly #doubts = doubtsOfClinics();
  readonly #results = new WeakMap<object, RunResults>();

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly selection: SelectionController,
    private readonly journal: JournalController,
    private readonly round: RoundController,
    private readonly part: OpenedPart,
  ) {
    list.onOtherClinic(() => {
      this.#close();
      this.#open = undefined;
      this.#hear(undefined);
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    // A dialog that is taken out of the page comes back as none.
    this.#close();
    this.#hear(undefined);
  }

  hostUpdate(): void {
    if (!this.host.adapter) this.#logOut();
    // What outlives the list would hold on to it.
    if (!this.host.isConnected) return;
    // Until a new adapter has said which clinic it is, nothing of the one before is told.
    const origin = this.list.acting?.origin;
    this.#adapter = origin?.adapter;
    if (origin) this.#hear(this.#kept.of(origin));
  }

  /** The action whose dialog is open. */
  get action(): HostAction | undefined {
    return this.#open?.action;
  }

  /** Whether an action goes on, or came to something that the user has not seen: the page asks before it closes. */
  get isUnseen(): boolean {
    if (this.#written) return true;
    return this.#allUnseen.some(({ isAny }) => isAny);
  }

  /** The same question to be asked when the list is gone, which it does not hold on to. */
  get unseenAfterwards(): () => boolean {
    return isAnyOf(this.#allUnseen);
  }

  /** What is to be told beside the list, of the clinic that is shown. */
  get notices(): readonly RunNotice[] {
    const unseen = this.#adapter && this.#unseen;
    if (!unseen) return [];
    return runNotices(unseen, {
      ui: this.host.ui,
      except: this.#open,
      resultsOf: (doing) => this.#results.get(doing),
      panelUi: this.part.module?.panelUi,
      show: (doing) => this.#show(doing),
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
    const reasons = callReasonsOf(acting.list, ids);
    const formSource = formSourceOf(acting, action, reach.patients, this.host, reasons);
    const doubts = this.#doubts.of(acting.origin);
    const asked: Asked = {
      ...{ action, reach, clinic, by, run: undefined },
      doubtful: inDoubt(doubts, action.id, ids).length,
      create: ({ actionRun }) => {
        const run = actionRun(action, patients, context, {
          ...this.#hooksOf(asked, acting.origin, reasons),
          ...(deadline === undefined ? {} : { deadline }),
        });
        noteDoubtsOf(run, doubts);
        return run;
      },
      createForm: ({ actionForm }) => actionForm(this.host, formSource),
    };
    this.#show(asked);
  }

  /** How a run knows whether it goes on, and whom it tells. It goes on after a logout, and holds on to no list. */
  #hooksOf(asked: Asked, origin: Origin, reasons: CallReasons | undefined) {
    const key = drawKey();
    return {
      key,
      mayGoOn: () => isStill(origin) && !asked.isOver,
      onFailure: this.host.problems.onFailure,
      onReport: this.host.problems.tell,
      onEffects: reasons ? this.#notingInAll(reasons, key) : this.#noting(key),
    };
  }

  /** Notes what a run says of the round that is shown now, whatever is shown then; after a logout nothing. */
  #noting(run: string): ((effects: readonly RoundEffect[]) => void) | undefined {
    const round = this.round.current;
    if (!round || round.state.phase === 'none') return undefined;
    const change = this.round.changes.surelyOf(round);
    return (effects) => {
      if (this.host.adapter) change((open) => noteEffects(open, effects, run));
    };
  }

  /** The same in the round of each of the lists that it was about. */
  #notingInAll(
    reasons: CallReasons,
    run: string,
  ): ((effects: readonly RoundEffect[]) => void) | undefined {
    const note = this.round.combined?.noting();
    return (
      note &&
      ((effects) => {
        if (this.host.adapter) note(effects, reasons.ticked, run);
      })
    );
  }

  /** What stands in the dialog. */
  content(): unknown {
    const { ui } = this.host;
    const asked = this.#open;
    return this.part.render((part) => {
      if (!asked) return undefined;
      const run = (asked.run ??= asked.create!(part));
      if (run.state.phase === 'ready') asked.form ??= asked.createForm?.(part);
      const { form } = asked;
      const formUi = part.panelUi(ui);
      const doing = asked as Doing;
      const results = this.#resultsOf(doing, part);
      const retry = (statuses: readonly ActionStatus[]) => {
        doing.isOver = false;
        void part.retryRun(run, statuses, this.#adapter);
      };
      return part.runDialog({
        ...{ run, results },
        reach: asked.reach,
        doubtful: asked.doubtful ?? 0,
        form,
        start: () => {
          const content = form?.finish();
          if (form && !content) return;
          this.#unseen?.add(doing);
          // What is done is shown, and not asked for any more.
          asked.create = asked.createForm = asked.form = undefined;
          void run.start(content);
        },
        retry: () => retry(['failed', 'cancelled']),
        retryUnknown: () =>
          void ask(this.host, repeatQuestion(doing, ui), ui).then(
            (isAgreed) => isAgreed && retry(['unknown']),
          ),
        close: () => void this.#leave(doing),
        ui: formUi,
      });
    }, ui);
  }

  /** Closes the dialog, of what is written after a word. */
  async #leave(asked: Asked): Promise<void> {
    const { module } = this.part;
    if (this.#written && module && !(await this.#written.mayClose(module.panelUi(this.host.ui))))
      return;
    this.#unseen?.delete(asked as Doing);
    this.#close();
  }

  /** What is written and not done. */
  get #written(): ActionForm | undefined {
    const { form, run } = this.#open ?? {};
    return form?.isWritten && run?.state.phase === 'ready' ? form : undefined;
  }

  /** Escape closes nothing that something is written in: it is the browser that a second one is hidden from. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#written) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#leave(this.#open!);
  };

  /** Escape must not leave an action running unseen, nor what is written. */
  readonly onCancel = (event: Event): void => {
    if (this.#written) {
      event.preventDefault();
      void this.#leave(this.#open!);
    }
    const run = this.#open?.run;
    if (run?.state.phase !== 'running') return;
    event.preventDefault();
    run.cancel();
  };

  /** The browser closes a dialog at a second Escape, whatever is said to it: that is no sign that anything was seen. */
  readonly onClosed = (): void => {
    // It tells late: another may be open by then, or about to be.
    if (this.#isOpening || this.#dialog?.open) return;
    const asked = this.#open;
    const { counts, outcomes } = asked?.run?.state ?? {};
    // Closed by other means than a word: it comes back with what is written.
    if (asked && this.#written && this.list.acting && this.host.isConnected) {
      this.#show(asked);
      return;
    }
    this.#open = undefined;
    if (asked?.run && counts?.ok === outcomes?.length) this.#unseen?.delete(asked as Doing);
    this.host.requestUpdate();
    // What it was opened by has it again, unless that is gone.
    if (!(this.host.renderRoot as ShadowRoot).activeElement) this.host.focus();
  };

  #show(asked: Asked): void {
    this.#open = asked;
    this.#isOpening = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.#isOpening = false;
      const dialog = this.#dialog;
      // Another adapter may have come in the same task.
      if (!this.list.acting) this.#open = undefined;
      else if (dialog && !dialog.open) dialog.showModal();
      void this.#focusForm(asked);
    });
  }

  /** The dialog opens before its form may be there: the focus goes on into it. */
  async #focusForm(asked: Asked): Promise<void> {
    if (!asked.action.fields || !(await this.part.load())) return;
    await this.host.updateComplete;
    if (this.#open === asked && asked.run?.state.phase === 'ready') asked.form?.focus();
  }

  #close(): void {
    this.#dialog?.close();
  }

  #resultsOf(doing: Doing, part: DialogPart): RunResults {
    const known = this.#results.get(doing);
    if (known) return known;
    const unseen = this.#unseen;
    // What came of it in one clinic is handed to nobody under another.
    const isShown = () => this.list.acting !== undefined && this.#unseen === unseen;
    const results = part.runResults(this.host, doing, isShown);
    this.#results.set(doing, results);
    return results;
  }

  /** Hears of what goes on in the clinic that is shown, and of nothing else. */
  #hear(unseen: UnseenRuns | undefined): void {
    if (unseen === this.#unseen && this.#mute) return;
    this.#mute?.();
    this.#unseen = unseen;
    this.#mute = unseen?.subscribe(() => this.host.requestUpdate());
  }

  get #allUnseen(): readonly UnseenRuns[] {
    return [...new Set([...this.#kept.all, ...(this.#unseen ? [this.#unseen] : [])])];
  }

  /** Nobody else is asked for in the name of a user who is gone; what was asked for goes on to its end. */
  #logOut(): void {
    for (const { all } of this.#allUnseen) for (const doing of all) doing.isOver = true;
    this.#kept.forget();
    this.#doubts.forget();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog.run');
  }
}

function isAnyOf(unseen: readonly UnseenRuns[]): () => boolean {
  return () => unseen.some(({ isAny }) => isAny);
}
