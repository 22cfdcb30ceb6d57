import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { compareRounds, formatDate, type Round, type RoundModel } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { Ui } from './ui.ts';

export interface ComparisonProps {
  readonly round: RoundModel;
  /** Ids of the two rounds that are compared; `now` is the population as it is. */
  readonly compared: readonly [earlier: string, later: string] | undefined;
  readonly compare: (ids: readonly [string, string]) => void;
  /** How many of the newest finished rounds are passed by, where there are more than can be chosen among at once. */
  readonly passed: number;
  readonly pass: (passed: number) => void;
  readonly openPatients: (ids: readonly string[], title: string) => void;
  readonly ui: Ui;
}

/** So many rounds are offered at once: older ones are a step, or a date, away. */
const mostOffered = 50;

/** What became of the patients from one round to another, or to now. */
export function comparison(props: ComparisonProps, finished: readonly Round[]): TemplateResult {
  const { round, compared, compare, ui } = props;
  const { texts } = ui;
  const text = texts.roundPanel;
  const [earlierId, laterId] = compared ?? [finished.at(-1)!.id, 'now'];
  return html`<h4>${text.compare}</h4>
    ${finished.length > mostOffered ? steps(props, finished) : nothing}
    <div class="range">
      ${select(props, finished, earlierId, text.compare, (id) => compare([id, laterId]))}
      <span>${text.with}</span>
      ${select(props, finished, laterId, text.with, (id) => compare([earlierId, id]), text.now)}
    </div>
    ${outcome(props, roundOf(round, earlierId), roundOf(round, laterId))}`;
}

/** Compared anew where one of the two is another: everybody in both is looked at. */
function outcome(
  { openPatients, ui }: ComparisonProps,
  earlier: Round | undefined,
  later: Round | undefined,
): unknown {
  return guard([earlier, later, ui], () => changes(earlier, later, openPatients, ui));
}

function roundOf(model: RoundModel, id: string): Round | undefined {
  return id === 'now' ? model.now() : model.state.rounds.find((each) => each.id === id);
}

/** Those that are offered, `[from, to)` of all that are finished. */
function offered(
  { passed }: ComparisonProps,
  { length }: readonly Round[],
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, length - passed - mostOffered);
  return { from, to: Math.min(length, from + mostOffered) };
}

/** @param now What the population as it is is called, where that can be chosen too. */
function select(
  props: ComparisonProps,
  finished: readonly Round[],
  chosen: string,
  label: string,
  choose: (id: string) => void,
  now?: string,
): TemplateResult {
  const { from, to } = offered(props, finished);
  const option = (id: string, name: string) =>
    html`<option value=${id} .selected=${live(id === chosen)}>${name}</option>`;
  // What is chosen stays to be seen, wherever it stands.
  const isOffered = ({ id }: Round, index: number) =>
    (index >= from && index < to) || id === chosen;
  return html`<select
    class="field"
    aria-label=${label}
    @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
  >
    ${finished.filter(isOffered).map((each) => option(each.id, named(each, props.ui)))}
    ${now === undefined ? nothing : option('now', now)}
  </select>`;
}

function named(round: Round, { language }: Ui): string {
  return formatDate(endOf(round), language);
}

function endOf({ finished, asOf }: Round): string {
  return finished ?? asOf;
}

/** Which of many rounds are offered, and the way to the others. */
function steps(props: ComparisonProps, finished: readonly Round[]): TemplateResult {
  const { pass, ui } = props;
  const { language, texts } = ui;
  const text = texts.roundPanel;
  const { from, to } = offered(props, finished);
  const { length } = finished;
  const count = (value: number) => formatCount(value, language);
  const step = (words: string, isThere: boolean, passed: number) =>
    html`<button
      type="button"
      class="button"
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${() => isThere && pass(passed)}
    >
      ${words}
    </button>`;
  const goTo = ({ target }: Event) => {
    const { value } = target as HTMLInputElement;
    const last = value ? finished.findLastIndex((each) => endOf(each) <= value) : length - 1;
    // Where none is that old, the oldest are what comes nearest.
    pass(last < 0 ? length - Math.min(length, mostOffered) : length - 1 - last);
  };
  return html`<p class="muted" role="status">
      ${text.offered(count(from + 1), count(to), count(length))}
    </p>
    <label class="stacked"
      ><span>${text.finishedBy}</span><input class="field" type="date" @change=${goTo}
    /></label>
    <div class="buttons">
      ${step(text.older, from > 0, length - from)}
      ${step(text.newer, to < length, Math.max(0, length - to - mostOffered))}
    </div>`;
}

function changes(
  earlier: Round | undefined,
  later: Round | undefined,
  openPatients: ComparisonProps['openPatients'],
  ui: Ui,
): TemplateResult {
  const { language, texts } = ui;
  const text = texts.roundPanel;
  const found = earlier && later && compareRounds(earlier, later);
  // Of a round that goes on nobody can say who was not reached.
  const finished = [later, earlier].find((each) => each?.finished !== undefined);
  const lines: readonly (readonly [string, readonly string[]])[] = found
    ? [
        [text.came, found.came],
        [text.left, found.left],
        [text.changed, found.changed.map(({ patientId }) => patientId)],
        ...(finished ? [[text.notReached(named(finished, ui)), found.notReached] as const] : []),
        ...(found.undecided.length > 0
          ? [[texts.population.undecided, found.undecided] as const]
          : []),
      ]
    : [];
  return html`<ul class="lines">
    ${lines.map(
      ([title, ids]) =>
        html`<li>
          <span>${title}</span>
          <button
            type="button"
            class="link"
            aria-disabled=${ids.length === 0 ? 'true' : 'false'}
            @click=${() => ids.length > 0 && openPatients(ids, title)}
          >
            ${formatCount(ids.length, language)}
          </button>
        </li>`,
    )}
  </ul>`;
}
