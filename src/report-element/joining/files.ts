/** Reports that come as files: chosen, or dropped on the element while the meeting goes on. */
import type { ReactiveController } from 'lit';
import { readReport, type Report } from '../../report/index.ts';
import { whose, type Refusal } from '../model/agreeing.ts';
import { refusalWords, type NotJoined } from '../parts/notices.ts';
import type { Ui } from '../ui.ts';
import { problemWords } from './readings.ts';

/** So many files are read at once. */
const mostFiles = 200;

interface JoiningHost extends EventTarget {
  readonly ui: Ui;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
  announce(text: string): void;
  /** Takes a report in among the others; answers why it is not counted, where it is not. */
  join(report: Report): Refusal | undefined;
}

/** Reads files that the user gives, and says what became of each. */
export class JoiningFiles implements ReactiveController {
  /** What could not be added of the last that were given. */
  refused: readonly NotJoined[] = [];
  /** Whether something is held over the element. */
  isOver = false;

  constructor(private readonly host: JoiningHost) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const [name, heard] of this.#heard) this.host.addEventListener(name, heard);
  }

  hostDisconnected(): void {
    for (const [name, heard] of this.#heard) this.host.removeEventListener(name, heard);
    this.#setOver(false);
  }

  /** Reads each of the files; those that are no reports are told, and leave the others as they are. */
  async take(files: readonly File[]): Promise<void> {
    const { report: text } = this.host.ui.texts;
    const joined: string[] = [];
    const refused: NotJoined[] = [];
    if (files.length > mostFiles) refused.push({ words: text.tooManyFiles(String(mostFiles)) });
    for (const file of files.slice(0, mostFiles)) {
      const outcome = await this.#read(file);
      const refusal = typeof outcome === 'string' ? undefined : this.host.join(outcome);
      if (typeof outcome === 'string') refused.push({ words: text.notJoined(file.name, outcome) });
      else if (refusal)
        refused.push({ words: text.notJoined(file.name, refusalWords(refusal, this.host.ui)) });
      else joined.push(whose(outcome).name);
    }
    this.refused = refused;
    this.host.requestUpdate();
    const said = [
      ...(joined.length > 0 ? [text.joined(joined.join(', '))] : []),
      ...refused.map(({ words }) => words),
    ];
    this.host.announce(said.join(' '));
  }

  /** Forgets what could not be added. */
  forget(): void {
    this.refused = [];
    this.host.requestUpdate();
  }

  async #read(file: File): Promise<Report | string> {
    const { texts, language } = this.host.ui;
    let content: string;
    try {
      content = await file.text();
    } catch {
      return texts.report.unreadableFile;
    }
    const reading = readReport(content);
    return reading.ok ? reading.report : problemWords(reading.problems, language);
  }

  #setOver(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.host.requestUpdate();
  }

  readonly #heard: readonly (readonly [string, (event: Event) => void])[] = [
    ['dragover', (event) => this.#onOver(event as DragEvent)],
    ['dragleave', (event) => this.#onLeave(event as DragEvent)],
    ['drop', (event) => this.#onDrop(event as DragEvent)],
  ];

  #onOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#setOver(true);
  }

  #onLeave(event: DragEvent): void {
    // It is still over the element where it is over something in it.
    if (!event.relatedTarget || event.relatedTarget !== this.host) this.#setOver(false);
  }

  #onDrop(event: DragEvent): void {
    this.#setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.take(files);
  }
}
