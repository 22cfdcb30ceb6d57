import {
  formatDate,
  lastOutcomes,
  nameAssignee,
  nameOutcome,
  nextDeeds,
  sumOfStatuses,
  turnDeeds,
  type Assignee,
  type ContactOutcome,
  type InRound,
  type RoundModel,
  type RoundUndo,
  type ShownRound,
  type UndoOutcome,
} from '../../../model/index.ts';
import type { ReactiveController } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import { inSentences } from '../../../i18n/sentences.ts';
import { ask } from '../../shared/ask.ts';
import type { Exemption, HalfWritten } from '../../shared/half-written.ts';
import { UndoKeys } from '../../shared/undo-keys.ts';
import { deedWords, isWholeOutcome, outcomeWords } from '../../shared/undo-words.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import { reachLines, reachOf } from '../reach.ts';
import type { Reach } from '../../shared/unseen-runs.ts';
import type { UiHost } from '../ui.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';
import type { RoundController } from './round.ts';
import type { SelectionController } from './selection.ts';

/** What is set for many at once. */
const isOfMany: ReadonlySet<RoundUndo['kind']> = new Set([
  ...(['status', 'assignee', 'due', 'contact', 'run'] as const),
]);

export interface RoundDeedSources {
  readonly list: ListController;
  readonly selection: SelectionController;
  readonly round: RoundController;
  readonly unsaved: Unsaved;
  readonly announcements: Announcements;
}

/** What is done in the round to many at once: asked first, told, and to be taken back. */
export class RoundDeeds implements ReactiveController {
  /** What the user has seen and closed. */
  readonly #dismissed = new WeakSet<RoundUndo | UndoOutcome>();
  /** What stood over the rows and need not stay until it is closed. */
  readonly #seen = new WeakSet<RoundUndo | UndoOutcome>();
  #outcomes: readonly InRound<UndoOutcome>[] = [];

  constructor(
    private readonly host: UiHost,
    private readonly sources: RoundDeedSources,
  ) {
    host.addController(this);
    for (const deed of ['overblik-view-changed', 'overblik-patient-selected'])
      host.addEventListener(deed, this.pass);
    new UndoKeys(host, {
      undo: () => this.undo(),
      redo: () => this.redo(),
      isThere: () => this.sources.list.acting !== undefined && this.#rounds.length > 0,
    });
  }

