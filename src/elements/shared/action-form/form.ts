import { html, nothing, type TemplateResult } from 'lit';
import {
  ActionDraft,
  SlicedWork,
  textIn,
  type DraftSource,
  type HostAction,
  type Patient,
  type RunContent,
} from '../../../model/index.ts';
import { sentence } from '../../../i18n/language.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { placeholderPhrases } from '../../../i18n/phrases/placeholders.ts';
import { ask } from '../ask.ts';
import { fewNames } from '../few-names.ts';
import type { LazyHost } from '../lazy-part.ts';
import { timeSlice } from '../time-slice.ts';
import { formField } from './field.ts';
import { preview } from './preview.ts';
import { reasonChoice } from './reasons.ts';
import type { FormUi } from './ui.ts';

export type FormHost = LazyHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

export interface FormSource extends Omit<DraftSource, 'fields' | 'patientIds'> {
  readonly action: HostAction;
  readonly patients: readonly Patient[];
  /** Called whenever something was written. */
  readonly onWrite?: () => void;
}

/**
 * What is written before an action is done: its fields, whom something is missing for, and how it will read. What stands
 * in it stays until it is done or discarded by a word.
 */
export class ActionForm {
  readonly draft: ActionDraft;
  readonly today: string;
  readonly #patients: ReadonlyMap<string, Patient>;
  readonly #check: SlicedWork;
  /** The fields that were left, of which it is told what is wrong; all of them once it was to be done. */
  readonly #left = new Set<string>();
  #isTried = false;
  /** Of the patients, whose message is shown. */
  #at = 0;
  #isDropped = false;

  constructor(
    private readonly host: FormHost,
    readonly source: FormSource,
  ) {
    const { action, patients } = source;
    this.today = source.today;
    this.#patients = new Map(patients.map((patient) => [patient.id, patient]));
    this.draft = new ActionDraft({
      ...source,
      fields: action.fields ?? [],
      patientIds: patients.map(({ id }) => id),
    });
    this.#check = new SlicedWork(timeSlice, () => host.requestUpdate());
  }

  /** Whether something would be lost with it. */
  get isWritten(): boolean {
    return this.draft.isWritten && !this.#isDropped;
  }

  /** Draws the fields, what is missing, and the preview. */
  content(ui: FormUi): TemplateResult {
    const { draft } = this;
    const isChecked = this.#isChecked();
    const faults = draft.faults;
    return html`<form class="action-form" novalidate @submit=${stay}>
      ${draft.reasons ? reasonChoice(draft.reasons, (id) => this.#toggleReason(id), ui) : nothing}
      ${draft.fields.map((field, index) => {
        const fault = faults.get(field.id);
        const isTold = this.#isTried || (fault?.kind !== 'missing' && this.#left.has(field.id));
        return formField({
          ...{ draft, field, index, today: this.today, ui },
          fault: isTold ? fault : undefined,
          write: (value) => this.#put(field.id, value),
          leave: () => this.#leave(field.id),
          mayReplace: () => this.#mayReplace(ui),
        });
      })}
      ${isChecked ? this.#missing(ui) : html`<p class="muted" role="status">${ui.texts.actionForm.checking}</p>`}
      ${draft.fields
        .filter(({ type }) => type === 'template')
        .map((field) =>
          preview({
            ...{ draft, field, ui },
            patients: this.#patients,
            at: this.#at,
            step: (by) => {
              const { length } = draft.patientIds;
              this.#at = (this.#at + by + length) % length;
              this.host.requestUpdate();
            },
          }),
        )}
    </form>`;
  }

  /** What it says, where nothing is wrong; else undefined, and the first of what is wrong has the focus. */
  finish(): RunContent | undefined {
    const { draft } = this;
    const { faults } = draft;
    this.#isTried = true;
    if (!this.#isChecked()) return undefined;
    if (faults.size === 0 && draft.complete.length > 0) return draft.content();
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.#root?.querySelector<HTMLElement>(faulty)?.focus(),
    );
    return undefined;
  }

