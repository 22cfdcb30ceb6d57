/** The entries of a section that has forms for each: their titles, their order, and new ones. */
import { html, nothing, type TemplateResult } from 'lit';
import { addCodeSet, addEntry, entryLists, type EntryList } from '../../authoring/editing/index.ts';
import { insideSentence } from '../../i18n/language.ts';
import { pointer as pointerOf } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { codeSystems } from '../../record/index.ts';
import type { LabelName } from '../../i18n/texts/editor-forms.ts';
import { icons } from '../../ui/icons.ts';
import { whatOf, type FormContext } from './context.ts';
import { rowTools } from './controls/rows.ts';

/** What each of a section's entries is called. */
const labels = {
  information: 'item',
  markers: 'marker',
  indicators: 'indicator',
  messages: 'message',
} as const satisfies Readonly<Record<EntryList, LabelName>>;

/** Draws the list of a section; undefined of what is no such section. */
export function entryList(context: FormContext, form: string): TemplateResult | undefined {
  if (form === '/codes') return codeSetList(context);
  const list = entryLists.find((each) => form === `/${each}`);
  return list && listedEntries(context, form, list);
}

function listedEntries(context: FormContext, form: string, section: EntryList): TemplateResult {
  const label = labels[section];
  const { texts, language, document, host } = context;
  const value = context.valueAt(form);
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const add = () => {
    const edit = addEntry(document, section);
    context.apply(edit, whatOf('addWhat', label));
    host.select(edit.select, { field: true });
  };
  return html`<ol class="rows" data-pointer=${form}>
      ${list.map((each, index) => {
        const title = context.textIn(isObject(each) ? each['title'] : undefined);
        const name =
          title === '' ? texts.nth(context.label(label), formatCount(index + 1, language)) : title;
        return entryRow(
          context,
          `${form}/${index}`,
          name,
          rowTools(
            { context, pointer: form, labelName: label, kind: {} },
            index,
            list.length,
            name,
          ),
        );
      })}
    </ol>
    ${list.length === 0 ? html`<p class="muted">${texts.none}</p>` : nothing}
    <button type="button" class="button" data-add=${form} @click=${add}>
      ${texts.addWhat(insideSentence(context.label(label)))}
    </button>`;
}

function entryRow(
  context: FormContext,
  pointer: string,
  name: string,
  tools: TemplateResult | typeof nothing,
): TemplateResult {
  const { texts, language, host } = context;
  const faults = context.faultsWithin(pointer);
  return html`<li class="listed" data-pointer=${pointer}>
    <div class="field-head">
      <button type="button" class="link" @click=${() => host.select(pointer, { field: true })}>
        ${name}
      </button>
      <span class="tools">${tools}</span>
    </div>
    ${
      faults > 0
        ? html`<p class="fault">
            ${icons.warning()} ${texts.faultsInside(formatCount(faults, language))}
          </p>`
        : nothing
    }
  </li>`;
}

/** The shared code sets; the form of each says where it is used. */
function codeSetList(context: FormContext): TemplateResult {
  const { texts, host, document } = context;
  const value = context.valueAt('/codes');
  const sets = isObject(value) ? value : {};
  const add = () => {
    const edit = addCodeSet(document, codeSystems[0]!.title);
    context.apply(edit, whatOf('addWhat', 'codeSet'));
    host.select(edit.select, { field: true });
  };
  return html`<ul class="rows" data-pointer="/codes">
      ${Object.entries(sets).map(([name, set]) => {
        const title = context.textIn(isObject(set) ? set['title'] : undefined);
        return entryRow(
          context,
          `/codes${pointerOf([name])}`,
          title === '' ? name : `${title} (${name})`,
          nothing,
        );
      })}
    </ul>
    ${Object.keys(sets).length === 0 ? html`<p class="muted">${texts.none}</p>` : nothing}
    <button type="button" class="button" data-add="/codes" @click=${add}>
      ${texts.addWhat(insideSentence(context.label('codeSet')))}
    </button>`;
}
