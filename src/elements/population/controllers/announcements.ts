import type { ReactiveControllerHost } from 'lit';

/** What is said to screen readers, and what went wrong: in sight until it is closed. */
export class Announcements {
  #said = '';
  #complaint = '';

  constructor(private readonly host: ReactiveControllerHost) {}

  /** The text of the live region. */
  get said(): string {
    return this.#said;
  }

  /** The text of the notice; empty where nothing went wrong. */
  get complaint(): string {
    return this.#complaint;
  }

  say(text: string): void {
    this.#said = text;
    this.host.requestUpdate();
  }

  complain(text: string): void {
    this.#complaint = text;
    this.host.requestUpdate();
  }

  readonly dismiss = (): void => this.complain('');
}
