import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  edgesOf,
  mostOf,
  optionsOf,
  placeholders,
  textIn,
  writtenPlaceholder,
  type ActionDraft,
  type ActionField,
  type FieldFault,
  type Placeholder,
} from '../../../model/index.ts';
import { formatLongDate } from '../../../i18n/dates.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { placeholderPhrases } from '../../../i18n/phrases/placeholders.ts';
import type { FormUi } from './ui.ts';

export interface FieldProps {
  readonly draft: ActionDraft;
  readonly field: ActionField;
  /** Names its parts in the element. */
  readonly index: number;
  readonly today: string;
  /** What is wrong with it, where that is told by now. */
  readonly fault: FieldFault | undefined;
  readonly write: (value: string) => void;
  readonly leave: () => void;
  /** Asks whether what is written may give way to a template. */
  readonly mayReplace: () => Promise<boolean>;
  readonly ui: FormUi;
}

/** Draws one field with its label, its hint and what is wrong with it. */
export function formField(props: FieldProps): TemplateResult {
  const { field, index, fault, ui } = props;
  const ids = { control: `action-field-${index}`, told: `action-told-${index}` };
  const isGroup = isRadios(field);
  const label = html`${textIn(field.label, ui.language)}${
    field.required || field.type === 'priority'
      ? nothing
      : html` <span class="muted">${ui.texts.actionForm.optional}</span>`
  }`;
  const told = html`<div id=${ids.told} class="told">
    ${field.hint ? html`<p class="muted">${textIn(field.hint, ui.language)}</p>` : nothing}
    <p class="fault" role="alert">${fault ? describeFault(fault, ui) : nothing}</p>
  </div>`;
  if (isGroup)
    return html`<fieldset
      class="part"
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${ids.told}
      role="radiogroup"
    >
      <legend>${label}</legend>
      ${radios(props, ids.told)} ${told}
    </fieldset>`;
  return html`<div class="part">
    ${field.type === 'template' ? templateChoice(props, ids.control) : nothing}
    <label for=${ids.control}>${label}</label>
    ${control(props, ids)} ${field.type === 'template' ? insertions(props, ids.control) : nothing}
    ${told}
  </div>`;
}

interface Ids {
  readonly control: string;
  readonly told: string;
}

/** A text of more characters has several lines. */
const mostInLine = 120;
/** More are chosen from a list. */
const mostRadios = 4;

function isRadios(field: ActionField): boolean {
  return (
    (field.type === 'choice' || field.type === 'priority') &&
    optionsOf(field, 'da').length <= mostRadios
  );
}

function control(props: FieldProps, ids: Ids): TemplateResult {
  const { draft, field, today, fault, write, leave, ui } = props;
  const value = draft.value(field.id);
  const invalid = fault ? 'true' : 'false';
  const required = field.required ? 'true' : 'false';
  const onInput = ({ target }: Event) => write((target as HTMLInputElement).value);
  switch (field.type) {
    case 'choice':
    case 'priority':
      return html`<select
        class="field"
        id=${ids.control}
        aria-describedby=${ids.told}
        aria-invalid=${invalid}
        aria-required=${required}
        @change=${onInput}
      >
        ${value === '' ? html`<option value="" selected>${ui.texts.actionForm.choose}</option>` : nothing}
        ${optionsOf(field, ui.language).map(
          ({ id, label }) =>
            html`<option value=${id} .selected=${live(id === value)}>${label}</option>`,
        )}
      </select>`;
    case 'date': {
      const { min, max = '2999-12-31' } = edgesOf(field, today);
      return html`<input
        class="field"
        type="date"
        id=${ids.control}
        aria-describedby=${ids.told}
        aria-invalid=${invalid}
        aria-required=${required}
        min=${min ?? nothing}
        max=${max}
        .value=${live(value)}
        @input=${onInput}
        @blur=${leave}
      />`;
    }
    case 'text':
      if (mostOf(field) <= mostInLine)
        return html`<input
          class="field"
          type="text"
          id=${ids.control}
          autocomplete="off"
          aria-describedby=${ids.told}
          aria-invalid=${invalid}
          aria-required=${required}
          .value=${live(value)}
          @input=${onInput}
          @blur=${leave}
        />`;
      return area(3);
    case 'template':
      return area(8);
  }

  function area(rows: number): TemplateResult {
    return html`<textarea
      class="field"
      id=${ids.control}
      rows=${rows}
      aria-describedby=${ids.told}
      aria-invalid=${invalid}
      aria-required=${required}
      .value=${live(value)}
      @input=${onInput}
      @blur=${leave}
    ></textarea>`;
  }
}

