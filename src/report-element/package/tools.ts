/** What a package gives the clinics: phrases and instructions as texts, films and guidelines as links. */
import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../i18n/language.ts';
import { clusterPackagePhrases } from '../../i18n/phrases/cluster-package.ts';
import type { PackageHost } from './host.ts';

export function toolList({ document, ui }: Pick<PackageHost, 'document' | 'ui'>): TemplateResult {
  const { language } = ui;
  const words = clusterPackagePhrases[language];
  return html`<ul class="tool-list">
    ${document.tools.map(
      ({ kind, title, text, href }) =>
        html`<li>
          <p><span class="muted">${words.kinds[kind]}:</span> <b>${textIn(title, language)}</b></p>
          ${text ? html`<p class="tool-text">${textIn(text, language)}</p>` : nothing}
          ${
            href === undefined
              ? nothing
              : html`<p><a href=${href} target="_blank" rel="noopener noreferrer">${href}</a></p>`
          }
        </li>`,
    )}
  </ul>`;
}
