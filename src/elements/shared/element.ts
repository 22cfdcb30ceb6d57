import { ContextConsumer, ContextProvider } from '@lit/context';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import {
  longestTimer,
  type AdapterFailure,
  type ClinicAdapter,
  type ProblemReport,
} from '../../model/index.ts';
import type { Subject } from '../../i18n/texts/index.ts';
import type { HostTexts } from '../../i18n/texts/replace.ts';
import { clinicContext, textsContext } from './context.ts';
import { ownTextsOf } from './host-texts.ts';
import { LanguageElement } from './language.ts';
import { isoNow } from './now.ts';
import { ProblemChannel } from './problems.ts';

/** Told once an element. */
const unreadable: ProblemReport = { kind: 'unusable', field: 'properties', count: 1 };

/** What all elements that show a clinic share: language, theme, date and the clinic. */
export abstract class OverblikElement<S extends Subject> extends LanguageElement<S> {
  /** The clinic. Elements with the same adapter share what it hands over. Without it the element says that none is connected. */
  @property({ attribute: false }) adapter: ClinicAdapter | undefined;

  /** Profile documents: parsed JSON, or JSON text. They are checked; errors are shown in words. */
  @property({ attribute: false }) profiles: readonly unknown[] = [];

  /** The date of evaluation, `YYYY-MM-DD`. Default: today, by the clock of the page. */
  @property({ attribute: 'as-of', reflect: true }) asOf: string | undefined;

  /** `light`, `dark` or `auto` (the reader's system). Without it, the page's `color-scheme` is followed. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /**
   * Longest wait for one answer of the adapter, in milliseconds, more than 0. What is none is told
   * (`overblik-problem`), and the usual one is kept.
   */
  @property({ type: Number }) deadline: number | undefined;

  /**
   * Is given every call to the adapter that failed, with what was thrown (`thrown`): it may hold patient data, and
   * nothing of it is shown, sent or written by the library.
   */
  @property({ attribute: false })
  failureHandler: ((failure: AdapterFailure) => void) | undefined;

  /**
   * The same as `failureHandler`.
   *
   * @deprecated Use `failureHandler`: templates of most frameworks take what begins with `on` for a listener.
   */
  @property({ attribute: false })
  get onfailure(): ((failure: AdapterFailure) => void) | undefined {
    return this.failureHandler;
  }
  set onfailure(handler: ((failure: AdapterFailure) => void) | undefined) {
    this.failureHandler = handler;
  }

  /**
   * For developing an adapter: writes on the console what is wrong with it and how to mend it. Names of calls and
   * fields, never a value of the clinic's.
   */
  @property({ type: Boolean, reflect: true }) dev = false;

  /**
   * The host's own words in the place of ours: `{ da: { round: { finish: 'Afslut gennemgang' } } }`, by language,
   * subject and key. What is left out stays as it is; what cannot be used is told (`overblik-problem`), and ours
   * stands. Default: those of the Overblik element around this one. Another object where anything in it is another.
   */
  @property({ attribute: false }) texts: HostTexts | undefined;

  /** @internal */
  readonly problems = new ProblemChannel(this);

  /** That the browser is too old: told once, however often it is drawn. */
  #unsupported: ProblemReport | undefined;

  readonly #texts = new ContextProvider(this, { context: textsContext, initialValue: undefined });

  constructor() {
    super();
    // Inside a workspace, the workspace's clinic is shown.
    new ContextConsumer(this, {
      context: clinicContext,
      subscribe: true,
      callback: (source) => Object.assign(this, source),
    });
  }

  /**
   * The date to evaluate on: the attribute as it is given, or the page's local date. One that does not exist is an
   * error that the element tells, never another day.
   *
   * @internal
   */
  get date(): string {
    return this.asOf?.trim() || isoNow().slice(0, 10);
  }

  /** @internal */
  override drawUnreadable(): void {
    super.drawUnreadable();
    this.problems.tell(unreadable);
  }

  protected override drawUnsupported(field: string): void {
    super.drawUnsupported(field);
    this.#unsupported ??= { kind: 'unsupported', field, count: 1 };
    this.problems.tell(this.#unsupported);
  }

  /**
   * What of the host's own words cannot be used.
   *
   * @internal
   */
  get textReports(): readonly ProblemReport[] {
    return ownTextsOf(this.hostTexts)?.reports ?? [];
  }

  protected override get hostTexts(): HostTexts | undefined {
    return this.texts ?? this.outerTexts;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#texts.setValue(this.hostTexts);
    const { deadline }: { deadline?: unknown } = this;
    if (typeof deadline === 'number' && deadline > 0) {
      // A timer that is to wait longer would not wait at all.
      this.deadline = Math.min(deadline, longestTimer);
      return;
    }
    this.deadline = undefined;
    // An attribute that is taken away is `null`.
    if ((deadline ?? undefined) !== undefined)
      this.problems.tell({ kind: 'unusable', field: 'deadline', count: 1 });
  }

  /** The tag of a sibling element, so that a page may hold two versions under two prefixes. */
  protected tagOf(name: string): string {
    const own = this.localName;
    return `${own.slice(0, own.lastIndexOf('-'))}-${name}`;
  }
}
