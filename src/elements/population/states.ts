import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type {
  Language,
  ListView,
  PopulationState,
  Progress,
  LoadedPopulation,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { face, problemNotice } from '../shared/notices.ts';

/** What stands where there is no list: why, and what can be done. */
export function faceWithoutList(
  { phase, progress, choices, profileErrors, problems }: PopulationState,
  hasAdapter: boolean,
  retry: () => void,
  language: Language,
  texts: Texts,
): TemplateResult | typeof nothing {
  const { states } = texts;
  if (profileErrors.length > 0) return nothing;
  if (phase === 'failed')
    return face(
      states.failed,
      states.failedHint,
      html`${problemNotice(problems, language, texts, retry)}`,
    );
  if (phase === 'loading') return loadingFace(progress, language, texts);
  return choices.length === 0 && hasAdapter
    ? face(states.emptyProfile, states.emptyProfileHint)
    : face(states.emptyAdapter, states.emptyAdapterHint);
}

function loadingFace(
  progress: Progress | undefined,
  language: Language,
  { states }: Texts,
): TemplateResult {
  const count = (value: number) => formatCount(value, language);
  const known = progress?.expected;
  const words = !progress
    ? ''
    : known === undefined
      ? states.received(count(progress.received))
      : states.progress(count(progress.received), count(known));
  return face(
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
  readonly clear: () => void;
  readonly language: Language;
  readonly texts: Texts;
}

/** A silent empty list is the worst that could be shown: it says how it came to be empty. */
export function emptyFace(props: EmptyProps): TemplateResult {
  const { loaded, view, size, whole, clear, language, texts } = props;
  const text = texts.population;
  if (size > 0)
    return face(
      text.noneFound,
      text.noneFoundHint,
      html`<button type="button" class="button" @click=${clear}>${text.clearAll}</button>`,
    );
  if (view.tab === 'undecided') return face(text.noUndecided, text.noUndecidedHint);
  return face(
    text.noMembers,
    whole && loaded.population.undecided.length === 0
      ? text.noMembersHint(formatCount(loaded.patients, language))
      : text.noMembersPartial,
  );
}
