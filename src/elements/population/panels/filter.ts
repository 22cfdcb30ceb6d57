import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CellState, DateRange, Filter } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { virtualList } from '../../../ui/virtual-list.ts';
import { radioForm } from '../../shared/radio-form.ts';
import type { Ui } from './ui.ts';

/** A code or value that occurs in the column. */
interface FilterChoice {
  readonly value: string;
  readonly text: string;
  readonly count: number;
}

export interface FilterProps {
  readonly title: string;
  /** What fits the column. */
  readonly kind: 'choices' | 'number' | 'date' | 'text';
  readonly filter: Filter;
  /** Whether a row can hold several of the choices: then it can be asked for all that are chosen. */
  readonly holdsSeveral?: boolean;
  readonly choices: {
    readonly all: readonly FilterChoice[];
    /** Patients among whom they are counted: those whom the other filters leave. */
    readonly of: number;
    /** What is written in the panel's own search. */
    readonly find: string;
    readonly search: (find: string) => void;
  };
  /** Stretches of days that the column can be asked for, and what they are called. */
  readonly ranges?: readonly { readonly range: DateRange; readonly text: string }[];
  readonly states: readonly CellState[];
  /** What a state is called in the column. */
  readonly nameState: (state: CellState) => string;
  /** Patients of whom nobody can say whether their value passes. */
  readonly undecided: number;
  readonly change: (filter: Filter) => void;
  readonly ui: Ui;
}

/** A column's filter: what its kind can be asked, and always whether something is missing or unknown. */
export function filterPanel(props: FilterProps): TemplateResult {
  const { title, kind, filter, states, nameState, undecided, change, ui } = props;
  const { panels } = ui.texts;
  const { columnId } = filter;
  const toggleState = (state: CellState) => {
    const now = filter.states ?? [];
    change({
      ...filter,
      states: now.includes(state) ? now.filter((each) => each !== state) : [...now, state],
    });
  };
  return html`<h3>${panels.filterOf(title)}</h3>
    ${
      kind === 'choices'
        ? choiceList(props)
        : kind === 'text'
          ? html`<label class="stacked"
              ><span>${panels.contains}</span
              ><input
                class="field"
                type="search"
                .value=${live(filter.contains ?? '')}
                @input=${(event: Event) => change({ ...filter, contains: valueOf(event) })}
            /></label>`
          : range(props)
    }
    ${
      states.length > 0
        ? html`<fieldset class="choices">
            <legend>${panels.state}</legend>
            ${states.map(
              (state) =>
                html`<label
                  ><input
                    type="checkbox"
                    .checked=${live(filter.states?.includes(state) ?? false)}
                    @change=${() => toggleState(state)}
                  />${nameState(state)}</label
                >`,
            )}
            ${
              undecided > 0
                ? html`<p class="muted">
                    ${panels.undecidedByFilter(formatCount(undecided, ui.language))}
                  </p>`
                : nothing
            }
          </fieldset>`
        : nothing
    }
    <button type="button" class="button" @click=${() => change({ columnId })}>
      ${panels.removeFilter}
    </button>`;
}

function choiceList(props: FilterProps): TemplateResult {
  const { filter, choices, ui } = props;
  const { all, of, find, search } = choices;
  const text = ui.texts.panels;
  const chosen = chosenIn(filter);
  const wanted = find.trim().toLowerCase();
  const found = all.filter(
    (choice) =>
      chosen.includes(choice.value) ||
      `${choice.value} ${choice.text}`.toLowerCase().includes(wanted),
  );
  return html`<p class="muted">${text.facetOf(formatCount(of, ui.language))}</p>
    ${
      all.length > 8
        ? html`<input
            class="field"
            type="search"
            placeholder=${text.findCode}
            aria-label=${text.findCode}
            .value=${live(find)}
            @input=${(event: Event) => search(valueOf(event))}
          />`
        : nothing
    }
    ${virtualList({
      items: found,
      key: ({ value }) => value,
      className: 'lines',
      content: (choice) => choiceLine(choice, chosen.includes(choice.value), props),
    })}
    ${props.holdsSeveral && chosen.length > 1 ? together(chosen, props) : nothing}`;
}

