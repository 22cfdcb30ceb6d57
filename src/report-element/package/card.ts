/** The package beside the report: what it is for, what was agreed, and what came of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../i18n/dates.ts';
import { textIn } from '../../i18n/language.ts';
import { figureWords } from '../words.ts';
import type { Drawn } from '../host.ts';
import { figuresOf } from './meeting.ts';
import type { PackageHost } from './host.ts';
import { toolList } from './tools.ts';

export function packageCard(host: PackageHost): TemplateResult {
  const { document, meeting, dates, ui } = host;
  const { language } = ui;
  const text = ui.texts.clusterPackage;
  const next = figuresOf(document, meeting, dates);
  const day = (date: string) => formatDate(date, language);
  const [purpose] = document.purpose;
  return html`<section class="card package" part="package" aria-labelledby="package-title">
    <h3 id="package-title">${textIn(document.title, language)}</h3>
    <p class="muted">
      ${text.title}
      ${
        next && meeting.met !== undefined
          ? html`· ${text.met(day(meeting.met))} ·
            ${next.after === undefined ? text.waiting(day(next.due)) : text.come(day(next.after))}`
          : nothing
      }
    </p>
    ${purpose ? html`<p>${textIn(purpose, language)}</p>` : nothing}
    ${
      meeting.agreed === undefined || meeting.agreed.trim() === ''
        ? nothing
        : html`<p class="agreed-text"><b>${text.agreed}:</b> ${meeting.agreed}</p>`
    }
    ${
      next?.before !== undefined && next.after !== undefined
        ? change(host, next.before, next.after)
        : nothing
    }
    ${
      document.tools.length > 0
        ? html`<details>
            <summary>${text.tools}</summary>
            ${toolList(host)}
          </details>`
        : nothing
    }
  </section>`;
}

/** The figures that the meeting saw, and those of now: the area's, and mine where I am looked at. */
function change(host: PackageHost, before: string, after: string): TemplateResult {
  const { document, ui } = host;
  const text = ui.texts.clusterPackage;
  const day = (date: string) => formatDate(date, ui.language);
  const rows = document.indicators.flatMap(({ profile, indicator }) => {
    const then = host.drawnOf(profile, indicator, before);
    const now = host.drawnOf(profile, indicator, after);
    if (!then || !now) return [];
    const title = host.titleOf(profile, indicator);
    const hasOwn = now.scope === 'own' && now.row.mine !== undefined;
    return (['area', ...(hasOwn ? (['own'] as const) : [])] as const).map((who) => ({
      ...{ title, who, then: valueOf(then, who), now: valueOf(now, who) },
    }));
  });
  if (rows.length === 0) return html``;
  return html`<div class="scroll-x" tabindex="0" role="group" aria-label=${text.change}>
    <table class="change">
      <caption>
        ${text.change}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.indicator}</th>
          <th scope="col">${text.whom}</th>
          <th scope="col">${text.before(day(before))}</th>
          <th scope="col">${text.after(day(after))}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ title, who, then, now }) =>
            html`<tr data-who=${who}>
              <th scope="row">${title}</th>
              <td>${text.whose[who]}</td>
              <td class="number">${then}</td>
              <td class="number">${now}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function valueOf({ row, sheet, ui }: Drawn, who: 'area' | 'own'): string {
  const figure = who === 'own' ? row.mine : row.total;
  const { value, range } = figureWords(figure, sheet.protection.threshold, ui);
  return range === undefined ? value : `${value} (${range})`;
}
