/** Lists of values. */
import { html, nothing, type TemplateResult } from 'lit';
import { insertEntry, moveEntry, removeEntry } from '../../../authoring/editing/index.ts';
import { insideSentence } from '../../../i18n/language.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { icons } from '../../../ui/icons.ts';
import { controlsIn, fieldSelector, whatOf } from '../context.ts';
import type { Field } from '../fields/kinds.ts';
import { startOf } from '../fields/starts.ts';
import type { Control, ControlProps, KindOf } from './props.ts';

/** A list: each of its values is a field with buttons that move it and take it out. */
export const rows: Control<'rows'> = (props) => {
  const { context, kind, pointer, value, labelName, inner } = props;
  const { texts, language } = context;
  const one = context.oneOf(labelName);
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const field: Field = { key: '', kind: kind.of, label: labelName, presence: 'needed' };
  return html`<ol class="rows">
      ${list.map((each, index) => {
        const name = texts.nth(one, formatCount(index + 1, language));
        return html`<li>
          ${inner.field({
            context,
            field,
            pointer: `${pointer}/${index}`,
            value: each,
            label: name,
            tools: rowTools(props, index, list.length, name),
          })}
        </li>`;
      })}
    </ol>
    ${list.length === 0 ? html`<p class="muted">${texts.none}</p>` : nothing}
    ${
      list.length < (kind.most ?? Infinity)
        ? html`<button
            type="button"
            class="button"
            data-add=${pointer}
            @click=${() => addRow(props, list.length)}
          >
            ${texts.addWhat(insideSentence(one))}
          </button>`
        : nothing
    }`;
};

function addRow({ context, kind, pointer, labelName }: ControlProps<KindOf<'rows'>>, at: number) {
  const edit = insertEntry(context.document, pointer, at, startOf(kind.of));
  context.change(edit.steps, whatOf('addWhat', labelName));
  context.focus(controlsIn(`${pointer}/${at}`));
}

/** Moves a value within its list, and takes it out. */
export function rowTools(
  {
    context,
    kind,
    pointer,
    labelName,
  }: Pick<ControlProps, 'context' | 'pointer' | 'labelName'> & {
    readonly kind: { readonly least?: number };
  },
  index: number,
  length: number,
  name: string,
): TemplateResult {
  const { texts } = context;
  const own = `${pointer}/${index}`;
  const move = (by: 1 | -1) => {
    const edit = moveEntry(context.document, own, by);
    if (!edit) return;
    context.change(edit.steps, whatOf('change', labelName));
    const to = fieldSelector(edit.select);
    const [same, other] = by < 0 ? ['up', 'down'] : ['down', 'up'];
    context.focus(
      `${to} [data-move="${same}"]:not([aria-disabled="true"])`,
      `${to} [data-move="${other}"]`,
    );
  };
  const remove = () => {
    const edit = removeEntry(context.document, own);
    if (!edit) return;
    context.change(edit.steps, whatOf('removeWhat', labelName));
    const at = `${pointer}/${Math.min(index, length - 2)}`;
    context.focus(`${fieldSelector(at)} [data-remove]`, addSelector(pointer));
  };
  const button = (by: 1 | -1) => {
    const isEnd = by < 0 ? index === 0 : index === length - 1;
    return html`<button
      type="button"
      class="tool"
      data-move=${by < 0 ? 'up' : 'down'}
      aria-disabled=${isEnd ? 'true' : 'false'}
      aria-label=${by < 0 ? texts.moveUp(name) : texts.moveDown(name)}
      @click=${() => move(by)}
    >
      ${by < 0 ? icons.ascending() : icons.descending()}
    </button>`;
  };
  return html`${length > 1 ? html`${button(-1)}${button(1)}` : nothing}
  ${length > (kind.least ?? 0) ? removeButton(texts.removeWhat(name), remove) : nothing}`;
}

/** Selects the button that adds to a place. */
export function addSelector(pointer: string): string {
  return `[data-add="${CSS.escape(pointer)}"]`;
}

/** Draws the button that takes something out. */
export function removeButton(name: string, remove: () => void): TemplateResult {
  return html`<button type="button" class="tool" data-remove aria-label=${name} @click=${remove}>
    ${icons.close()}
  </button>`;
}