  /** What others have said may come to light after something was taken back: then it is said. */
  hostUpdate(): void {
    const outcomes = lastOutcomes(this.#rounds);
    const known = new Set(this.#outcomes.map(({ said }) => said));
    const deeds = new Set(this.#outcomes.map(({ said: { deed } }) => deed));
    this.#outcomes = outcomes;
    if (outcomes.length === 0 || outcomes.every(({ said }) => known.has(said))) return;
    const isLate = outcomes.every(({ said: { deed } }) => deeds.has(deed));
    // Not while it is drawn: what is said is drawn too.
    if (isLate) queueMicrotask(() => this.#say(this.#wordsOf(outcomes)));
  }

  hostUpdated(): void {
    if (this.undoable !== undefined)
      for (const { said } of nextDeeds(this.#rounds, 'undoable')) this.#seen.add(said);
    // What could not be taken back stays until the user has closed it.
    if (this.undone?.isWhole) for (const { said } of this.#outcomes) this.#seen.add(said);
  }

  /** What was done names patients: it goes with the element, unless it is only moved. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.host.isConnected) this.sources.round.current?.forgetDeeds();
    });
  }

  /** Of the chosen, those whose status can be set: who is no longer on the list is left out. */
  get reach(): Reach {
    const { list, selection } = this.sources;
    return reachOf(list, selection.current.ids, { living: false });
  }

  /** Sets the status of the chosen; of several, or of more than are seen, it asks first. */
  async mark(status: 'reviewed' | 'to-follow-up'): Promise<void> {
    const { reach } = this;
    const model = this.#open;
    if (!model) return;
    const change = this.sources.round.changes.of(model);
    const { ui } = this.host;
    const text = ui.texts.round;
    const { patients, closed = 0, hidden, gone } = reach;
    const ids = patients.map(({ id }) => id);
    const exempt = ids.filter((id) => model.member(id).status === 'exempt').length;
    const count = this.#count(ids.length);
    const isPlain = ids.length === 1 && closed + hidden + gone + exempt === 0;
    const lines = reachLines(reach, ui);
    const question = {
      title: text.markTitle(text.mark[status], count),
      lines: exempt > 0 ? [...lines, text.endsExemptions(this.#count(exempt))] : lines,
      yes: ids.length > 0 ? text.mark[status] : undefined,
    };
    if (!isPlain && !(await ask(this.host, question, ui))) return;
    if (change((open) => open.setStatus(ids, status)))
      this.#say(text.marked(count, text.statuses[status]));
  }

  /** What is half written for the chosen: for them all, or for some of them before more were chosen. */
  get written(): HalfWritten | undefined {
    const { origin } = this.sources.list.shown ?? {};
    const written = origin && this.sources.unsaved.texts.get(origin, this.#key);
    const chosen = new Set(this.#ids);
    const { ids = [] } = written ?? {};
    return ids.length > 0 && ids.every((id) => chosen.has(id)) ? written : undefined;
  }

  /** Keeps what is written, for the chosen and their round. Undefined: nothing is wanted of it any more. */
  keepWritten(written: HalfWritten | undefined): void {
    const { origin } = this.sources.list.shown ?? {};
    const { texts } = this.sources.unsaved;
    if (origin) texts.keep(origin, this.#key, written && { ...written, ids: this.#ids });
  }

  /** Exempts the chosen: the form that says why has told of whom. */
  exempt({ reason, note, until }: Exemption): void {
    const ids = this.#ids;
    const model = this.#open;
    if (!model) return;
    // Without words, the note that there is stays.
    const words = note === '' ? {} : { note };
    model.setStatus(ids, 'exempt', { ...words, exemptReason: reason, exemptUntil: until });
    this.keepWritten(undefined);
    const { statuses, marked } = this.host.ui.texts.round;
    this.#say(marked(this.#count(ids.length), statuses.exempt));
  }

  /** Of how many of the chosen something is said already, that would be replaced. */
  countOthers(field: 'assignee' | 'due'): number {
    const model = this.#open;
    return this.#ids.filter((id) => model?.statusOf(id)[field] !== undefined).length;
  }

  /** Says who is to see to the chosen; undefined: nobody in particular. The panel has told of whom. */
  assign(assignee: Assignee | undefined): void {
    const { texts } = this.host.ui;
    const { assignee: title, nobody } = texts.round;
    this.#plan(
      (open, ids) => open.assign(ids, assignee),
      assignee ? `${title}: ${nameAssignee(assignee)}` : nobody,
    );
  }

  /** Says by which day something is to be done for the chosen; `''`: by none. The panel has told of whom. */
  setDue(due: string): void {
    const { language, texts } = this.host.ui;
    const { dueBy, noDue } = texts.round;
    this.#plan(
      (open, ids) => open.setDue(ids, due),
      due ? dueBy(formatDate(due, language)) : noDue,
    );
  }

  /** Logs an attempt to reach the chosen, and when it is to be tried again, if it is. The panel has told of whom. */
  logContact(outcome: ContactOutcome, nextTry: string): void {
    const { language, texts } = this.host.ui;
    this.#plan(
      (open, ids) => open.logContact(ids, outcome, nextTry),
      texts.round.noted(nameOutcome(outcome, language)),
    );
  }

  #plan(act: (open: RoundModel, ids: readonly string[]) => void, what: string): void {
    const ids = this.#ids;
    const model = this.#open;
    if (!model) return;
    act(model, ids);
    this.#say(this.host.ui.texts.round.marked(this.#count(ids.length), what));
  }

  /** Finishes the round, after telling how many nobody has looked at. */
  async finish(): Promise<void> {
    const model = this.#open;
    if (!model) return;
    const change = this.sources.round.changes.of(model);
    const text = this.host.ui.texts.round;
    const { counts } = model.state;
    const question = {
      title: text.finishTitle,
      lines: [
        text.notReviewed(this.#count(counts.new), this.#count(sumOfStatuses(counts))),
        text.carried(this.#count(counts['to-follow-up']), this.#count(counts.exempt)),
      ],
      yes: text.finish,
    };
    const isAgreed = await ask(this.host, question, this.host.ui);
    if (isAgreed && change((open) => open.finish())) this.#say(text.finished);
  }

  /** Begins the next round, and says so. */
  readonly start = (): void => {
    const model = this.#open;
    if (!model) return;
    const isBegun = this.sources.round.changes.of(model)((open) => open.startNext());
    if (isBegun) this.#say(this.host.ui.texts.round.begun);
  };

  /** What can be taken back, in words: what reached one patient alone is told beside the patient. */
  get undoable(): string | undefined {
    const deeds = nextDeeds(this.#rounds, 'undoable');
    const [first] = deeds;
    if (!first || lastOutcomes(this.#rounds).length > 0 || this.#isDismissed(deeds))
      return undefined;
    const { kind } = first.said;
    const patients = new Set(deeds.flatMap(({ said: { patientIds } }) => patientIds));
    const hasEnded = deeds.some(({ said }) =>
      (said.parts ?? [said]).some(({ endedExemptions = 0 }) => endedExemptions > 0),
    );
    const isOfRound = kind === 'finish' || kind === 'begin' || kind === 'aim';
    const isOfOne = patients.size === 1 && !hasEnded;
    return isOfRound || (isOfMany.has(kind) && !isOfOne) ? this.#deedWords(deeds) : undefined;
  }

  /** What became of the last that was taken back or done again, in words, until it is closed. */
  get undone(): { readonly lines: readonly string[]; readonly isWhole: boolean } | undefined {
    const outcomes = lastOutcomes(this.#rounds);
    if (outcomes.length === 0 || this.#isDismissed(outcomes)) return undefined;
    const isWhole = outcomes.every(({ said }) => isWholeOutcome(said));
    return { lines: outcomeWords(outcomes, this.#nameOf, this.host.ui), isWhole };
  }

  /** What the two buttons would do, in words; undefined where there is nothing. */
  get next(): { readonly undo: string | undefined; readonly redo: string | undefined } {
    const words = (what: 'undoable' | 'redoable') => {
      const deeds = nextDeeds(this.#rounds, what);
      return deeds.length > 0 ? this.#deedWords(deeds) : undefined;
    };
    return { undo: words('undoable'), redo: words('redoable') };
  }

  readonly undo = (): void => this.#turn('undo');

  readonly redo = (): void => this.#turn('redo');

  readonly dismiss = (): void => {
    for (const said of this.#told) this.#dismissed.add(said);
    this.host.requestUpdate();
  };

  /** The user goes on to something else: what was seen of the last deed no longer stands over the rows. */
  readonly pass = (): void => {
    const passed = this.#told.filter((said) => this.#seen.has(said) && !this.#dismissed.has(said));
    if (passed.length === 0) return;
    for (const said of passed) this.#dismissed.add(said);
    this.host.requestUpdate();
  };

  get #told(): readonly (RoundUndo | UndoOutcome)[] {
    return [...nextDeeds(this.#rounds, 'undoable'), ...lastOutcomes(this.#rounds)].map(
      ({ said }) => said,
    );
  }

  #isDismissed(all: readonly InRound<RoundUndo | UndoOutcome>[]): boolean {
    return all.every(({ said }) => this.#dismissed.has(said));
  }

  #turn(what: 'undo' | 'redo'): void {
    const { nothingToUndo, nothingToRedo } = this.host.ui.texts.round;
    const outcomes = this.sources.list.acting ? turnDeeds(this.#rounds, what) : [];
    const nothing = what === 'undo' ? nothingToUndo : nothingToRedo;
    this.#say(outcomes.length > 0 ? this.#wordsOf(outcomes) : nothing);
  }

  #wordsOf(outcomes: readonly InRound<UndoOutcome>[]): string {
    return inSentences(outcomeWords(outcomes, this.#nameOf, this.host.ui));
  }

  #deedWords(deeds: readonly InRound<RoundUndo>[]): string {
    return deedWords(deeds, this.#nameOf, this.host.ui);
  }

  readonly #nameOf = (id: string): string | undefined => {
    const { list } = this.sources;
    return list.indexOf(id) < 0 ? undefined : list.nameOf(id);
  };

  get #rounds(): readonly ShownRound[] {
    return this.sources.round.shown;
  }

  /** The round, as long as it is of the list that may be acted on. */
  get #open(): RoundModel | undefined {
    return this.sources.list.acting && this.sources.round.current;
  }

  get #ids(): readonly string[] {
    return this.reach.patients.map(({ id }) => id);
  }

  get #key(): readonly string[] {
    return ['exempt', this.sources.round.current?.profile?.id ?? ''];
  }

  #count(value: number): string {
    return formatCount(value, this.host.ui.language);
  }

  #say(text: string): void {
    this.sources.announcements.say(text);
  }
}
