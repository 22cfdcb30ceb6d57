/** What stands behind the figures: the profile and its definition, the protection, and when they were made. */
import { html, type TemplateResult } from 'lit';
import { formatDate } from '../../i18n/dates.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { shortHash } from '../../model/index.ts';
import type { Drawn } from '../host.ts';
import { fewNames } from './few-names.ts';

export function aboutReport(drawn: Drawn): TemplateResult {
  return html`<details class="card about" part="about">
    <summary>${drawn.ui.texts.report.aboutReport}</summary>
    ${aboutLines(drawn)}
  </details>`;
}

/** The same on paper, where nothing is opened. */
export function aboutLines({ ui, sheet, title }: Drawn): TemplateResult {
  const { about1: text } = ui.texts.report;
  const { profile, protection, sources } = sheet;
  const count = (value: number) => formatCount(value, ui.language);
  const line = (label: string, value: unknown) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="facts-list">
    ${line(text.profile, html`${title} · <bdi>${profile.id}</bdi> · ${text.version(profile.version)}`)}
    ${line(text.definition, html`<code title=${profile.definition}>${shortHash(profile.definition)}</code>`)}
    ${line(
      text.protection,
      text.protectionText(count(protection.threshold), count(protection.base), protection.method),
    )}
    ${line(
      text.made,
      madeWords(
        sources.map(({ madeAt }) => madeAt),
        ui,
      ),
    )}
    ${line(
      text.engine,
      fewNames(
        sources.map(({ engine }) => `Overblik ${engine}`),
        ui,
      ),
    )}
  </dl>`;
}

function madeWords(moments: readonly string[], ui: Drawn['ui']): string {
  const days = moments.map((each) => each.slice(0, 10)).sort();
  const first = formatDate(days[0] ?? '', ui.language);
  const last = formatDate(days.at(-1) ?? '', ui.language);
  return first === last ? first : ui.texts.report.about1.madeBetween(first, last);
}
