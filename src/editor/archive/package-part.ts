/** A cluster package as a document: what the cluster meets about, and what the clinics take home. */
import { html, type TemplateResult } from 'lit';
import { describePackage, type ClusterPackage } from '../../archive/index.ts';
import type { Profile } from '../../profile/index.ts';
import type { Ui } from './ui.ts';

/** The package in words, section by section; the addresses of its tools are links of their own. */
export function packagePart(
  document: ClusterPackage,
  profiles: readonly Profile[],
  { language }: Ui,
): TemplateResult {
  const { sections } = describePackage(document, language, profiles);
  const links = document.tools.flatMap(({ href }) => href ?? []);
  return html`<article class="package">
    ${sections.map(
      ({ title, lines }) =>
        html`<section>
          <h4>${title}</h4>
          <ul>
            ${lines.map((line) => html`<li>${withLink(line, links)}</li>`)}
          </ul>
        </section>`,
    )}
  </article>`;
}

/** A line that ends with one of the addresses has it as a link. */
function withLink(line: string, links: readonly string[]): unknown {
  const href = links.find((each) => line.endsWith(` ${each}`));
  if (href === undefined) return line;
  const before = line.slice(0, line.length - href.length);
  return html`${before}<a href=${href} target="_blank" rel="noopener noreferrer">${href}</a>`;
}
