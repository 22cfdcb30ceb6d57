import type { ReactiveControllerHost } from 'lit';

/** A button in a notice. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

/** What is said to screen readers, and what went wrong: in sight until it is closed. */
export class Announcements {
  #said = '';
  #complaint = '';
  #remedy: Remedy | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** The text of the live region. */
  get said(): string {
    return this.#said;
  }

  /** The text of the notice; empty where nothing went wrong. */
  get complaint(): string {
    return this.#complaint;
  }

  /** What can be done about it, beside closing it. */
  get remedy(): Remedy | undefined {
    return this.#remedy;
  }

  say(text: string): void {
    this.#said = text;
    this.host.requestUpdate();
  }

  complain(text: string, remedy?: Remedy): void {
    this.#complaint = text;
    this.#remedy = remedy;
    this.host.requestUpdate();
  }

  readonly dismiss = (): void => this.complain('');

  /** Says nothing more of what was: it may name patients, or hold them ready. */
  forget(): void {
    this.say('');
    this.dismiss();
  }
}
