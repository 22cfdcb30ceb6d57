import { css, html, nothing, type TemplateResult } from 'lit';
import { formatMonth, type ContactKind, type ContactMonth } from '../../../model/index.ts';
import { columnChart } from '../../../ui/columns.ts';
import type { CockpitProps } from '../props.ts';

/** Draws the contacts over the last two years, by month. */
export function contactsPart({ view, ui }: CockpitProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.patientView;
  const { months, practice, hospital, missed, unknown } = view.contacts;
  const sure = (kind: ContactKind, count: number) => (unknown.has(kind) ? undefined : count);
  const said = (each: Pick<ContactMonth, ContactKind>) =>
    text.contactTotals(
      sure('practice', each.practice),
      sure('hospital', each.hospital),
      sure('missed', each.missed),
    );
  const totals = said({ practice, hospital, missed });
  const words = (month: (typeof months)[number]) =>
    `${formatMonth(month.month, language)}: ${said(month)}`;
  const busy = months.filter((each) => each.practice + each.hospital + each.missed > 0);
  return html`<section class="part contacts" part="contacts">
    <h3>${text.contacts}<span class="muted">${text.lastMonths(months.length)}</span></h3>
    ${
      unknown.has('practice') && unknown.has('hospital')
        ? nothing
        : html`${columnChart(
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
              <span>${formatMonth(months[0]?.month ?? '', language)}</span
              ><span>${formatMonth(months.at(-1)?.month ?? '', language)}</span>
            </p>`
    }
    <p class="muted">${totals}</p>
    ${
      busy.length > 0
        ? html`<details class="history">
            <summary>${texts.common.tableView}</summary>
            <ul>
              ${busy.map((month) => html`<li>${words(month)}</li>`)}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}

export const contactsStyles = css`
  .columns {
    display: block;
    width: 100%;
    height: 3.4rem;
  }
  .columns .practice {
    fill: var(--o-male);
  }
  .columns .hospital {
    fill: color-mix(in srgb, var(--o-critical-mark) 72%, var(--o-surface));
  }
  .columns .missed {
    fill: var(--o-warning-mark);
  }
  .contacts .scale {
    display: flex;
    justify-content: space-between;
    font-size: var(--o-tiny);
    color: var(--o-text-muted);
  }
  @container cockpit (max-width: 55.99rem) {
    /* What is least urgent comes last. */
    .contacts {
      order: 1;
    }
  }
`;
