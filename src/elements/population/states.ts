import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import {
  textIn,
  type ListView,
  type LoadedPopulation,
  type PopulationState,
  type ProfileChoice,
  type Progress,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './ui.ts';
import { stateMessage, problemNotice } from '../shared/notices.ts';

/** What stands where there is no list: why, and what can be done. */
export function stateWithoutList(
  state: PopulationState,
  hasAdapter: boolean,
  { retry, choose }: { readonly retry: () => void; readonly choose: (profileId: string) => void },
  ui: Ui,
): TemplateResult | typeof nothing {
  const { phase, loaded, progress, choices, profileErrors, problems, unknown } = state;
  const { states } = ui.texts;
  if (profileErrors.length > 0) return nothing;
  if (unknown) return unknownState(unknown, choices, choose, ui);
  if (phase === 'failed')
    return stateMessage(
      states.failed,
      states.failedHint,
      html`${problemNotice(problems, ui, retry)}`,
    );
  // A list that is loaded and not shown yet waits for what is stored of its round.
  if (phase === 'loading' || loaded) return loadingState(progress, ui);
  return choices.length === 0 && hasAdapter
    ? stateMessage(states.emptyProfile, states.emptyProfileHint)
    : stateMessage(states.emptyAdapter, states.emptyAdapterHint);
}

/** Nobody is shown in the place of a list that is not there: which were there, and which was probably meant. */
function unknownState(
  { id, near }: NonNullable<PopulationState['unknown']>,
  choices: PopulationState['choices'],
  choose: (profileId: string) => void,
  { language, texts }: Ui,
): TemplateResult {
  const { states } = texts;
  const titleOf = ({ id: own, profile, title }: ProfileChoice) =>
    profile ? textIn(profile.title, language) : (title ?? own);
  const offered = near ?? (choices.length === 1 ? choices[0] : undefined);
  const meant = near ? `${titleOf(near)} (${near.id})` : '';
  return stateMessage(
    states.unknownProfile,
    states.unknownProfileHint(id, formatCount(choices.length, language), meant),
    offered
      ? html`<button type="button" class="button" @click=${() => choose(offered.id)}>
          ${states.openList(titleOf(offered))}
        </button>`
      : nothing,
    'alert',
  );
}

function loadingState(progress: Progress | undefined, { language, texts }: Ui): TemplateResult {
  const { states } = texts;
  const count = (value: number) => formatCount(value, language);
  const known = progress?.expected;
  const words = !progress
    ? ''
    : known === undefined
      ? states.received(count(progress.received))
      : states.progress(count(progress.received), count(known));
  return stateMessage(
    states.loading,
    words,
    html`<progress
      aria-label=${states.loading}
      max=${known ?? 1}
      value=${ifDefined(known === undefined ? undefined : progress?.received)}
    ></progress>`,
  );
}

export interface EmptyProps {
  readonly loaded: LoadedPopulation;
  readonly view: ListView;
  /** Rows before search and filters. */
  readonly size: number;
  /** Whether everything came that the clinic has. */
  readonly whole: boolean;
  /** Whether patients of the clinic did not come. */
  readonly isCut: boolean;
  readonly clear: () => void;
  /** How many pass search and filters, and are hidden because they are dealt with. */
  readonly hidden: number;
  /** Shows them. */
  readonly showDone: () => void;
  /** Whom the search finds beside the list. */
  readonly beside: TemplateResult | typeof nothing;
  readonly ui: Ui;
}

/** A silent empty list is the worst that could be shown: it says how it came to be empty. */
export function emptyState(props: EmptyProps): TemplateResult {
  const { loaded, view, size, whole, isCut, clear, beside, ui } = props;
  const { language, texts } = ui;
  const text = texts.population;
  if (props.hidden > 0) return noneLeft(props);
  if (size > 0)
    return stateMessage(
      text.noneFound,
      text.noneFoundHint,
      html`${beside}
        <button type="button" class="button" @click=${clear}>${text.clearAll}</button>`,
    );
  if (view.tab === 'undecided')
    return isCut
      ? stateMessage(text.noUndecidedFetched, text.noUndecidedFetchedHint, beside)
      : stateMessage(text.noUndecided, text.noUndecidedHint, beside);
  if (loaded.patients === 0) return stateMessage(text.noMembers, text.noPatients);
  return stateMessage(
    text.noMembers,
    whole && loaded.population.undecided.length === 0
      ? text.noMembersHint(formatCount(loaded.patients, language))
      : text.noMembersPartial,
    beside,
  );
}

/** Those who would be shown are dealt with, and hidden: how many, and the way to them. */
function noneLeft({ view, hidden, clear, showDone, beside, ui }: EmptyProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.population;
  const count = formatCount(hidden, language);
  const isNarrowed = view.filters.length > 0 || view.query.trim() !== '';
  return stateMessage(
    isNarrowed ? text.noneLeft : text.allDone(count),
    isNarrowed ? text.noneLeftHint(count) : text.allDoneHint,
    html`${beside}
      <button type="button" class="button primary" @click=${showDone}>${text.showDone}</button>
      ${
        isNarrowed
          ? html`<button type="button" class="button" @click=${clear}>${text.clearAll}</button>`
          : nothing
      }`,
  );
}
