import { css, html, nothing, type TemplateResult } from 'lit';
import { describeMarkerCounts } from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import type { Ui } from '../ui.ts';
import { moveInTabs } from '../../shared/tab-keys.ts';
import type { ProfilesController } from '../controllers/profiles.ts';

/** Draws the profiles that say something of the patient, to choose among; nothing where there is one. */
export function profileTabs(
  profiles: ProfilesController,
  { language, texts }: Ui,
): TemplateResult | typeof nothing {
  const { tabs, members, chosen = [] } = profiles;
  if (tabs.length < 2) return nothing;
  const isAll = chosen.length > 1;
  const tab = (id: string, isSelected: boolean, title: string, beside: unknown = nothing) =>
    html`<button
      type="button"
      role="tab"
      aria-selected=${isSelected ? 'true' : 'false'}
      tabindex=${isSelected ? 0 : -1}
      title=${title.length > longTitle ? title : nothing}
      @click=${() => profiles.choose(id)}
    >
      <span class="title">${title}</span>
      ${beside}
    </button>`;
  return html`<div
    class="tabs more-inline"
    role="tablist"
    aria-label=${texts.cockpit.chooseProfile}
    @keydown=${moveInTabs}
  >
    ${tabs.map(({ id, title, outcome, counts, count, level }) =>
      tab(
        id,
        !isAll && chosen[0] === outcome,
        title,
        level
          ? html`<span
              class="count ${level}"
              title=${describeMarkerCounts(counts, language).join(', ')}
              >${icons[level]()}<span aria-hidden="true">${count}</span
              ><span class="visually-hidden"
                >: ${describeMarkerCounts(counts, language).join(', ')}</span
              ></span
            >`
          : nothing,
      ),
    )}
    ${members.length > 1 ? tab('all', isAll, texts.patientView.allProfiles(members.length)) : nothing}
  </div>`;
}

/** A longer one is cut, and told by a tooltip. */
const longTitle = 40;

export const tabStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }
  .tabs button {
    /* What is heard alone stands in it, wherever the row is scrolled to. */
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    max-inline-size: min(100%, 24rem);
    min-height: max(24px, 1.9em);
    padding: 0.1em 0.8em;
    border: 1px solid color-mix(in srgb, var(--o-line-strong) 60%, transparent);
    border-radius: 99px;
    background: var(--o-surface);
    cursor: pointer;
  }
  .tabs .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tabs button:hover {
    background: var(--o-hover);
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 600;
  }
  .tabs .count {
    display: inline-flex;
    align-items: center;
    gap: 0.2em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .tabs .count.critical {
    color: var(--o-critical);
  }
  .tabs .count.warning {
    color: var(--o-warning);
  }
  @container cockpit (max-width: 36rem) {
    .tabs {
      flex-wrap: nowrap;
      margin-inline: -0.85rem;
      padding: 2px 0.85rem;
      overflow-x: auto;
      scrollbar-width: thin;
    }
    .tabs button {
      flex: none;
      min-height: max(24px, 1.7em);
      padding-block: 0;
    }
    .tabs button:focus-visible {
      outline-offset: -2px;
    }
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
