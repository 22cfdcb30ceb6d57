import { html, nothing, type TemplateResult } from 'lit';
import { describeGaps, describeProfile, type DataGap, type Profile } from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import type { Ui } from './ui.ts';

/** What a profile says, in words, under its title; and first what it asks for of which nothing came. */
export function profilePanel(profile: Profile, gaps: readonly DataGap[], ui: Ui): TemplateResult {
  const { language, texts } = ui;
  const { sections } = describeProfile(profile, language);
  return html`<section class="card profile-panel" aria-label=${texts.profile.heading}>
    ${
      gaps.length > 0
        ? html`<p class="gaps">${icons.undecided()}<span>${describeGaps(gaps, language)}</span></p>`
        : nothing
    }
    ${sections.map(
      ({ title, lines }) =>
        html`<h4>${title}</h4>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`,
    )}
  </section>`;
}