  /** The fields that something is wrong with are told by now, and there is somebody to do it for. */
  get canBeDone(): boolean {
    return !this.#isTried || (this.draft.faults.size === 0 && this.draft.complete.length > 0);
  }

  /** Asks whether what is written may be lost; where nothing is, answers at once. */
  async mayClose(ui: FormUi): Promise<boolean> {
    if (!this.isWritten) return true;
    const text = ui.texts.actionForm;
    const label = textIn(this.source.action.label, ui.language);
    const question = {
      title: text.discardTitle,
      lines: [text.discardHint(label)],
      yes: text.discard,
    };
    this.#isDropped = await ask(this.host, question, ui);
    return this.#isDropped;
  }

  /** Puts the focus on the first field. */
  focus(): void {
    this.#root?.querySelector<HTMLElement>(controls)?.focus();
  }

  /** Of whom something is missing, and that they are left out. */
  #missing(ui: FormUi): TemplateResult | typeof nothing {
    const { language, texts } = ui;
    const { gaps, complete, patientIds } = this.draft;
    const text = texts.actionForm;
    const count = (value: number) => formatCount(value, language);
    const left = patientIds.length - complete.length;
    if (left === 0) return nothing;
    const names = (ids: readonly string[]) =>
      fewNames(
        ids.flatMap((id) => this.#patients.get(id) ?? []),
        ui,
      );
    const done = new Set(complete);
    const { onNone, reasons } = this.draft;
    const maybe = onNone.filter((id) => reasons?.isUndecided(id));
    const off = onNone.filter((id) => !reasons?.isUndecided(id));
    const nobody = reasons?.lists.some((list) => list.count > 0)
      ? text.nobodyOnLists
      : text.nobodyForCertain;
    const inGaps = new Set([...onNone, ...gaps.flatMap((gap) => gap.patientIds)]);
    const long = patientIds.filter((id) => !done.has(id) && !inGaps.has(id));
    return html`<div class="notice warning gaps" role="status">
      <ul>
        ${off.length > 0 ? html`<li>${text.onNone(count(off.length), names(off))}</li>` : nothing}
        ${maybe.length > 0 ? html`<li>${text.maybeOnLists(count(maybe.length), names(maybe))}</li>` : nothing}
        ${gaps.map(
          ({ name, patientIds: ids }) =>
            html`<li>
              ${text.gap(sentence(placeholderPhrases[language][name]), count(ids.length), names(ids))}
            </li>`,
        )}
        ${long.length > 0 ? html`<li>${text.tooLongFor(count(long.length), names(long))}</li>` : nothing}
      </ul>
      <p>
        ${
          onNone.length === left
            ? complete.length === 0
              ? nobody
              : text.leftOutOfLists(count(left), count(complete.length))
            : complete.length === 0
              ? text.nobodyLeft
              : text.leftOut(count(left), count(complete.length))
        }
      </p>
    </div>`;
  }

  #put(fieldId: string, value: string): void {
    this.draft.put(fieldId, value);
    this.#isDropped = false;
    this.source.onWrite?.();
    this.host.requestUpdate();
  }

  #toggleReason(profileId: string): void {
    this.draft.toggleReason(profileId);
    this.host.requestUpdate();
  }

  #leave(fieldId: string): void {
    this.#left.add(fieldId);
    this.host.requestUpdate();
  }

  #mayReplace(ui: FormUi): Promise<boolean> {
    const { replaceTitle, replaceHint, replace } = ui.texts.actionForm;
    return ask(this.host, { title: replaceTitle, lines: [replaceHint], yes: replace }, ui);
  }

  #isChecked(): boolean {
    const { draft } = this;
    return this.#check.begin([draft, draft.asked], () => draft.check());
  }

  get #root(): Element | null {
    return this.host.renderRoot.querySelector('.action-form');
  }
}

const controls = 'textarea, input, select';
const faulty = ':is(textarea, input, select)[aria-invalid=true], fieldset[aria-invalid=true] input';

function stay(event: Event): void {
  event.preventDefault();
}
