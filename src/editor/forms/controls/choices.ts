/** Fields of which something is chosen. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { typeTitle } from '../../../i18n/record-types.ts';
import { queryTypes } from '../../../profile/index.ts';
import type { FormContext } from '../context.ts';
import type { Control, ControlProps } from './props.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}

interface Selection {
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
  readonly name?: string;
  readonly id?: string;
}

/** Draws a list of which one is chosen. What is chosen and is none of them stands among them. */
export function selection(
  props: Pick<ControlProps, 'context' | 'id' | 'told' | 'isInvalid'>,
  { options, chosen, choose, name, id = props.id }: Selection,
): TemplateResult {
  const { context, told, isInvalid } = props;
  const isKnown = options.some(({ value }) => value === chosen);
  const all = isKnown
    ? options
    : [{ value: chosen, label: unknownLabel(chosen, context) }, ...options];
  return html`<select
    class="field"
    id=${id}
    aria-label=${name ?? nothing}
    aria-describedby=${told}
    aria-invalid=${isInvalid ? 'true' : 'false'}
    @change=${({ target }: Event) => {
      const { value } = target as HTMLSelectElement;
      if (value !== chosen) choose(value);
    }}
  >
    ${all.map(
      ({ value, label, isDisabled }: Option) =>
        html`<option value=${value} ?disabled=${isDisabled} .selected=${live(value === chosen)}>
          ${label}
        </option>`,
    )}
  </select>`;
}

function unknownLabel(chosen: string, { texts }: FormContext): string {
  return chosen === '' ? texts.notChosen : texts.unknownChoice(chosen);
}

/** The words of a choice; of a record type, its own. */
function wordsOf(props: ControlProps, value: string): string {
  const { context, labelName, pointer } = props;
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  const { choices } = context.texts;
  if (labelName === 'itemType' && queryTypes.some((type) => type === value))
    return typeTitle(value as (typeof queryTypes)[number], context.language);
  const name = labelName === 'level' || key !== 'level' ? key : 'distinctLevel';
  const words: Readonly<Record<string, string>> | undefined =
    labelName === 'recordStatus'
      ? choices.recordStatus
      : Object.hasOwn(choices, name)
        ? choices[name as keyof typeof choices]
        : undefined;
  return words && Object.hasOwn(words, value) ? words[value]! : value;
}

export const choice: Control<'choice'> = (props) => {
  const { context, kind, pointer, value, labelName, isOptional } = props;
  const { unchosen, notWritten } = context.texts;
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  const none = Object.hasOwn(unchosen, key) ? unchosen[key as keyof typeof unchosen] : notWritten;
  const options = kind.values.map((each) => ({
    value: String(each),
    label: wordsOf(props, String(each)),
  }));
  const all = isOptional ? [{ value: '', label: none }, ...options] : options;
  return selection(props, {
    options: all,
    chosen: value === undefined ? '' : textOf(value),
    choose: (chosen) =>
      context.put(
        pointer,
        kind.values.find((each) => String(each) === chosen),
        labelName,
      ),
  });
};

/** Of a text that is a number's the format tells that it is none of the choices. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Boxes to be ticked. One alone stands as a word, unless there was a list. */
export const choices: Control<'choices'> = (props) => {
  const { context, kind, pointer, value, labelName, told, isInvalid } = props;
  const chosen = [value ?? []].flat().map(String);
  const others = chosen.filter((each) => !kind.values.includes(each));
  const toggle = (each: string, isOn: boolean) => {
    const rest = chosen.filter((one) => one !== each);
    const next = isOn ? [...rest, each] : rest;
    const [only] = next;
    const isOne = next.length === 1 && !Array.isArray(value);
    context.put(pointer, isOne ? only : next, labelName);
  };
  return html`<div class="boxes">
    ${[...kind.values, ...others].map(
      (each) =>
        html`<label
          ><input
            type="checkbox"
            aria-describedby=${told}
            aria-invalid=${isInvalid ? 'true' : 'false'}
            .checked=${live(chosen.includes(each))}
            @change=${({ target }: Event) => toggle(each, (target as HTMLInputElement).checked)}
          />${others.includes(each) ? context.texts.unknownChoice(each) : wordsOf(props, each)}</label
        >`,
    )}
  </div>`;
};

/** A flag says all there is to say by being there. */
export const flag: Control<'flag'> = () => html`${nothing}`;

/** What stands as it is. */
export const fixed: Control<'fixed'> = ({ value, context }) =>
  html`<p class="fixed">${typeof value === 'string' ? value : context.texts.notWritten}</p>`;
