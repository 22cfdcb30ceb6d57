import type { RoundModel, RoundUndo } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { ask } from '../../shared/ask.ts';
import type { HalfWritten } from '../../shared/half-written.ts';
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
  readonly announcements: Announcements;
}

/** What is done in the round to many at once: asked first, told, and to be taken back. */
export class RoundDeeds {
  /** What the user has seen and closed. */
  #dismissed: RoundUndo | undefined;
  /** What is half written of an exemption, and of whom. */
  #written:
    | (HalfWritten & { readonly profileId: string | undefined; readonly ids: readonly string[] })
    | undefined;

  constructor(
    private readonly host: UiHost,
    private readonly sources: RoundDeedSources,
  ) {
    sources.list.onOtherClinic(() => (this.#written = undefined));
  }

  /** Of the chosen, those whose status can be set: who is no longer on the list is left out. */
  get reach(): Reach {
    const { list, selection } = this.sources;
    return reachOf(list, selection.current.ids, { living: false });
  }

  /** Sets the status of the chosen; of several, or of more than are seen, it asks first. */
  async mark(status: 'reviewed' | 'to-follow-up'): Promise<void> {
    const { reach } = this;
    const model = this.sources.round.current;
    if (!model) return;
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
    if (!isPlain && !(await this.#isAgreed(model, question))) return;
    model.setStatus(ids, status);
    this.#say(text.marked(count, text.statuses[status]));
  }

  /** What is half written for the chosen: for them all, or for some of them before more were chosen. */
  get written(): HalfWritten | undefined {
    const written = this.#written;
    if (!written || written.profileId !== this.#profileId) return undefined;
    const chosen = new Set(this.#ids);
    const isTheirs = written.ids.length > 0 && written.ids.every((id) => chosen.has(id));
    return isTheirs ? written : undefined;
  }

  /** Keeps what is written, for the chosen and their round. */
  keepWritten(written: HalfWritten): void {
    this.#written = { ...written, profileId: this.#profileId, ids: this.#ids };
  }

  /** Exempts the chosen: the form that says why has told of whom. */
  exempt(note: string, until: string): void {
    const ids = this.#ids;
    this.sources.round.current?.setStatus(ids, 'exempt', { note, exemptUntil: until });
    this.#written = undefined;
    const { statuses, marked } = this.host.ui.texts.round;
    this.#say(marked(this.#count(ids.length), statuses.exempt));
  }

  /** Finishes the round, after telling how many nobody has looked at. */
  async finish(): Promise<void> {
    const model = this.sources.round.current;
    if (!model) return;
    const text = this.host.ui.texts.round;
    const { counts } = model.state;
    const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
    const question = {
      title: text.finishTitle,
      lines: [
        text.notReviewed(this.#count(counts.new), this.#count(all)),
        text.carried(this.#count(counts['to-follow-up']), this.#count(counts.exempt)),
      ],
      yes: text.finish,
    };
    if (!(await this.#isAgreed(model, question))) return;
    model.finish();
    this.#say(text.finished);
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

  readonly undo = (): void => this.sources.round.current?.undo();

  readonly dismiss = (): void => {
    this.#dismissed = this.sources.round.current?.state.undoable;
    this.host.requestUpdate();
  };

  /** Asks; the answer counts as long as the round is of the same profile. */
  async #isAgreed(model: RoundModel, question: Parameters<typeof ask>[1]): Promise<boolean> {
    const { profile } = model;
    return (await ask(this.host, question, this.host.ui)) && model.profile?.id === profile?.id;
  }

  get #ids(): readonly string[] {
    return this.reach.patients.map(({ id }) => id);
  }

  get #profileId(): string | undefined {
    return this.sources.round.current?.profile?.id;
  }

  #count(value: number): string {
    return formatCount(value, this.host.ui.language);
  }

  #say(text: string): void {
    this.sources.announcements.say(text);
  }
}
