/** The form of one part of a profile: of what stands at a place, with all that can be said there. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  changeKind,
  criterionKinds,
  newCriterion,
  type CriterionKind,
} from '../../authoring/editing/index.ts';
import { keysOf } from '../../json/paths.ts';
import { codeSystems, unitGroups } from '../../record/index.ts';
import type { LabelName } from '../../i18n/texts/editor-forms.ts';
import { codeSetPage } from '../codes/page.ts';
import type { EditorHost } from '../host.ts';
import {
  controlsIn,
  fieldSelector,
  firstControl,
  focusFirst,
  FormContext,
  formTitle,
  whatOf,
} from './context.ts';
import { selection } from './controls/choices.ts';
import { idOf } from './controls/props.ts';
import { asJson, jsonLink, unshown } from './controls/shapes.ts';
import { entryList } from './entry-list.ts';
import { inner } from './field.ts';
import { fits } from './fields/fits.ts';
import { criterionKindOf, partFor } from './fields/parts.ts';
import { placeOf, type Place } from './fields/reach.ts';
import { leftOver } from './left-over.ts';
import { faultsOfField } from './told.ts';

/** What a form is of. */
export interface FormOf {
  readonly host: EditorHost;
  /** JSON Pointer into the document: its form is that of the part around it. */
  readonly pointer: string;
}

/**
 * Draws the form in which a place of the document is shown. To draw it changes nothing; what the format does not know,
 * or the form cannot show, is told and kept.
 */
export function formOf({ host, pointer }: FormOf): TemplateResult {
  const { document } = host.draft.state;
  const { form, field } = placeOf(document, pointer);
  const context = new FormContext(host, form, field === form ? undefined : field);
  return html`${keyed(form, formAt(context, placeOf(document, form)))}`;
}

/** Puts the focus on the field that shows a place, or on the first of its form; the form has been drawn. */
export function focusField(host: EditorHost, pointer: string): void {
  const { form, field } = placeOf(host.draft.state.document, pointer);
  const own = field === form ? [] : [controlsIn(field), fieldSelector(field)];
  focusFirst(host, [...own, firstControl, formTitle]);
}

function formAt(context: FormContext, place: Place): TemplateResult {
  const { form } = context;
  const faults = faultsOfField(context, form);
  const label = labelOf(form, place);
  const help = context.texts.helps;
  const hint = Object.hasOwn(help, label) ? help[label as keyof typeof help] : undefined;
  return html`<div class="profile-form" data-form=${form}>
    <h3 tabindex="-1">${headOf(context, label, place)}</h3>
    ${hint ? html`<p class="help">${hint}</p>` : nothing} ${faults.template}
    ${
      place.value === undefined && form !== '' && !isSection(form)
        ? html`<p class="muted">${context.texts.gone}</p>`
        : bodyOf(context, place, label)
    }
    ${suggestions()}
  </div>`;
}

function isSection(form: string): boolean {
  return keysOf(form).length === 1;
}

function bodyOf(context: FormContext, place: Place, label: LabelName): TemplateResult {
  const { kind, value, form } = place;
  if (!kind) return asJson(value);
  const isShown = value === undefined || fits(kind, value);
  if (kind.kind === 'criterion') return criterionForm(context, place);
  if (!isShown) return unshown(controlProps(context, place, label));
  if (kind.kind === 'group' && kind.part === 'codeSet')
    return html`${codeSetPage({ host: context.host, pointer: form })}
    ${leftOver({ context, part: kind.part, pointer: form, value })}`;
  const list = entryList(context, form);
  if (list) return list;
  return kind.kind === 'group'
    ? inner.part({ context, part: kind.part, pointer: form, value })
    : html`<div data-pointer=${form}>${inner.control(controlProps(context, place, label))}</div>`;
}

function controlProps(context: FormContext, { kind, value, form }: Place, labelName: LabelName) {
  return {
    ...{ context, kind: kind!, value, labelName, inner },
    pointer: form,
    label: context.label(labelName),
    id: idOf(form, 'control'),
    told: idOf(form, 'faults'),
    isInvalid: context.faultsAt(form).length > 0,
    isOptional: false,
  };
}

