/** The report on paper: the table of all indicators, then a page for each with its charts. */
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { pageRules, paperTextsOf, printedWhen } from '../../elements/shared/paper.ts';
import { printAlone, type Printing } from '../../elements/shared/print-frame.ts';
import { drawPaper } from '../../elements/shared/printed-page.ts';
import { addStyles } from '../../elements/shared/style-sheets.ts';
import { controls } from '../../ui/controls.ts';
import { theme } from '../../ui/theme.ts';
import { activityLines, activityTable } from '../cards/activities.ts';
import { causeTable } from '../cards/causes.ts';
import { exemptionLines } from '../cards/exemptions.ts';
import { activityDrawings, titleOfActivity } from '../cards/further-plots.ts';
import { whose } from '../cards/owned.ts';
import { trendsDrawing, unitsDrawing } from '../cards/plots.ts';
import { chartStyles, type Drawing } from '../charts/index.ts';
import type { Drawn } from '../host.ts';
import { activitiesOf } from '../model/activities.ts';
import { causesOf, exemptionsOf } from '../model/causes.ts';
import { aboutLines } from '../parts/about.ts';
import { fewNames } from '../parts/few-names.ts';
import { facts } from '../parts/head.ts';
import { caveats, refusalWords } from '../parts/notices.ts';
import { paperIndicators } from './table.ts';
import { paperStyles } from './styles.ts';

/** What is printed: with which indicator in front. */
export interface PrintedReport {
  readonly drawnFor: (indicator?: string) => Drawn;
  /** Whether my own clinic and its numbers are on it. */
  readonly hasOwn: boolean;
}

/** Prints the report alone. Answers whether the browser took it up. */
export function printReport(
  near: Printing,
  printed: PrintedReport,
  isShown: () => boolean,
): Promise<boolean> {
  const { ui, sheet, title } = printed.drawnFor();
  const { report } = ui.texts;
  return printAlone(near, {
    title: report.titleOf(report.levels[sheet.level], title),
    content: paperOf(printed),
    styles: [theme, controls, chartStyles, paperStyles].map(({ cssText }) => cssText),
    page: reportPage(printed),
    isShown,
  });
}

/** A4 upright. */
export function reportPage({ drawnFor }: PrintedReport): string {
  return pageRules({ landscape: false, texts: paperTextsOf(drawnFor().ui) });
}

/** Draws into a shadow tree what a print of the page shows in its place. Answers what takes it away. */
export function drawForPage(root: ShadowRoot, printed: PrintedReport): () => void {
  addStyles(root, [pageStyles]);
  return drawPaper(root, paperOf(printed));
}

/** In the element's own tree, for a print of the page itself. */
const pageStyles = css`
  .paper {
    display: none;
  }
  @media print {
    :host([data-printing]) .frame {
      display: none;
    }
    :host([data-printing]) .paper {
      display: block;
    }
    ${paperStyles}
  }
`;

function paperOf({ drawnFor, hasOwn }: PrintedReport): TemplateResult {
  const drawn = drawnFor();
  const { ui, sheet, title, rows } = drawn;
  const { report } = ui.texts;
  const { missing, refused } = sheet;
  return html`<article class="sheet" lang=${ui.language}>
    <section>
      <h1>${report.titleOf(report.levels[sheet.level], title)}</h1>
      <p class="muted">${facts(drawn).join(' · ')}</p>
      ${hasOwn ? html`<p class="own-paper">${report.printedOwn}</p>` : nothing}
      ${
        missing.length === 0
          ? nothing
          : html`<p>
              <b>${report.missing(String(missing.length), missing.length === 1)}:</b>
              ${fewNames(
                missing.map(({ name }) => name),
                ui,
              )}
            </p>`
      }
      ${refused.map((each) => html`<p>${refusalWords(each, ui)}</p>`)} ${caveats(drawn)}
      ${paperIndicators(drawn)} ${aboutLines(drawn)}
      <p class="foot">${printedWhen(paperTextsOf(ui), undefined, ui.language)}</p>
    </section>
    ${rows.map(({ id }) => indicatorPage(drawnFor(id)))} ${furtherPages(drawn)}
  </article>`;
}

function indicatorPage(drawn: Drawn): TemplateResult {
  const { title, why, better } = drawn.words(drawn.row.id);
  const { report } = drawn.ui.texts;
  const drawings = [unitsDrawing(drawn), trendsDrawing(drawn)];
  return html`<section class="indicator-page">
    <h2>${title}</h2>
    ${better ? html`<p class="muted">${report.better[better]}</p>` : nothing}
    ${why ? html`<p><b>${report.why}:</b> ${why}</p>` : nothing} ${whose(drawn)}
    ${drawings.map((each) => (each ? paperChart(each) : nothing))} ${causesOnPaper(drawn)}
  </section>`;
}

function causesOnPaper(drawn: Drawn): TemplateResult | typeof nothing {
  const told = causesOf(drawn.front, drawn.row.id, drawn.date);
  if (!told) return nothing;
  return html`<h3>${drawn.ui.texts.report.causesTitle}</h3>
    ${causeTable(drawn, told, false)}`;
}

/** What is told beside indicators: a page for each. */
function furtherPages(drawn: Drawn): TemplateResult {
  const exemptions = exemptionsOf(drawn.front);
  const text = drawn.ui.texts.reportFurther;
  return html`${
    exemptions
      ? html`<section class="indicator-page">
          <h2>${text.exemptions.title}</h2>
          ${exemptionLines(drawn, exemptions, drawn.markerTitle)}
        </section>`
      : nothing
  }
  ${activitiesOf(drawn.front).map(
    (activity) =>
      html`<section class="indicator-page">
        <h2>${titleOfActivity(drawn, activity)}</h2>
        ${activityLines(drawn, activity)} ${activityTable(drawn, activity)}
        ${activityDrawings(drawn, activity).map(paperChart)}
      </section>`,
  )}`;
}

/** In pixels: so wide that an indicator with both its charts stands on one page. */
const chartWidth = 560;

/** What a chart says, and the drawing as it is on the screen. */
function paperChart({ title, finding, plot }: Drawing): TemplateResult {
  const drawn = plot?.(chartWidth);
  return html`<figure class="chart">
    <figcaption>
      <div class="chart-title">${title}</div>
      ${finding.map((sentence) => html`<p class="chart-finding">${sentence}</p>`)}
    </figcaption>
    ${
      drawn
        ? html`<div class="chart-plot">
            <svg
              role="img"
              aria-label=${title}
              width=${drawn.width}
              height=${drawn.height}
              viewBox="0 0 ${drawn.width} ${drawn.height}"
            >
              ${svg`${drawn.content}`}
            </svg>
          </div>`
        : nothing
    }
  </figure>`;
}
