/** Criteria inside another form: each in words, with the way to its own. */
import { html, nothing, type TemplateResult } from 'lit';
import { insideSentence, sentence } from '../../../i18n/language.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { insertEntry, kindOf, newCriterion } from '../../../authoring/editing/index.ts';
import { icons } from '../../../ui/icons.ts';
import { whatOf, type FormContext } from '../context.ts';
import type { Control } from './props.ts';
import { rowTools } from './rows.ts';

export const criterion: Control<'criterion'> = ({ context, pointer, label, id, told }) =>
  criterionCard(context, pointer, label, { id, told });

/** A criterion in words; of one that is not valid yet, its kind. */
function criterionCard(
  context: FormContext,
  pointer: string,
  label: string,
  { id, told }: { readonly id: string; readonly told: string },
): TemplateResult {
  const { texts, language } = context;
  const faults = context.faultsWithin(pointer);
  const kind = kindOf(context.valueAt(pointer));
  const words = context.wordsAt(pointer) ?? (kind ? context.label(kind) : texts.kindUnknown);
  return html`<div class="criterion-card">
    <p>${words}</p>
    ${
      faults > 0
        ? html`<p class="fault">
            ${icons.warning()} ${texts.faultsInside(formatCount(faults, language))}
          </p>`
        : nothing
    }
    <button
      type="button"
      class="button"
      id=${id}
      aria-label=${texts.open(label)}
      aria-describedby=${told}
      @click=${() => context.host.select(pointer, { field: true })}
    >
      ${texts.openForm}
    </button>
  </div>`;
}

/** The criteria of a group, each with the way to its form. */
export const criteria: Control<'criteria'> = (props) => {
  const { context, pointer, value, label, id, told } = props;
  const { texts, language } = context;
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const add = () => {
    const edit = insertEntry(context.document, pointer, list.length, newCriterion('diagnosis'));
    context.apply(edit, whatOf('addWhat', 'criterion'));
    context.host.select(edit.select, { field: true });
  };
  return html`<ol class="rows">
      ${list.map((each, index) => {
        const own = `${pointer}/${index}`;
        const kind = kindOf(each);
        const name = texts.nth(
          kind ? context.label(kind) : texts.conditionIs,
          formatCount(index + 1, language),
        );
        return html`<li class="listed" data-pointer=${own}>
          <div class="field-head">
            <span class="field-label">${sentence(name)}</span>
            <span class="tools">${rowTools({ ...props, kind: {} }, index, list.length, name)}</span>
          </div>
          ${criterionCard(context, own, name, { id: index === 0 ? id : `${id}-${index}`, told })}
        </li>`;
      })}
    </ol>
    ${list.length === 0 ? html`<p class="muted">${texts.none}</p>` : nothing}
    <button
      type="button"
      class="button"
      data-add=${pointer}
      aria-label="${texts.addWhat(insideSentence(texts.conditionIs))}: ${label}"
      @click=${add}
    >
      ${texts.addWhat(insideSentence(context.label('criterion')))}
    </button>`;
};
