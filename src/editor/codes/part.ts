/** What the editor's fields of codes have in common: the host's terminology, the clinic's counts, and what is open. */
import type { ReactiveController } from 'lit';
import {
  allSets,
  knownCodesIn,
  Terms,
  type DocumentEdit,
  type KnownCodes,
  type PatchStep,
} from '../../authoring/index.ts';
import { whatOf, type Texts } from '../ui.ts';
import type { EditorHost, EditorPanel } from '../host.ts';
import type { CodesContext } from './context.ts';
import { CodeCounts } from './counts.ts';
import { FieldState } from './field-state.ts';
import { KnownTerms } from './known-terms.ts';

const parts = new WeakMap<EditorHost, CodesPart>();

/** The part of an editor that shows codes: one for each editor. */
export function codesOf(host: EditorHost): CodesPart {
  let part = parts.get(host);
  if (!part) parts.set(host, (part = new CodesPart(host)));
  return part;
}

export class CodesPart implements CodesContext, EditorPanel, ReactiveController {
  readonly counts: CodeCounts;
  #terms: Terms | undefined;
  #known: KnownTerms | undefined;
  #source: unknown;
  #checked:
    | {
        readonly document: unknown;
        readonly codes: string;
        readonly terms: Terms;
        readonly table: KnownCodes;
      }
    | undefined;
  #states = new Map<string, FieldState>();
  /** What is to have the focus when it is drawn: the first of these that is there. */
  #toFocus: readonly string[] = [];

  constructor(readonly host: EditorHost) {
    host.addController(this);
    this.counts = new CodeCounts(host);
  }

  /** The host's terminology, asked with care; undefined without one. */
  get terms(): Terms | undefined {
    const { terminology, deadline, failureHandler: onFailure } = this.host;
    if (terminology !== this.#source) {
      this.#source = terminology;
      this.#terms = terminology
        ? new Terms(terminology, { onFailure, ...(deadline === undefined ? {} : { deadline }) })
        : undefined;
      this.#known = this.#checked = undefined;
      this.#states = new Map();
    }
    return this.#terms;
  }

  /** What codes are called, as far as it is known already; what is not is asked for. */
  get known(): KnownTerms {
    const { terms } = this;
    return (this.#known ??= new KnownTerms(terms, () => this.host.requestUpdate()));
  }

  /**
   * Which of the profile's codes the terminology knows, for the checks; empty, so that none is called unknown, without
   * one and until it has answered.
   */
  get knownCodes(): KnownCodes {
    const { terms } = this;
    const { document } = this.host.draft.state;
    if (!terms) return noCodes;
    if (this.#checked?.document !== document) {
      const codes = JSON.stringify(
        allSets(document).map(({ set }) => [set?.system, set?.include, set?.exclude]),
      );
      const isSame = this.#checked?.codes === codes && this.#checked.terms === terms;
      const table = isSame ? this.#checked!.table : noCodes;
      this.#checked = { document, codes, terms, table };
      if (!isSame) void this.#askKnown(document, codes, terms);
    }
    return this.#checked.table;
  }

  async #askKnown(document: unknown, codes: string, terms: Terms): Promise<void> {
    const table = await knownCodesIn(document, terms);
    if (this.#checked?.codes !== codes || this.#checked.terms !== terms) return;
    this.#checked = { ...this.#checked, table };
    this.host.requestUpdate();
  }

  /** What is open and half written at a place. */
  stateOf(place: string): FieldState {
    let state = this.#states.get(place);
    if (!state) {
      // Of one place at a time: what was open elsewhere is closed when somebody comes back.
      if (this.#states.size >= mostStates) this.#states.clear();
      this.#states.set(place, (state = new FieldState(this, place)));
    }
    return state;
  }

  /** Changes the document, and says so. */
  edit(
    steps: readonly PatchStep[],
    what: (texts: Texts) => string,
    { merge, said }: { readonly merge?: string; readonly said?: string } = {},
  ): void {
    if (steps.length === 0) return;
    this.host.draft.edit(steps, whatOf(what), merge === undefined ? {} : { merge });
    if (said !== undefined) this.host.announce(said);
  }

  /** As `edit`, of a change that says where it leads. */
  apply(edit: DocumentEdit | undefined, what: (texts: Texts) => string): void {
    if (edit) this.edit(edit.steps, what);
  }

  /** Puts the focus on the first of these that is there when it is drawn. */
  focus(...selectors: readonly string[]): void {
    this.#toFocus = selectors;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#toFocus.length === 0) return;
    const selectors = this.#toFocus;
    this.#toFocus = [];
    const { renderRoot } = this.host;
    for (const selector of selectors) {
      const found = renderRoot.querySelector<HTMLElement>(selector);
      if (!found) continue;
      found.focus();
      return;
    }
  }

  hostDisconnected(): void {
    for (const state of this.#states.values()) state.stop();
  }
}

const mostStates = 50;
const noCodes: KnownCodes = {};
