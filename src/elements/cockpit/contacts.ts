import { html, type TemplateResult } from 'lit';
import { columnChart } from '../../ui/columns.ts';
import type { Parts } from './parts.ts';

/** Contacts over the last two years, by month. */
export function contactsPart({ view, texts }: Parts): TemplateResult {
  const text = texts.patientView;
  const { months, practice, hospital, missed } = view.contacts;
  const totals = text.contactTotals(practice, hospital, missed);
  const words = (month: (typeof months)[number]) =>
    `${month.month}: ${text.contactTotals(month.practice, month.hospital, month.missed)}`;
  const busy = months.filter((each) => each.practice + each.hospital + each.missed > 0);
  return html`<section class="part contacts" part="contacts">
    <h3>${text.contacts}<span class="muted">${text.lastMonths(months.length)}</span></h3>
    ${columnChart(
      months.map((month) => ({
        words: words(month),
        parts: [
          { size: month.practice, tone: 'practice' },
          { size: month.hospital, tone: 'hospital' },
          { size: month.missed, tone: 'missed' },
        ],
      })),
      `${text.contacts}: ${totals}`,
    )}
    <p class="scale" aria-hidden="true">
      <span>${months[0]?.month}</span><span>${months.at(-1)?.month}</span>
    </p>
    <p class="muted">${totals}</p>
    ${
      busy.length > 0
        ? html`<details class="history">
            <summary>${texts.list.tableView}</summary>
            <ul>
              ${busy.map((month) => html`<li>${words(month)}</li>`)}
            </ul>
          </details>`
        : ''
    }
  </section>`;
}
