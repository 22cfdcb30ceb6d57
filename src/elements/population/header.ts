import { css, html, nothing, type TemplateResult } from 'lit';
import {
  combinationOf,
  describeApproval,
  describeGaps,
  describeValidity,
  formatDate,
  formatUpdated,
  knownHash,
  shortHash,
  sourcesOf,
  textIn,
  type PopulationState,
  type Profile,
  type LoadedPopulation,
} from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { Ui } from './ui.ts';
import { rectOf } from '../../ui/popover.ts';

export interface HeaderProps {
  readonly state: PopulationState;
  readonly profileOpen: boolean;
  /** Goes to all lists; undefined where there is no such page. */
  /** That the archive has a newer version, or has taken this one back. */
  readonly archived: string | undefined;
  readonly toAllLists: (() => void) | undefined;
  readonly turnProfile: () => void;
  /** Escape closes the profile, from its button as from within. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly choose: (profileId: string) => void;
  readonly print: () => void;
  readonly export: (anchor: DOMRect) => void;
  readonly ui: Ui;
}

/** In characters: more may have to be scrolled, which keys do where the focus is. */
const longGaps = 100;

/** In characters: a longer title may not be seen whole. */
const longTitle = 100;

/** What list this is, from what data, and what can be done with the whole of it. */
export function header(props: HeaderProps): TemplateResult {
  const { state } = props;
  const { language, texts } = props.ui;
  const text = texts.population;
  const { loaded } = state;
  const profile = loaded?.population.profile;
  const title = profile ? textIn(profile.title, language) : text.title;
  return html`<header class="head" part="header" @keydown=${props.onKey}>
    <div class="toolbar" role="toolbar" aria-label=${text.title}>
      ${
        props.toAllLists
          ? html`<button type="button" class="button all-lists" @click=${props.toAllLists}>
              ${icons.previous()}${text.allLists}
            </button>`
          : nothing
      }
      <div class="words">
        <h2 title=${title.length > longTitle ? title : nothing}>${title}</h2>
        ${profile && loaded ? subtitle(profile, loaded, props) : nothing}
        ${loaded ? validityLine(loaded, props.ui) : nothing} ${archivedLine(props.archived)}
        ${loaded ? gapLine(loaded, props.ui) : nothing}
      </div>
      <div class="commands">
        ${state.choices.length > 1 ? chooser(props) : nothing}
        ${loaded ? commands(loaded, props) : nothing}
      </div>
    </div>
  </header>`;
}

function subtitle(
  profile: Profile,
  loaded: LoadedPopulation,
  { profileOpen, turnProfile, ui }: HeaderProps,
): TemplateResult {
  const { language } = ui;
  const text = ui.texts.population;
  const purpose = profile.purpose.map((each) => textIn(each, language)).join(' · ');
  return html`<p class="purpose">
    <span class="long" title=${purpose}>${text.purpose}: ${purpose}</span>
    <span class="long dot">·</span>
    <span class="facts"
      >${
        combinationOf(profile)
          ? definitions(profile, ui)
          : html`<span
              class="version ${profile.status ?? ''}"
              title=${definition(profile, ui) ?? nothing}
              >${version(profile, ui)}${hashMark(profile)} ·
            </span>`
      }${facts(loaded, ui)}</span
    >
    ${approvalMark(loaded, ui)}
    <span class="dot">·</span>
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

/** That nobody vouches for the profile, quietly. */
function approvalMark({ population }: LoadedPopulation, { language }: Ui) {
  const { profile, asOf } = population;
  // Of a combined list each of its profiles tells.
  if (combinationOf(profile)) return nothing;
  const said = describeApproval(profile, asOf, language);
  return said
    ? html`<span class="dot">·</span><span class="approval" title=${said}>${said}</span>`
    : nothing;
}

/** That the profile's rules may be others on the date of the list. */
function validityLine({ population }: LoadedPopulation, { language }: Ui) {
  const said = describeValidity(population.profile, population.asOf, language);
  return said
    ? html`<p class="gaps" role="status">${icons.undecided()}<span>${said}</span></p>`
    : nothing;
}

/** That the list is made by rules that are not the newest. */
function archivedLine(said: string | undefined) {
  return said
    ? html`<p class="gaps" role="status">${icons.undecided()}<span>${said}</span></p>`
    : nothing;
}

/** What the profile asks for and of which nothing came: it must not be taken for nobody. */
function gapLine({ gaps }: LoadedPopulation, { language }: Ui): TemplateResult | typeof nothing {
  if (gaps.length === 0) return nothing;
  const said = describeGaps(gaps, language);
  return html`<p class="gaps" role="status">
    ${icons.undecided()}
    <span tabindex=${said.length > longGaps ? 0 : nothing}>${said}</span>
  </p>`;
}

/** The whole hash of the definition, for who holds two results against each other. */
function definition(profile: Profile, { texts }: Ui): string | undefined {
  const hash = knownHash(profile);
  return hash === undefined ? undefined : texts.population.definition(hash);
}

/** The hash of a combined list's definition, with that of each profile that it is made of at hand. */
function definitions(profile: Profile, ui: Ui) {
  const own = definition(profile, ui);
  if (own === undefined) return nothing;
  const parts = (sourcesOf(profile) ?? []).flatMap((each) => {
    const said = definition(each, ui);
    return said === undefined
      ? []
      : [`${textIn(each.title, ui.language)} ${each.version}: ${said}`];
  });
  return html`<span class="version" title=${[own, ...parts].join('\n')}
    >${hashMark(profile)} ·
  </span>`;
}

function hashMark(profile: Profile) {
  const hash = knownHash(profile);
  return hash === undefined ? nothing : html` <code class="hash">${shortHash(hash)}</code>`;
}

function version({ version: number, status }: Profile, { texts }: Ui): string {
  const text = texts.population;
  return text.version(number) + (status === 'draft' ? ` (${text.draft})` : '');
}

/** The date, and how fresh the newest of the data is. The date comes before what may be cut. */
function facts(
  { population, description }: LoadedPopulation,
  { language, texts }: Ui,
): TemplateResult {
  const { asOf, profile } = population;
  const updated = Object.values(description.coverage)
    .flatMap((each) => (each.updated ? [each.updated] : []))
    .sort()
    .at(-1);
  const date = texts.common.asOf(formatDate(asOf, language));
  return html`<span class="as-of">${date}</span>${
      combinationOf(profile)
        ? html`<span class="version ${profile.status ?? ''}">
            · ${texts.population.combinedRounds}</span
          >`
        : nothing
    }${
      updated
        ? html`<span class="updated">
            · ${texts.population.updated(formatUpdated(updated, asOf, language))}</span
          >`
        : nothing
    }`;
}

function chooser({ state, choose, ui }: HeaderProps): TemplateResult {
  const { language, texts } = ui;
  // Its choice stands beside it, as the title: seen is what it does.
  return html`<label class="button chooser">
    ${texts.population.switchProfile}${icons.more()}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${
        state.unknown
          ? html`<option value="" selected disabled>${texts.states.chooseList}</option>`
          : nothing
      }
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
  const { texts } = props.ui;
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

export const headerStyles = css`
  .head {
    position: relative;
    display: flex;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    padding: 1rem 1.25rem 0.6rem;
  }
  .head .toolbar {
    display: contents;
  }
  .head .words {
    flex: 1 1 0;
    min-width: 0;
  }
  .all-lists {
    flex: none;
    align-self: flex-start;
    padding-inline: 0.5em 0.75em;
  }
  .head h2 {
    font-size: 1.36em;
    font-weight: 680;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
    /* However long its title is, the list below it stays in sight. */
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .purpose {
    display: flex;
    gap: 0.3em;
    white-space: nowrap;
    margin-block-start: 0.2rem;
    color: var(--o-text-muted);
  }
  .purpose .long,
  .purpose .approval,
  .purpose .facts {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* What the list is for gives way first: the date is not shortened by so much as a fraction of a pixel. */
  .purpose .long {
    flex-shrink: 1000000000000;
  }
  .purpose .approval {
    flex-shrink: 1000000;
  }
  .purpose .dot,
  .purpose .link {
    flex: none;
  }
  .chooser {
    position: relative;
  }
  .chooser select {
    position: absolute;
    inset: 0;
    width: 100%;
    margin: 0;
    font: inherit;
    opacity: 0;
    cursor: pointer;
  }
  .chooser:focus-within {
    outline: var(--o-focus);
    outline-offset: 2px;
  }
  /* In a low window all of it stands in one line, with a cockpit beside it and without. */
  @media (max-height: 800px) {
    /* Large text has no room for that. */
    @container population (min-width: 54.01rem) or ((min-width: 44.01rem) and (max-width: 899px)) {
      .head {
        align-items: center;
        padding-block: 0.4rem;
      }
      .head .words {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: 0.75rem;
      }
      .head h2 {
        display: block;
        flex: 0 1 auto;
        max-inline-size: 100%;
        overflow: hidden;
        font-size: 1.15em;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .purpose {
        flex: 1 1 0;
        min-inline-size: 12rem;
        margin-block-start: 0;
      }
      .head .gaps {
        flex: 1 0 100%;
      }
      .purpose .approval {
        min-inline-size: 4em;
      }
      .commands {
        flex-wrap: nowrap;
      }
    }
    /* Rather how fresh the data are goes, which their quality tells as well, than the half of something. */
    @container population (min-width: 54.01rem) and (max-width: 80rem) {
      .purpose .updated {
        display: none;
      }
    }
  }
  @container population (max-width: 80rem) {
    .purpose .version:not(.draft),
    .purpose .long {
      display: none;
    }
  }
  /* Beside the way to all lists there is no room for more than its first letters. */
  @container population (max-width: 100rem) {
    .all-lists ~ .words .long {
      display: none;
    }
  }
  /* As many lines beside a cockpit as without: the choice of a profile gives way before the date does. */
  @container population (min-width: 54.01rem) and (max-width: 62rem) {
    .head,
    .head .words {
      column-gap: 0.5rem;
    }
  }
  /* Rather two lines than half a date. */
  @container population (max-width: 54rem) {
    .purpose {
      flex-wrap: wrap;
      white-space: normal;
    }
    .purpose .facts {
      flex: 1 0 100%;
    }
    .purpose .facts ~ .dot:not(:last-of-type) {
      display: none;
    }
  }
  /* In a low window the title has a line, and so have the date and whether anybody vouches for the profile. */
  @media (max-height: 800px) {
    @container population (min-width: 44.01rem) and (max-width: 54rem) and (max-width: 899px) {
      .head {
        column-gap: 0.5rem;
      }
      .purpose {
        flex: 1 1 100%;
        flex-wrap: nowrap;
        white-space: nowrap;
      }
      .purpose .facts {
        flex: 0 1 auto;
      }
      .purpose .facts ~ .dot:not(:last-of-type) {
        display: inline;
      }
      .purpose .updated {
        display: none;
      }
    }
  }
  .gaps {
    display: flex;
    gap: 0.4em;
    margin-block-start: 0.25rem;
    color: var(--o-text);
  }
  .gaps span {
    max-block-size: 6em;
    overflow: auto;
  }
  .gaps svg {
    flex: none;
    margin-block-start: 0.2em;
  }
  .commands {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  @container population (max-width: 44rem) or ((max-width: 54rem) and (min-width: 900px)) {
    .head {
      flex-wrap: wrap;
      padding: 0.75rem 0.85rem 0.4rem;
    }
    .head .words {
      flex: 1 1 100%;
    }
    .purpose .dot {
      display: none;
    }
    .commands {
      flex: 1 1 100%;
      flex-wrap: nowrap;
    }
    .commands label {
      flex: 1 1 0;
      min-width: 0;
    }
  }
  @container population (max-width: 16rem) {
    .commands {
      flex-wrap: wrap;
    }
    .commands label {
      flex-basis: 100%;
    }
  }
`;