/** A criterion: its kind, how it reads, and what its kind asks. */
function criterionForm(context: FormContext, { form, value }: Place): TemplateResult {
  const { texts, document } = context;
  const kind = criterionKindOf(value);
  const words = context.wordsAt(form);
  const choose = (next: string) => {
    if (kind)
      context.apply(
        changeKind(document, form, next as CriterionKind),
        whatOf('change', 'criterion'),
      );
    else context.put(form, newCriterion(next as CriterionKind), 'criterion');
  };
  const id = idOf(form, 'kind');
  return html`<div class="form-field kind-choice">
      <div class="field-head">
        <label class="field-label" for=${id}>${texts.criterionKind}</label>
      </div>
      ${selection(
        { context, id, told: idOf(form, 'faults'), isInvalid: context.faultsAt(form).length > 0 },
        {
          chosen: kind ?? '',
          choose,
          options: criterionKinds.map((each) => ({
            value: each,
            label: context.label(each),
            isDisabled: kind !== undefined && each !== kind && !changeKind(document, form, each),
          })),
        },
      )}
    </div>
    ${
      words === undefined
        ? nothing
        : html`<p class="words"><span class="language">${texts.inWords}</span> ${words}</p>`
    }
    ${
      kind === undefined
        ? html`<div class="unshown">
            <p>${texts.kindUnknown} ${texts.unshownHint}</p>
            ${jsonLink(context, form)} ${asJson(value)}
          </div>`
        : html`<div class="criterion-fields">${criterionFields(context, form, value)}</div>`
    }`;
}

/** What is asked under a criterion's one key stands in its form without a frame of its own. */
function criterionFields(context: FormContext, form: string, value: unknown): TemplateResult {
  const fields = partFor('criterion', value);
  const [only, ...others] = fields;
  const holder = value as Readonly<Record<string, unknown>>;
  if (!only || others.length > 0 || only.kind.kind !== 'group')
    return inner.part({ context, part: 'criterion', pointer: form, value });
  const own = `${form}/${only.key}`;
  const asked = holder[only.key];
  const keys = Object.keys(holder).filter((key) => key !== only.key);
  if (!fits(only.kind, asked) || keys.length > 0)
    return inner.part({ context, part: 'criterion', pointer: form, value });
  return html`<div data-pointer=${own}>
    ${faultsOfField(context, own).template}
    ${inner.part({ context, part: only.kind.part, pointer: own, value: asked })}
  </div>`;
}

const entryLabels: Readonly<Record<string, LabelName>> = {
  information: 'item',
  markers: 'marker',
  indicators: 'indicator',
  messages: 'message',
  codes: 'codeSet',
};

/** What a form is called: its section, its entry, the place of its criterion. */
function labelOf(form: string, { kind }: Place): LabelName {
  const keys = keysOf(form);
  const [section = '', , key = ''] = keys;
  if (form === '') return 'profile';
  if (keys.length === 1) return section === 'codes' ? 'codeSets' : (section as LabelName);
  if (section === 'population' && keys.length === 2) return keys[1] as LabelName;
  if (keys.length === 2) return entryLabels[section] ?? 'criterion';
  if (keys.length === 3 && kind?.kind === 'criterion')
    return section === 'markers' ? 'markerWhen' : (key as LabelName);
  return 'criterion';
}

function headOf(context: FormContext, label: LabelName, { form }: Place): string {
  const name = context.label(label);
  const keys = keysOf(form);
  if (keys.length !== 2 || entryLabels[keys[0]!] === undefined) return name;
  const title = context.textIn(context.valueAt(`${form}/title`));
  const shown = title === '' && keys[0] === 'codes' ? keys[1]! : title;
  return shown === '' ? name : `${name}: ${shown}`;
}

const units = unitGroups.flatMap((group) => Object.values(group.units).map(([best]) => best));

/** What fields of systems and units suggest. */
function suggestions(): TemplateResult {
  const list = (id: string, values: readonly (string | undefined)[]) =>
    html`<datalist id="form-suggest-${id}">
      ${[...new Set(values)].map((value) => html`<option value=${value ?? nothing}></option>`)}
    </datalist>`;
  return html`${list(
    'systems',
    codeSystems.map(({ title }) => title),
  )}${list('units', units)}`;
}