function radios({ draft, field, index, write, ui }: FieldProps, told: string): TemplateResult {
  const options =
    field.type === 'choice' || field.type === 'priority' ? optionsOf(field, ui.language) : [];
  const value = draft.value(field.id);
  return html`<div class="options">
    ${options.map(
      ({ id, label }) =>
        html`<label
          ><input
            type="radio"
            name="action-choice-${index}"
            value=${id}
            aria-describedby=${told}
            .checked=${live(id === value)}
            @change=${() => write(id)}
          />${label}</label
        >`,
    )}
  </div>`;
}

/** The messages that can be chosen; what is written already gives way to one by a word alone. */
function templateChoice(
  { draft, field, write, mayReplace, ui }: FieldProps,
  control: string,
): TemplateResult | typeof nothing {
  const messages = draft.messagesOf(field);
  if (messages.length === 0) return nothing;
  const text = ui.texts.actionForm;
  const value = draft.value(field.id);
  const chosen = messages.findIndex(({ body }) => body === value);
  const isOwn = chosen < 0;
  const choose = async ({ target }: Event) => {
    const select = target as HTMLSelectElement;
    const message = messages[Number(select.value)];
    if (!message) return;
    const isKept = isOwn && value.trim() !== '' && !(await mayReplace());
    if (isKept) select.value = '';
    else write(message.body);
  };
  return html`<label for="${control}-template">${text.template}</label>
    <select class="field" id="${control}-template" @change=${choose}>
      ${
        isOwn
          ? html`<option value="" .selected=${live(true)}>
              ${value.trim() === '' ? text.choose : text.ownText}
            </option>`
          : nothing
      }
      ${messages.map(
        ({ title }, at) =>
          html`<option value=${at} .selected=${live(at === chosen)}>${title}</option>`,
      )}
    </select>`;
}

/** What can be filled in for each patient, to be put where the caret stands. */
function insertions({ write, ui }: FieldProps, control: string): TemplateResult {
  const { language, texts } = ui;
  const text = texts.actionForm;
  const insert = ({ currentTarget }: Event, name: Placeholder) => {
    const root = (currentTarget as HTMLElement).closest('form')!;
    const area = root.querySelector<HTMLTextAreaElement>(`#${control}`)!;
    const { selectionStart, selectionEnd } = area;
    area.setRangeText(writtenPlaceholder(name, language), selectionStart, selectionEnd, 'end');
    write(area.value);
    area.focus();
  };
  return html`<div class="insert" role="group" aria-label=${text.insert}>
    <span class="muted" aria-hidden="true">${text.insert}</span>
    ${placeholders.map(
      (name) =>
        html`<button
          type="button"
          class="insertion"
          @click=${(event: Event) => insert(event, name)}
        >
          ${placeholderPhrases[language][name]}
        </button>`,
    )}
  </div>`;
}

function describeFault(fault: FieldFault, { language, texts }: FormUi): string {
  const text = texts.actionForm;
  const count = (value: number) => formatCount(value, language);
  switch (fault.kind) {
    case 'missing':
      return text.missing;
    case 'no-date':
      return text.noDate;
    case 'before':
      return text.before(formatLongDate(fault.edge, language));
    case 'after':
      return text.after(formatLongDate(fault.edge, language));
    case 'too-long':
      return text.tooLong(count(fault.count), count(fault.most));
    case 'unknown-placeholder':
      return text.unknownPlaceholder(fault.written, count(fault.line));
  }
}
