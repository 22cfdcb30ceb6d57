import { css, html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import {
  partyTypes,
  type CareParty,
  type PartyDeed,
  type SourceView,
} from '../../../model/index.ts';
import { sentence } from '../../../i18n/language.ts';
import { nameOne } from '../../../i18n/record-types.ts';
import type { CockpitProps } from '../props.ts';
import type { Ui } from '../ui.ts';
import { mostSources, type SourceProps } from './sources.ts';

/**
 * Draws who does what, across sectors: who has the patient referred, wrote of them or expects them, those where something
 * goes on first. What cannot be known of is said beside it: silence is no answer of a source that is away.
 */
export function whoDoesWhat(
  { view, covers, uncovered, ui }: CockpitProps,
  { sources }: SourceProps,
): TemplateResult {
  const { texts } = ui;
  const text = texts.patientView;
  const { shown, more } = view.parties;
  const unknown = [
    ...partyTypes
      .filter((type) => !covers(type))
      .map((type) => `${texts.groups[type]}: ${uncovered}`),
    ...sources
      .filter(({ available }) => !available)
      .slice(0, mostSources)
      .map(({ title, gives }) => `${title}: ${gives ? text.unavailable(gives) : text.cannotSay}`),
  ];
  return html`<section class="part who-does-what" part="section">
    <h3>${text.who}<span class="muted">${text.acrossSectors}</span></h3>
    ${
      shown.length > 0
        ? html`<ul class="parties">
            ${shown.map((party) => partyItem(party, ui))}
          </ul>`
        : unknown.length > 0
          ? nothing
          : html`<p class="muted">${text.nothingHere}</p>`
    }
    ${more > 0 ? html`<p class="muted">${text.moreParties(more)}</p>` : nothing}
    ${unknown.map((line) => html`<p class="unknown-reason"><bdi>${line}</bdi></p>`)}
    ${sources.length > 0 ? bySource(sources, ui) : nothing}
  </section>`;
}

function partyItem({ name, isOngoing, deeds }: CareParty, ui: Ui): TemplateResult {
  return html`<li>
    <p>
      <strong><bdi>${sentence(name)}</bdi></strong>
      ${isOngoing ? html`<span class="chip">${ui.texts.patientView.ongoing}</span>` : nothing}
    </p>
    ${deeds.map((deed) => html`<p class="deed">${deedWords(deed, ui)}</p>`)}
  </li>`;
}

function deedWords({ type, text, when, earlier }: PartyDeed, ui: Ui): TemplateResult {
  const kind = nameOne(type, ui.language);
  return html`${kind}${text ? html`: <bdi>${text}</bdi>` : nothing}
    <span class="muted"
      >${when}${earlier > 0 ? ` · ${ui.texts.patientView.earlierOnes(earlier)}` : ''}</span
    >`;
}

/** What each source knows of the patient, one step away. */
function bySource(sources: readonly SourceView[], { language, texts }: Ui): TemplateResult {
  const text = texts.patientView;
  return html`<details class="history">
    <summary>${text.bySource}</summary>
    <dl class="items by-source">
      ${sources.slice(0, mostSources).map(({ title, available, types }) => {
        const known = types.filter(({ count }) => count > 0);
        return html`<div class="item">
          <dt>${title}</dt>
          <dd class=${available && known.length > 0 ? '' : 'missing'}>
            ${
              available
                ? known
                    .map(
                      ({ type, count }) =>
                        `${texts.groups[type].toLowerCase()} (${formatCount(count, language)})`,
                    )
                    .join(', ') || text.nothingHere
                : text.cannotSay
            }
          </dd>
        </div>`;
      })}
    </dl>
    ${
      sources.length > mostSources
        ? html`<p class="muted">${text.moreSources(sources.length - mostSources)}</p>`
        : nothing
    }
  </details>`;
}

export const whoDoesWhatStyles = css`
  .parties li {
    padding-block: 0.2rem;
    overflow-wrap: anywhere;
  }
  .parties strong {
    font-weight: 600;
  }
  .parties .deed {
    font-size: var(--o-small);
  }
`;
