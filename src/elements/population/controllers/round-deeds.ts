import { sumOfStatuses, type RoundModel, type RoundUndo } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { ask } from '../../shared/ask.ts';
import type { HalfWritten } from '../../shared/half-written.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import { reachLines, reachOf, type Reach } from '../reach.ts';
import type { UiHost } from '../ui.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';
import type { RoundController } from './round.ts';
import type { SelectionController } from './selection.ts';

export interface RoundDeedSources {
  readonly list: ListController;
  readonly selection: SelectionController;
  readonly round: RoundController;
  readonly unsaved: Unsaved;
  readonly announcements: Announcements;
}

/** What is done in the round to many at once: asked first, told, and to be taken back. */
export class RoundDeeds {
  /** What the user has seen and closed. */
  #dismissed: RoundUndo | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly sources: RoundDeedSources,
  ) {}

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
    const { patients, hidden, gone } = reach;
    const ids = patients.map(({ id }) => id);
    const exempt = ids.filter((id) => model.member(id).status === 'exempt').length;
    const count = this.#count(ids.length);
    const isPlain = ids.length === 1 && hidden + gone + exempt === 0;
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
  exempt(note: string, until: string): void {
    const ids = this.#ids;
    const model = this.#open;
    if (!model) return;
    model.setStatus(ids, 'exempt', { note, exemptUntil: until });
    this.keepWritten(undefined);
    const { statuses, marked } = this.host.ui.texts.round;
    this.#say(marked(this.#count(ids.length), statuses.exempt));
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

  /** What can be taken back, in words: what reached one patient alone is told beside the patient. */
  get undoable(): string | undefined {
    const undo = this.sources.round.current?.state.undoable;
    if (!undo || undo === this.#dismissed) return undefined;
    const { kind, patientIds, status, endedExemptions = 0 } = undo;
    const text = this.host.ui.texts.round;
    if (kind === 'finish') return text.finished;
    if (!status || (patientIds.length === 1 && endedExemptions === 0)) return undefined;
    return text.marked(this.#count(patientIds.length), text.statuses[status]);
  }

  readonly undo = (): void => this.#open?.undo();

  readonly dismiss = (): void => {
    this.#dismissed = this.sources.round.current?.state.undoable;
    this.host.requestUpdate();
  };

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
