import { html, nothing, type TemplateResult } from 'lit';
import { formatUpdated, type Language, type SourceView } from '../../model/index.ts';
import type { Texts } from '../../i18n/texts/index.ts';

export interface SourceProps {
  readonly sources: readonly SourceView[];
  readonly today: string;
  readonly language: Language;
  readonly texts: Texts;
}

/** Where it all comes from, and how fresh each source is. */
export function sourceLine(parts: SourceProps): TemplateResult | typeof nothing {
  const { sources, today, language, texts } = parts;
  if (sources.length === 0) return nothing;
  const text = texts.patientView;
  return html`<ul class="sources" aria-label=${texts.cockpit.sources}>
    ${sources.map(
      ({ title, available, stale, age, updated, gives }) =>
        html`<li class=${available ? (stale ? 'stale' : '') : 'gone'}>
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
  </ul>`;
}

/** Who does what, across sectors: what each source knows of the patient. */
export function whoDoesWhat({ sources, texts }: SourceProps): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  const text = texts.patientView;
  return html`<section class="part" part="section">
    <h3>${text.who}<span class="muted">${text.acrossSectors}</span></h3>
    <dl class="items by-source">
      ${sources.map(({ title, available, types }) => {
        const known = types.filter(({ count }) => count > 0);
        return html`<div class="item">
          <dt>${title}</dt>
          <dd class=${available && known.length > 0 ? '' : 'missing'}>
            ${
              available
                ? known
                    .map(({ type, count }) => `${texts.groups[type].toLowerCase()} (${count})`)
                    .join(', ') || text.nothingHere
                : text.cannotSay
            }
          </dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
