/** Values of one of several shapes, objects, and what a form cannot show. */
import { html, type TemplateResult } from 'lit';
import { insideSentence } from '../../../i18n/language.ts';
import { isObject } from '../../../json/values.ts';
import type { QueryType } from '../../../profile/index.ts';
import type { FormContext } from '../context.ts';
import { alternativeOf, typeIn } from '../fields/fits.ts';
import { startOf, startOfTyped } from '../fields/starts.ts';
import { faultsOfField } from '../told.ts';
import { selection } from './choices.ts';
import { idOf, type Control, type ControlProps } from './props.ts';

/** An object's own fields. */
export const group: Control<'group'> = ({ context, kind, pointer, value, inner }) =>
  html`<div class="group">${inner.part({ context, part: kind.part, pointer, value })}</div>`;

/** A choice of the shape, and the value in it. */
export const either: Control<'either'> = (props) => {
  const { context, kind, pointer, value, label, labelName, inner } = props;
  const { texts } = context;
  const alternative = alternativeOf(kind.of, value);
  const choose = (chosen: string) => {
    const next = kind.of[Number(chosen)];
    if (next) context.put(pointer, reshaped(next.kind, value), labelName);
  };
  return html`<div class="either">
    ${selection(props, {
      name: texts.choiceOf(label),
      chosen: alternative ? String(kind.of.indexOf(alternative)) : '',
      options: kind.of.map((each, index) => ({
        value: String(index),
        label: context.label(each.label),
      })),
      choose,
    })}
    ${alternative ? inner.control({ ...props, kind: alternative.kind, id: idOf(pointer, 'inner') }) : ''}
  </div>`;
};

/** A value in another shape: a period is the shortest of two, and the other way round. */
function reshaped(kind: ControlProps['kind'], value: unknown): unknown {
  if (kind.kind === 'group' && kind.part === 'lengths' && typeof value === 'string')
    return { atLeast: value };
  if (kind.kind === 'period' && isObject(value) && typeof value['atLeast'] === 'string')
    return value['atLeast'];
  return startOf(kind);
}

/** Records of one type: a choice of the type, and what is asked of them. */
export const typed: Control<'typed'> = (props) => {
  const { context, kind, pointer, value, label, labelName, inner } = props;
  const { texts } = context;
  const type = isObject(value) ? typeIn(kind.types, value) : undefined;
  const own = `${pointer}/${type ?? ''}`;
  const faults = faultsOfField(context, own);
  return html`<div class="typed">
    ${selection(props, {
      name: `${label}: ${texts.labels.itemType}`,
      chosen: type ?? '',
      options: kind.types.map((each) => ({ value: each, label: context.label(each) })),
      choose: (next) =>
        context.put(pointer, startOfTyped(next as QueryType, kind.parts), labelName),
    })}
    ${
      type
        ? html`<div class="group" data-pointer=${own}>
            ${faults.template}
            ${inner.part({
              context,
              part: `${kind.parts}.${type}`,
              pointer: own,
              value: isObject(value) ? value[type] : undefined,
            })}
          </div>`
        : ''
    }
  </div>`;
};

/** What the form cannot show: it stays as it is, and may be written anew. */
export function unshown(props: ControlProps): TemplateResult {
  const { context, kind, pointer, value, label, labelName, id } = props;
  const { texts } = context;
  return html`<div class="unshown">
    <p>${texts.unshown(label)} ${texts.unshownHint}</p>
    ${asJson(value)} ${jsonLink(context, pointer)}
    <button
      type="button"
      class="button"
      id=${id}
      @click=${() => {
        context.put(pointer, startOf(kind), labelName);
        context.focus(
          `[data-pointer="${CSS.escape(pointer)}"] :is(input, select, textarea, button)`,
        );
      }}
    >
      ${texts.isAnew(insideSentence(label))}
    </button>
  </div>`;
}

/** Where something stands in the document, and the way to it there. */
export function jsonLink(context: FormContext, pointer: string): TemplateResult {
  const { texts } = context;
  return html`<p class="json-link">
    <span class="muted">${texts.place}: <code>${pointer}</code></span>
    <button type="button" class="link" @click=${() => context.showJson(pointer)}>
      ${texts.showJson}
    </button>
  </p>`;
}

/** A value as it stands in the document, as far as there is room. */
export function asJson(value: unknown): TemplateResult {
  const mostShown = 600;
  const text = JSON.stringify(value, null, 2);
  return html`<pre class="json" tabindex="0">
${text.length > mostShown ? `${text.slice(0, mostShown)}…` : text}</pre>`;
}
