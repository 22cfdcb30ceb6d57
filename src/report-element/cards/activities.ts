/** The steering group's report: plans by period and over twelve months, and clinics by new plans a GP. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import type { Interval, SteeringPeriod } from '../../report/index.ts';
import type { Drawn } from '../host.ts';
import { activitiesOf, type ToldActivity } from '../model/activities.ts';
import { toldByWords } from '../parts/told-by.ts';
import { withPictures, type SavePicture } from './charts.ts';
import {
  activityDrawings,
  isOwnShown,
  lengthOf,
  periodWords,
  rangeOf,
  rangeWords,
  titleOfActivity,
} from './further-plots.ts';

/** A card of each activity; nothing where no clinic counts any. */
export function activityCards(drawn: Drawn, save: SavePicture): readonly TemplateResult[] {
  return activitiesOf(drawn.front).map(
    (activity, at) =>
      html`<section class="card activities" part="activities" aria-labelledby="activity-${at}">
        <h3 id="activity-${at}">${titleOfActivity(drawn, activity)}</h3>
        ${activityLines(drawn, activity)}
        <div class="charts">
          ${activityDrawings(drawn, activity).map(
            (drawing) => html`<div>${withPictures(drawing, drawn, save)}</div>`,
          )}
        </div>
        ${activityTable(drawn, activity)}
      </section>`,
  );
}

/** What is to be known of the numbers. */
export function activityLines(drawn: Drawn, { all, clinics }: ToldActivity): TemplateResult {
  const { ui, front } = drawn;
  const { activities: text } = ui.texts.reportFurther;
  const { threshold } = front.protection;
  return html`<p class="muted">
    ${text.hint} ${toldByWords(clinics, drawn)} ${text.under(formatCount(threshold, ui.language))}
    ${all.others > 0 ? text.others(all.others) : nothing}
  </p>`;
}

/** The steering group's table, period by period. */
export function activityTable(drawn: Drawn, { all, mine }: ToldActivity): TemplateResult {
  const { ui } = drawn;
  const { report, reportFurther } = ui.texts;
  const { activities: text, columns } = reportFurther;
  const isMonth = lengthOf(all.periods) === 'month';
  const own = isOwnShown(drawn) ? mine : undefined;
  const hasSums = all.periods.length > 1;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${text.period}>
    <table>
      <thead>
        <tr>
          <th scope="col" rowspan="2">${isMonth ? text.month : text.period}</th>
          <th scope="colgroup" colspan="3" class="number">
            ${text.byPeriod[lengthOf(all.periods)]}
          </th>
          ${
            hasSums
              ? html`<th scope="colgroup" colspan="2" class="number">${text.accumulated}</th>`
              : nothing
          }
          ${
            own
              ? html`<th scope="colgroup" colspan="2" class="number">${report.of.own}</th>`
              : nothing
          }
          <th scope="col" rowspan="2" class="number">${columns.clinics}</th>
        </tr>
        <tr>
          ${[text.new, text.maintained, text.unknown].map(head)}
          ${hasSums ? [text.new, text.maintained].map(head) : nothing}
          ${own ? [text.new, text.maintained].map(head) : nothing}
        </tr>
      </thead>
      <tbody>
        ${all.periods.map((period, at) => {
          const { accumulated, clinics } = period;
          const cell = (count: Interval | undefined, isCounted: boolean) =>
            html`<td class="number">
              ${isCounted && count ? numberWords(count, ui) : report.notCounted}
            </td>`;
          const kinds = ['new', 'maintained', 'unknown'] as const;
          const ownPeriod = own?.periods[at];
          return html`<tr>
            <th scope="row">${periodWords(period, ui)}</th>
            ${kinds.map((kind) => cell(period[kind], clinics > 0))}
            ${
              hasSums
                ? (['new', 'maintained'] as const).map((kind) =>
                    cell(accumulated[kind], clinics > 0),
                  )
                : nothing
            }
            ${
              own
                ? (['new', 'maintained'] as const).map((kind) => ownCell(ownPeriod, kind, drawn))
                : nothing
            }
            <td class="number">${formatCount(clinics, ui.language)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function head(words: string): TemplateResult {
  return html`<th scope="col" class="number">${words}</th>`;
}

function ownCell(
  period: SteeringPeriod | undefined,
  kind: 'new' | 'maintained',
  { ui }: Drawn,
): TemplateResult {
  const isCounted = period !== undefined && period.clinics > 0;
  return html`<td class="number">
    ${isCounted ? rangeOf(period[kind], ui) : ui.texts.report.notCounted}
  </td>`;
}

/** The estimate with its bound, and below it both ends. */
function numberWords(count: Interval, ui: Drawn['ui']): TemplateResult {
  const words = rangeWords(count, ui);
  const ends = rangeOf(count, ui);
  return html`${words}${words === ends ? nothing : html` <span class="range">${ends}</span>`}`;
}
