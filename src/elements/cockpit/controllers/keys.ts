import type { ReactiveController } from 'lit';
import { KeySheetPart } from '../../shared/key-sheet-part.ts';
import { isSend, shortcutIn } from '../../shared/letter-keys.ts';
import type { CockpitHost } from './host.ts';
import type { WorklistController } from './worklist.ts';

/** What keys do in the cockpit, and in a list beside it. */
export class KeysController implements ReactiveController {
  readonly #sheet: KeySheetPart;
  /** Whose note is to be written as soon as its field is there. */
  #noteOf: string | undefined;
  /** What had the focus before the note. */
  #before: HTMLElement | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly worklist: WorklistController,
  ) {
    this.#sheet = new KeySheetPart(host, 'all');
    host.addController(this);
  }

  /**
   * Does what a key stands for.
   *
   * @param from The element that it was pressed in, which the focus goes back to from the note.
   */
  onKey(event: KeyboardEvent, from: HTMLElement = this.host): void {
    if (!this.#does(event, from)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shows which keys there are. */
  readonly showSheet = (): void => void this.#sheet.show();

  /** Goes to the note as soon as there is one to write in. */
  readonly toNote = (): void => void this.#toNote(this.host);

  hostUpdate(): void {
    if (this.#noteOf !== this.host.patientId) this.#noteOf = undefined;
  }

  hostUpdated(): void {
    if (this.#noteOf !== undefined) this.#goToNote();
  }

  #does(event: KeyboardEvent, from: HTMLElement): boolean {
    const { worklist, host } = this;
    const note = this.#note;
    const isInNote = note !== null && event.composedPath()[0] === note;
    if (isInNote && event.key === 'Escape' && !event.isComposing) {
      this.#leaveNote();
      return true;
    }
    if (isSend(event, note) && worklist.isWorked) {
      if (worklist.saveAndNext() && isInNote) this.#leaveNote();
      return true;
    }
    if (host.keys === 'off') return false;
    const act = this.#acts[shortcutIn(event) ?? ''];
    return act?.(from) ?? false;
  }

  /** By character; each answers whether there is anything to do for it here. */
  readonly #acts: Readonly<Record<string, (from: HTMLElement) => boolean>> = {
    j: () => this.#step('next'),
    k: () => this.#step('previous'),
    r: () => this.#set('reviewed'),
    f: () => this.#set('to-follow-up'),
    n: (from) => this.#toNote(from),
    '?': () => {
      this.showSheet();
      return true;
    },
  };

  #step(to: 'next' | 'previous'): boolean {
    if (!this.worklist.place) return false;
    this.worklist.step(to);
    return true;
  }

  #set(status: 'reviewed' | 'to-follow-up'): boolean {
    if (!this.worklist.isWorked) return false;
    void this.worklist.set(status);
    return true;
  }

  #toNote(from: HTMLElement): boolean {
    if (!this.worklist.isWorked) return false;
    this.#before = from;
    this.#noteOf = this.host.patientId;
    this.#goToNote();
    return true;
  }

  #goToNote(): void {
    const note = this.#note;
    if (!note || this.#noteOf !== this.host.patientId) return;
    this.#noteOf = undefined;
    note.focus();
    note.setSelectionRange(note.value.length, note.value.length);
  }

  /** The focus goes back, which stores the note. */
  #leaveNote(): void {
    const before = this.#before?.isConnected ? this.#before : this.host;
    this.#before = undefined;
    before.focus({ preventScroll: true });
    if (this.#note?.matches(':focus')) this.host.focus({ preventScroll: true });
  }

  get #note(): HTMLTextAreaElement | null {
    return this.host.renderRoot.querySelector<HTMLTextAreaElement>('textarea.note:read-write');
  }
}
