/** Fields and the objects that hold them, drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { insideSentence } from '../../i18n/language.ts';
import { pointer as pointerOf } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import * as choices from './controls/choices.ts';
import { codes } from './controls/codes.ts';
import * as criteria from './controls/criteria.ts';
import * as periods from './controls/periods.ts';
import {
  idOf,
  type Control,
  type ControlProps,
  type FieldProps,
  type Inner,
  type PartProps,
} from './controls/props.ts';
import { addSelector, removeButton, rows } from './controls/rows.ts';
import { section, tests } from './controls/sections.ts';
import * as shapes from './controls/shapes.ts';
import * as texts from './controls/texts.ts';
import * as windows from './controls/windows.ts';
import { fits } from './fields/fits.ts';
import type { Field, Kind } from './fields/kinds.ts';
import { partFor } from './fields/parts.ts';
import { startOfField } from './fields/starts.ts';
import { leftOver } from './left-over.ts';
import { faultsOfField, helpOf } from './told.ts';

const controls: { readonly [Name in Kind['kind']]: Control<Name> } = {
  line: texts.line,
  prose: texts.prose,
  localText: texts.localText,
  date: texts.date,
  number: texts.number,
  lines: texts.lines,
  flag: choices.flag,
  choice: choices.choice,
  choices: choices.choices,
  fixed: choices.fixed,
  period: periods.period,
  ageLimit: periods.ageLimit,
  edge: windows.edge,
  window: windows.window,
  codes,
  group: shapes.group,
  either: shapes.either,
  typed: shapes.typed,
  rows,
  // Of code sets alone, whose names stand in their own form.
  named: ({ value }) => shapes.asJson(value),
  criterion: criteria.criterion,
  criteria: criteria.criteria,
  section,
  tests,
};

/** Kinds of which one control is the whole: the label is for it. */
const simple: ReadonlySet<Kind['kind']> = new Set([
  'line',
  'prose',
  'date',
  'number',
  'lines',
  'choice',
  'period',
  'ageLimit',
  'window',
  'edge',
]);

function control(props: ControlProps): TemplateResult {
  const { kind, value } = props;
  const draw = controls[kind.kind] as (props: ControlProps) => TemplateResult;
  return value === undefined || fits(kind, value) ? draw(props) : shapes.unshown(props);
}

function field({ context, field: of, pointer, value, label, tools }: FieldProps): TemplateResult {
  const { kind, presence } = of;
  const name = label ?? context.label(of.label);
  const faults = faultsOfField(context, pointer);
  const { helps } = context.texts;
  const ownHelp =
    label === undefined && Object.hasOwn(helps, of.label)
      ? helps[of.label as keyof typeof helps]
      : undefined;
  const help = ownHelp ?? (kind.kind === 'lines' ? context.texts.linesHint : undefined);
  const [id, helpId, labelId] = [
    idOf(pointer, 'control'),
    idOf(pointer, 'help'),
    idOf(pointer, 'label'),
  ];
  const isSimple = simple.has(kind.kind) && (value === undefined || fits(kind, value));
  const props: ControlProps = {
    ...{ context, kind, pointer, value, id, inner },
    label: name,
    labelName: of.label,
    told: help === undefined ? faults.id : `${helpId} ${faults.id}`,
    isInvalid: faults.isInvalid,
    isOptional: presence === 'offered',
  };
  const remove = () => context.remove(pointer, of.label, addSelector(pointer));
  const head = html`<div class="field-head">
    ${
      isSimple
        ? html`<label class="field-label" for=${id} id=${labelId}>${name}</label>`
        : html`<span class="field-label" id=${labelId}>${name}</span>`
    }
    <span class="tools"
      >${tools ?? nothing}${
        presence === 'added' ? removeButton(context.texts.removeWhat(name), remove) : nothing
      }</span
    >
  </div>`;
  const body = html`${head}${control(props)}${helpOf(help, helpId)}${faults.template}`;
  const current = context.current === pointer ? 'current' : '';
  return isSimple
    ? html`<div class="form-field kind-${kind.kind} ${current}" data-pointer=${pointer}>
        ${body}
      </div>`
    : html`<div
        class="form-field compound kind-${kind.kind} ${current}"
        role="group"
        aria-labelledby=${labelId}
        aria-describedby=${props.told}
        data-pointer=${pointer}
      >
        ${body}
      </div>`;
}

/** The fields of an object, what may be added to it, and what does not belong there. */
function part({ context, part: name, pointer, value }: PartProps): TemplateResult {
  const fields = partFor(name, value);
  const holder = isObject(value) ? value : {};
  const has = (key: string) => Object.hasOwn(holder, key);
  const drawn = fields.filter(({ key, presence }) => presence !== 'added' || has(key));
  const addable = fields.filter(({ key, presence }) => presence === 'added' && !has(key));
  return html`<div class="fields">
      ${repeat(
        drawn,
        ({ key }) => key,
        (each) =>
          field({
            context,
            field: each,
            pointer: pointer + pointerOf([each.key]),
            value: holder[each.key],
          }),
      )}
    </div>
    ${addable.length > 0 ? additions({ context, part: name, pointer, value }, addable) : nothing}
    ${leftOver({ context, part: name, pointer, value })}`;
}

/** Buttons that add what an object may have besides. */
function additions({ context, pointer }: PartProps, fields: readonly Field[]): TemplateResult {
  const { texts: words } = context;
  return html`<div class="additions" role="group" aria-label=${words.add}>
    <span class="muted" aria-hidden="true">${words.add}</span>
    ${repeat(
      fields,
      ({ key }) => key,
      (each) => {
        const own = pointer + pointerOf([each.key]);
        const label = context.label(each.label);
        return html`<button
          type="button"
          class="addition"
          data-add=${own}
          aria-label=${words.addWhat(insideSentence(label))}
          @click=${() => context.add(own, startOfField(each), each.label)}
        >
          + ${label}
        </button>`;
      },
    )}
  </div>`;
}

/** Fields, objects and values, as they are drawn in one another. */
export const inner: Inner = { field, part, control };
