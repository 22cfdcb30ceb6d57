import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { movePriority, turnPriority, type ListView } from '../../../model/index.ts';
import { radioForm } from '../../shared/radio-form.ts';
import type { Texts } from './ui.ts';
import { steps } from './steps.ts';

export interface OrderProps {
  readonly view: ListView;
  /** The columns that the rows can be sorted by. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  /** The columns that rows can stand in groups by. */
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  /** Sorts by one column, in the direction that is usual for it where none is said; without a column by priority. */
  readonly sort: (columnId: string | undefined, isDescending?: boolean) => void;
  readonly change: (view: ListView) => void;
  readonly texts: Texts;
}

/** How the rows are ordered: by a column, or by what makes one patient come before another, each to be moved or left out. */
export function orderPanel(props: OrderProps): TemplateResult {
  const { view, texts } = props;
  return html`<h3>${texts.list.priority}</h3>
    ${groupChoice(props)} ${sortChoice(props)}
    ${view.sort.length > 0 ? nothing : priorityRules(props)}`;
}

function groupChoice({ view, groups, change, texts }: OrderProps): unknown {
  if (groups.length === 0) return nothing;
  const choose = (value: string) => {
    const { group: _, ...rest } = view;
    change(value ? { ...rest, group: value } : rest);
  };
  return html`<label class="stacked"
    ><span>${texts.panels.groupBy}</span
    ><select
      class="field group-by"
      .value=${live(view.group ?? '')}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${view.group === undefined}>${texts.panels.noGroups}</option>
      ${groups.map(
        ({ id, title }) =>
          html`<option value=${id} ?selected=${id === view.group}>${title}</option>`,
      )}
    </select></label
  >`;
}

function sortChoice({ view, columns, sort, texts }: OrderProps): TemplateResult {
  const text = texts.panels;
  const [first] = view.sort;
  const direction = (descending: boolean, label: string) =>
    html`<label
      ><input
        type="radio"
        name="direction"
        .checked=${live(first?.descending === descending)}
        @change=${() => sort(first?.columnId, descending)}
      />${label}</label
    >`;
  return html`<label class="stacked"
      ><span>${text.sortBy}</span
      ><select
        class="field"
        .value=${live(first?.columnId ?? '')}
        @change=${(event: Event) => sort((event.target as HTMLSelectElement).value || undefined)}
      >
        <option value="" ?selected=${!first}>${texts.list.byPriority}</option>
        ${columns.map(
          ({ id, title }) =>
            html`<option value=${id} ?selected=${id === first?.columnId}>${title}</option>`,
        )}
      </select></label
    >
    ${
      first
        ? radioForm(
            html`<fieldset class="choices">
              <legend>${text.direction}</legend>
              ${direction(false, text.ascending)} ${direction(true, text.descending)}
            </fieldset>`,
          )
        : nothing
    }`;
}

function priorityRules({ view, change, texts }: OrderProps): TemplateResult {
  return html`<p class="muted">${texts.panels.byPriorityHint}</p>
    <ol class="lines">
      ${view.priority.map(({ by, on }, index) => {
        const title = texts.panels.rules[by];
        return html`<li>
          <label
            ><input
              type="checkbox"
              .checked=${on}
              @change=${() => change(turnPriority(view, by, !on))}
            /><span>${title}</span></label
          >
          ${steps(title, index > 0, index < view.priority.length - 1, (step) => change(movePriority(view, by, step)), texts)}
        </li>`;
      })}
    </ol>`;
}
