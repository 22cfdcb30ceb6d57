import { css, html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../../i18n/numbers.ts';
import { formatUpdated, type SourceView } from '../../../model/index.ts';
import type { Ui } from '../ui.ts';

export interface SourceProps {
  readonly sources: readonly SourceView[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly ui: Ui;
}

/** So many sources are told. */
const mostSources = 40;

/** Draws where it all comes from, and how fresh each source is. */
export function sourceLine({ sources, today, ui }: SourceProps): TemplateResult | typeof nothing {
  const { language, texts } = ui;
  if (sources.length === 0) return nothing;
  const text = texts.patientView;
  return html`<ul class="sources" aria-label=${texts.common.sources}>
    ${sources.slice(0, mostSources).map(
      ({ title, available, stale, age, updated, gives }) =>
        html`<li class=${available ? (stale ? 'stale' : '') : 'gone'} title=${title}>
          <strong>${title}</strong>
          ${
            available
              ? stale && age !== undefined
                ? text.daysOld(age)
                : updated && formatUpdated(updated, today, language)
              : gives
                ? text.unavailable(gives)
                : text.cannotSay
          }
        </li>`,
    )}
    ${
      sources.length > mostSources
        ? html`<li class="others">${text.moreSources(sources.length - mostSources)}</li>`
        : nothing
    }
  </ul>`;
}

/** Draws who does what, across sectors: what each source knows of the patient. */
export function whoDoesWhat({ sources, ui }: SourceProps): TemplateResult | typeof nothing {
  const { language, texts } = ui;
  if (sources.length === 0) return nothing;
  const text = texts.patientView;
  return html`<section class="part" part="section">
    <h3>${text.who}<span class="muted">${text.acrossSectors}</span></h3>
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
  </section>`;
}

export const sourceStyles = css`
  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.9rem;
    margin-block-start: 0.35rem;
    overflow-wrap: anywhere;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  /* What a source says of itself may be of any length. */
  .sources li {
    max-block-size: 4lh;
    overflow: hidden;
  }
  .sources li::before {
    content: '';
    display: inline-block;
    width: 0.55em;
    height: 0.55em;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--o-good);
  }
  .sources .stale::before {
    background: var(--o-warning-mark);
  }
  .sources .others::before {
    display: none;
  }
  .sources .gone::before {
    border: 1.5px solid var(--o-text-muted);
    background: none;
  }
  .by-source .item {
    flex-wrap: nowrap;
  }
  .by-source dt {
    flex: 0 0 10.5em;
  }
  .by-source dd {
    flex: 1;
    margin: 0;
    text-align: start;
  }
  @media (forced-colors: active) {
    .sources li:not(.gone)::before {
      border: 0.3em solid CanvasText;
    }
  }
`;
