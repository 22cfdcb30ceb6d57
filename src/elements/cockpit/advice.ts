import { html, nothing, type TemplateResult } from 'lit';
import { markerLevels, type Advice, type MarkerView } from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import type { Texts } from '../../ui/texts/index.ts';
import type { Parts } from './parts.ts';

/** What needs attention: level, grounds, source, and what can be done about it. */
export function advicePart({ view, texts }: Parts): TemplateResult {
  const text = texts.cockpit;
  const { advice, profiles, whys } = view;
  const [first] = profiles;
  const one = profiles.length === 1 && first;
  const truth = whys[0]?.truth;
  const none =
    !one || truth === 'yes'
      ? text.noMarkers
      : truth === 'no'
        ? text.notMember
        : text.undecidedMember;
  return html`<section class="part" part="advice">
    <h3>
      ${text.needToKnow}${
        one
          ? html`<span class="muted">${text.byProfile(first.title, first.version)}</span>`
          : nothing
      }
    </h3>
    ${
      advice.length === 0
        ? html`<p class="muted">${none}</p>`
        : html`<ul class="advice">
            ${advice.map((each) => card(each, !one, texts))}
          </ul>`
    }
  </section>`;
}

function card(marker: Advice, many: boolean, texts: Texts): TemplateResult {
  const { level, truth, title, length, advice, grounds, source, profile } = marker;
  const text = texts.cockpit;
  return html`<li class=${truth === 'yes' ? level : 'unknown'}>
    <p class="title">
      ${truth === 'yes' ? icons[level]() : icons.undecided()}
      <span
        >${title}${length ? `, ${length}` : ''}${truth === 'unknown' ? `: ${text.undecided}` : ''}</span
      >
    </p>
    ${truth === 'yes' && advice ? html`<p>${advice}.</p>` : nothing}
    ${grounds.length > 0 ? html`<p class="grounds">${text.grounds}: ${grounds.join('. ')}.</p>` : nothing}
    ${
      source || many
        ? html`<p class="source">
            ${[many ? profile.title : undefined, source ? `${text.source}: ${source}` : undefined]
              .filter(Boolean)
              .join(' · ')}
          </p>`
        : nothing
    }
  </li>`;
}

/** How many, by level, as chips in the heading. */
export function levelCounts(advice: readonly MarkerView[], texts: Texts): TemplateResult {
  const text = texts.patientView;
  const set = advice.filter(({ truth }) => truth === 'yes');
  const words = { critical: text.grave, warning: text.warnings, info: text.warnings };
  return html`<span class="levels"
    >${markerLevels
      .filter((level) => level !== 'info')
      .map((level) => {
        const count = set.filter((each) => each.level === level).length;
        return count > 0
          ? html`<span class="chip ${level}">${icons[level]()}${words[level](count)}</span>`
          : nothing;
      })}</span
  >`;
}
