import { html, type TemplateResult } from 'lit';
import { describeProfile, type Profile } from '../../../model/index.ts';
import type { Ui } from './ui.ts';

/** What a profile says, in words, under its title. */
export function profilePanel(profile: Profile, ui: Ui): TemplateResult {
  const { language, texts } = ui;
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
