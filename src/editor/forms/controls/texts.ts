/** Fields of text: a line, several, both languages, lists with a line each, dates, numbers. */
import { html, nothing, type TemplateResult } from 'lit';
import { placeholderPhrases } from '../../../i18n/phrases/placeholders.ts';
import { isObject } from '../../../json/values.ts';
import { placeholders, writtenPlaceholder } from '../../../profile/index.ts';
import { isCalendarDate } from '../../../record/calendar.ts';
import { faultsOfField } from '../told.ts';
import { readLines, writeLines } from '../values/lines.ts';
import { readNumber, writeNumber } from '../values/numbers.ts';
import { kept } from './kept.ts';
import { idOf, type Control, type ControlProps } from './props.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Typed {
  /** What stands in the field. */
  readonly text: string;
  /** What a text in it says; undefined takes the value out. */
  readonly read: (typed: string) => unknown;
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'url';
  readonly mode?: 'numeric' | 'decimal';
  readonly list?: string | undefined;
  readonly name?: string;
  readonly lang?: string;
}

/** Draws a field that writes with each keystroke; keystrokes in a row are undone together. */
function typedField(props: ControlProps, typed: Typed): TemplateResult {
  const { context, pointer, value, labelName, id, told, isInvalid } = props;
  const { text, read, rows, type = 'text', mode, list, name, lang } = typed;
  const same = (written: string) => JSON.stringify(read(written)) === JSON.stringify(value);
  const onInput = ({ target }: Event) =>
    context.put(pointer, read((target as Field).value), labelName, true);
  return rows === undefined
    ? html`<input
        class="field"
        id=${id}
        type=${type}
        autocomplete="off"
        inputmode=${mode ?? nothing}
        list=${list ?? nothing}
        lang=${lang ?? nothing}
        aria-label=${name ?? nothing}
        aria-describedby=${told}
        aria-invalid=${isInvalid ? 'true' : 'false'}
        .value=${kept(text, same)}
        @input=${onInput}
        @change=${context.leave}
      />`
    : html`<textarea
        class="field"
        id=${id}
        rows=${rows}
        lang=${lang ?? nothing}
        aria-label=${name ?? nothing}
        aria-describedby=${told}
        aria-invalid=${isInvalid ? 'true' : 'false'}
        spellcheck=${lang === undefined ? 'false' : 'true'}
        .value=${kept(text, same)}
        @input=${onInput}
        @change=${context.leave}
      ></textarea>`;
}

/** An optional text that is emptied is taken out. */
function readText(isOptional: boolean) {
  return (typed: string) => (typed === '' && isOptional ? undefined : typed);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export const line: Control<'line'> = (props) => {
  const { value, kind, isOptional } = props;
  const text = textOf(value);
  const list = kind.suggest && `form-suggest-${kind.suggest}`;
  // One line shows no line break.
  const rows = text.includes('\n') ? { rows: 3 } : {};
  return typedField(props, { text, read: readText(isOptional), list, ...rows });
};

export const prose: Control<'prose'> = (props) =>
  typedField(props, {
    text: textOf(props.value),
    read: readText(props.isOptional),
    rows: rowsOf(textOf(props.value), 1),
  });

export const date: Control<'date'> = (props) => {
  const text = textOf(props.value);
  const type = text === '' || isCalendarDate(text) ? 'date' : 'text';
  return typedField(props, { text, read: readText(props.isOptional), type });
};

export const number: Control<'number'> = (props) => {
  const { value, isOptional, context } = props;
  return typedField(props, {
    text: writeNumber(value, context.language),
    read: (typed) => readNumber(typed, context.language) ?? (isOptional ? undefined : ''),
    mode: 'decimal',
  });
};

export const lines: Control<'lines'> = (props) => {
  const { value, kind } = props;
  const text = writeLines(value);
  return typedField(props, {
    text,
    read: (typed) => readLines(typed, value, kind.orOne === true),
    rows: rowsOf(text, 2),
  });
};

/** Danish and English beside each other: English may be left out. */
export const localText: Control<'localText'> = (props) => {
  const { context, pointer, value, kind, label, told } = props;
  const { texts } = context;
  const written = isObject(value) ? value : {};
  const inLanguage = (language: 'da' | 'en') => {
    const inner = `${pointer}/${language}`;
    const faults = faultsOfField(context, inner);
    const own: ControlProps = {
      ...props,
      pointer: inner,
      value: written[language],
      id: language === 'da' ? props.id : idOf(inner, 'control'),
      told: `${told} ${faults.id}`,
      isInvalid: props.isInvalid || faults.isInvalid,
    };
    const text = textOf(written[language]);
    const name = language === 'da' ? texts.inDanish(label) : texts.inEnglish(label);
    const rows = kind.isLong ? rowsOf(text, kind.placeholders ? 6 : 2) : rowsOf(text, 1);
    const read = readText(language === 'en');
    return html`<div class="in-language" data-pointer=${inner}>
      <span class="language" aria-hidden="true"
        >${language === 'da' ? texts.danish : texts.english}</span
      >
      ${typedField(own, { text, read, rows, name, lang: language })} ${faults.template}
      ${kind.placeholders ? insertions(own, language) : nothing}
    </div>`;
  };
  return html`<div class="languages">${inLanguage('da')}${inLanguage('en')}</div>`;
};

/** What can be filled in for each patient, to be put where the caret stands. */
function insertions(props: ControlProps, language: 'da' | 'en'): TemplateResult {
  const { context, id, pointer, labelName } = props;
  const { texts } = context;
  const insert = (written: string, { currentTarget }: Event) => {
    const root = (currentTarget as HTMLElement).closest('.in-language')!;
    const area = root.querySelector<HTMLTextAreaElement>('textarea')!;
    area.setRangeText(written, area.selectionStart, area.selectionEnd, 'end');
    context.put(pointer, area.value, labelName);
    area.focus();
  };
  return html`<div class="insert" role="group" aria-label=${texts.placeholders} data-for=${id}>
    ${placeholders.map((name) => {
      const written = writtenPlaceholder(name, language);
      return html`<button
        type="button"
        class="insertion"
        aria-label=${texts.insertPlaceholder(placeholderPhrases[language][name])}
        @click=${(event: Event) => insert(written, event)}
      >
        ${written}
      </button>`;
    })}
  </div>`;
}

/** The rows that a text takes, as far as its own line breaks and length tell. */
function rowsOf(text: string, least: number): number {
  const lineLength = 48;
  const most = 12;
  const taken = text
    .split('\n')
    .reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / lineLength)), 0);
  return Math.min(most, Math.max(least, taken));
}
