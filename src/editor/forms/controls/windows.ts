/** Fields of windows and days: a choice in words, and what it asks for. */
import { html, nothing, type TemplateResult } from 'lit';
import { sentence } from '../../../i18n/language.ts';
import { defaultWindows } from '../../../profile/index.ts';
import { describeWindow } from '../../../profile/describe/windows.ts';
import { isCalendarDate } from '../../../record/calendar.ts';
import { edgeAs, readEdge, writeEdge, type Edge, type EdgeChoice } from '../values/edges.ts';
import {
  readWindow,
  windowAs,
  windowChoices,
  writeWindow,
  type WindowChoice,
  type WindowParts,
} from '../values/windows.ts';
import { selection } from './choices.ts';
import { kept } from './kept.ts';
import { periodField } from './periods.ts';
import { idOf, type Control, type ControlProps } from './props.ts';

export const window: Control<'window'> = (props) => {
  const { context, kind, pointer, value, label, labelName, isOptional } = props;
  const { texts, language } = context;
  const parts = value === undefined ? undefined : readWindow(value);
  const put = (next: WindowParts | undefined, isTyped = false) =>
    context.put(pointer, next && writeWindow(next), labelName, isTyped);
  const usual = kind.type && describeWindow(defaultWindows[kind.type], kind.type, language);
  const options = [
    ...(isOptional && usual ? [{ value: '', label: texts.byDefault(usual) }] : []),
    ...windowChoices.map((choice) => ({
      value: choice,
      label: sentence(texts.windows[choice]),
    })),
  ];
  const chosen = parts?.choice === 'other' ? parts.word : (parts?.choice ?? '');
  return html`<div class="window">
    ${selection(props, {
      options,
      chosen,
      choose: (next) => put(next === '' ? undefined : windowAs(next as WindowChoice, parts)),
    })}
    ${
      parts && 'period' in parts
        ? periodField(
            { ...props, id: idOf(pointer, 'period'), isOptional: false },
            {
              value: parts.period,
              name: label,
              put: (period = '', isTyped) => put({ ...parts, period }, isTyped),
            },
          )
        : nothing
    }
    ${parts?.choice === 'span' ? span(props, parts, put) : nothing}
  </div>`;
};

function span(
  props: ControlProps,
  parts: Extract<WindowParts, { readonly choice: 'span' }>,
  put: (next: WindowParts, isTyped?: boolean) => void,
): TemplateResult {
  const { context, pointer, label } = props;
  const { edgeNames, ofDay } = context.texts;
  return html`<div class="span">
    ${(['from', 'to'] as const).map(
      (side) =>
        html`<div class="edge" data-pointer="${pointer}/${side}">
          <span class="language" aria-hidden="true">${edgeNames[side]}</span>
          ${edgeField(
            { ...props, pointer: `${pointer}/${side}`, id: idOf(`${pointer}/${side}`, 'control') },
            {
              edge: parts[side],
              name: ofDay(label, edgeNames[side]),
              choices: ['none', 'before', 'after', 'day', 'date'],
              put: (edge, isTyped) => put({ ...parts, [side]: edge }, isTyped),
            },
          )}
        </div>`,
    )}
  </div>`;
}

interface EdgeUse {
  readonly edge: Edge;
  readonly name: string;
  readonly choices: readonly EdgeChoice[];
  readonly put: (edge: Edge, isTyped?: boolean) => void;
}

function edgeField(props: ControlProps, { edge, name, choices, put }: EdgeUse): TemplateResult {
  const { context, pointer } = props;
  const { texts } = context;
  return html`${selection(props, {
    name,
    chosen: edge.choice,
    options: choices.map((choice) => ({ value: choice, label: texts.edges[choice] })),
    choose: (choice) => put(edgeAs(choice as EdgeChoice, edge)),
  })}
  ${
    'period' in edge
      ? periodField(
          { ...props, id: idOf(pointer, 'period'), isOptional: false },
          {
            value: edge.period,
            name,
            put: (period = '', isTyped) => put({ ...edge, period }, isTyped),
          },
        )
      : nothing
  }
  ${edge.choice === 'date' ? dayField(props, edge.date, name, put) : nothing}`;
}

function dayField(
  { context, pointer, told, isInvalid }: ControlProps,
  date: string,
  name: string,
  put: EdgeUse['put'],
): TemplateResult {
  return html`<input
    class="field"
    id=${idOf(pointer, 'date')}
    type=${date === '' || isCalendarDate(date) ? 'date' : 'text'}
    autocomplete="off"
    aria-label=${name}
    aria-describedby=${told}
    aria-invalid=${isInvalid ? 'true' : 'false'}
    .value=${kept(date, (typed) => typed === date)}
    @input=${({ target }: Event) =>
      put({ choice: 'date', date: (target as HTMLInputElement).value }, true)}
    @change=${context.leave}
  />`;
}

/** Another day than that of evaluation. */
export const edge: Control<'edge'> = (props) => {
  const { context, pointer, value, label, labelName } = props;
  return html`<div class="edge">
    ${edgeField(props, {
      edge: readEdge(typeof value === 'string' ? value : ''),
      name: label,
      choices: ['before', 'after', 'day', 'date'],
      put: (next, isTyped) => context.put(pointer, writeEdge(next), labelName, isTyped),
    })}
  </div>`;
};