/** What is chosen, be it that all of it is asked for or any. */
function chosenIn({ any = [], all = [] }: Filter): readonly string[] {
  return [...new Set([...all, ...any])];
}

/** Whether a row is to hold all that is chosen, or any of it. */
function together(chosen: readonly string[], { filter, change, ui }: FilterProps): TemplateResult {
  const text = ui.texts.panels;
  const { all = [], any = [], ...rest } = filter;
  const choice = (key: 'all' | 'any', isOn: boolean) =>
    html`<label
      ><input
        type="radio"
        name="together"
        .checked=${live(isOn)}
        @change=${() => change({ ...rest, [key]: chosen })}
      />${text.holds[key]}</label
    >`;
  return radioForm(
    html`<fieldset class="choices">
      <legend>${text.together}</legend>
      ${choice('any', all.length === 0)} ${choice('all', any.length === 0)}
    </fieldset>`,
  );
}

function choiceLine(
  { value, text, count }: FilterChoice,
  isOn: boolean,
  { filter, change, ui }: FilterProps,
): TemplateResult {
  const turn = () => change(isOn ? without(filter, value) : withChoice(filter, value));
  return html`<label
      ><input type="checkbox" .checked=${live(isOn)} @change=${turn} /><span
        ><bdi>${text || value}</bdi>${
          text && text !== value && filter.columnId.startsWith('item:')
            ? html` <span class="muted">${value}</span>`
            : nothing
        }</span
      ></label
    ><span class="muted">${formatCount(count, ui.language)}</span>`;
}

function without(filter: Filter, value: string): Filter {
  const left = (key: 'any' | 'all') =>
    filter[key] ? { [key]: filter[key].filter((each) => each !== value) } : {};
  return { ...filter, ...left('any'), ...left('all') };
}

/** Where all that is chosen is asked for, one more is too. */
function withChoice(filter: Filter, value: string): Filter {
  const { any = [], all = [] } = filter;
  return all.length > 0 && any.length === 0
    ? { ...filter, all: [...all, value] }
    : { ...filter, any: [...any, value] };
}

/** A stretch of days, seen from the day of the list. */
function rangeChoice({ kind, filter, ranges = [], change, ui }: FilterProps): unknown {
  if (ranges.length === 0) return nothing;
  const text = ui.texts.panels;
  const choose = (value: string) => {
    const { when: _, ...rest } = filter;
    const found = ranges.find(({ range: each }) => each === value);
    change(found ? { ...rest, when: found.range } : rest);
  };
  return html`<label class="stacked"
    ><span>${kind === 'number' ? text.age : text.period}</span
    ><select
      class="field"
      .value=${live(filter.when ?? '')}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${filter.when === undefined}>${text.anyPeriod}</option>
      ${ranges.map(
        ({ range: each, text: words }) =>
          html`<option value=${each} ?selected=${each === filter.when}>${words}</option>`,
      )}
    </select></label
  >`;
}

function range(props: FilterProps) {
  const { kind, filter, change, ui } = props;
  const { texts } = ui;
  const bound = (side: 'min' | 'max', label: string) =>
    html`<label class="stacked"
      ><span>${label}</span
      ><input
        class="field"
        type=${kind === 'date' ? 'date' : 'number'}
        step="any"
        .value=${live(String(filter[side] ?? ''))}
        @change=${(event: Event) => {
          const written = valueOf(event);
          const { [side]: _, ...rest } = filter;
          if (written === '') change(rest);
          else change({ ...rest, [side]: kind === 'date' ? written : Number(written) });
        }}
    /></label>`;
  return html`<div class="range">
      ${bound('min', texts.panels.from)} ${bound('max', texts.panels.to)}
    </div>
    ${rangeChoice(props)}`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
