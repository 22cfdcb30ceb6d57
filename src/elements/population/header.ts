import { html, nothing, type TemplateResult } from 'lit';
import {
  describeProfile,
  formatDate,
  formatUpdated,
  textIn,
  type Language,
  type PopulationState,
  type Profile,
  type LoadedPopulation,
} from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { rectOf } from './tools.ts';

export interface HeaderProps {
  readonly state: PopulationState;
  readonly profileOpen: boolean;
  readonly turnProfile: () => void;
  readonly choose: (profileId: string) => void;
  readonly print: () => void;
  readonly export: (anchor: DOMRect) => void;
  readonly language: Language;
  readonly texts: Texts;
}

/** What list this is, from what data, and what can be done with the whole of it. */
export function header(props: HeaderProps): TemplateResult {
  const { state, profileOpen, language, texts } = props;
  const text = texts.population;
  const { loaded } = state;
  const profile = loaded?.population.profile;
  return html`<header class="head" part="header">
    <div class="words">
      <h2>${profile ? textIn(profile.title, language) : text.title}</h2>
      ${profile && loaded ? subtitle(profile, loaded, props) : nothing}
    </div>
    <div class="commands">
      ${state.choices.length > 1 ? chooser(props) : nothing}
      ${loaded ? commands(loaded, props) : nothing}
    </div>
    ${profile && profileOpen ? profilePanel(profile, props) : nothing}
  </header>`;
}

function subtitle(
  profile: Profile,
  loaded: LoadedPopulation,
  { profileOpen, turnProfile, language, texts }: HeaderProps,
): TemplateResult {
  const text = texts.population;
  const purpose = profile.purpose.map((each) => textIn(each, language)).join(' · ');
  return html`<p class="purpose">
    <span class="long">${text.purpose}: ${purpose} · </span>${facts(
      profile,
      loaded,
      language,
      texts,
    ).join(' · ')}
    ·
    <button
      type="button"
      class="link"
      aria-expanded=${profileOpen ? 'true' : 'false'}
      @click=${turnProfile}
    >
      ${profileOpen ? text.hideProfile : text.showProfile}
    </button>
  </p>`;
}

/** Version, date, and how fresh the newest of the data is. */
function facts(
  profile: Profile,
  { population, description }: LoadedPopulation,
  language: Language,
  { population: text }: Texts,
): readonly string[] {
  const { asOf } = population;
  const updated = Object.values(description.coverage)
    .flatMap((each) => (each.updated ? [each.updated] : []))
    .sort()
    .at(-1);
  return [
    text.version(profile.version) + (profile.status === 'draft' ? ` (${text.draft})` : ''),
    text.asOf(formatDate(asOf, language)),
    ...(updated ? [text.updated(formatUpdated(updated, asOf, language))] : []),
  ];
}

function chooser({ state, choose, language, texts }: HeaderProps): TemplateResult {
  return html`<label>
    <span class="visually-hidden">${texts.population.switchProfile}</span>
    <select
      class="field"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${state.choices.map(
        ({ id, profile, title }) =>
          html`<option value=${id} ?selected=${id === state.chosen}>
            ${profile ? textIn(profile.title, language) : (title ?? id)}
          </option>`,
      )}
    </select>
  </label>`;
}

function commands({ description }: LoadedPopulation, props: HeaderProps) {
  const { texts } = props;
  const { may } = description;
  return html`${
    may?.print === false
      ? nothing
      : html`<button type="button" class="button print" @click=${props.print}>
          ${icons.print()}${texts.population.print}
        </button>`
  }
  ${
    may?.export === false
      ? nothing
      : html`<button
          type="button"
          class="button"
          aria-haspopup="dialog"
          @click=${(event: Event) => props.export(rectOf(event))}
        >
          ${icons.export()}${texts.export.title}
        </button>`
  }`;
}

function profilePanel(profile: Profile, { language, texts }: HeaderProps): TemplateResult {
  const { sections } = describeProfile(profile, language);
  return html`<section class="card profile-panel" aria-label=${texts.profile.heading}>
    ${sections.map(
      ({ title, lines }) =>
        html`<h4>${title}</h4>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`,
    )}
  </section>`;
}
