import { html, nothing, type TemplateResult } from 'lit';
import { inSlices, type ExportInfo, type ExportOptions } from '../../export/index.ts';
import {
  combinationOf,
  describeListedOnPaper,
  formatDate,
  paperCell,
  paperColumns,
  textIn,
  titleOfList,
  type ListedPopulation,
  type PaperCell,
  type PaperReasons,
  type RowSection,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { pageRules, paperTextsOf, printedWhen, type PaperTexts } from '../shared/paper.ts';
import { printAlone, type Printing } from '../shared/print-frame.ts';
import { hasLongWord } from './paper-words.ts';
import { printedLine, type PrintedColumn } from './paper-planned.ts';
import { paperTable } from './paper-table.ts';
import { printedStyles } from './print-styles.ts';
import type { Ui } from './ui.ts';

export { printedStyles as styles };

/** The cells of one row, column by column. */
export type PrintedRow = readonly PaperCell[];

/**
 * Prints the list in a frame of its own, without the page around it, as long as the element shows its patients. Answers
 * whether the browser took it up.
 */
export async function printList(
  near: Printing,
  listed: ListedPopulation,
  ui: Ui,
  {
    onProgress,
    isShown,
  }: { readonly onProgress: (done: number, all: number) => void; readonly isShown: () => boolean },
): Promise<boolean> {
  const rows = await preparePrint(listed, { onProgress });
  return printAlone(near, {
    title: textIn(listed.list.population.profile.title, ui.language),
    content: printedList(listed, ui, rows),
    styles: [printedStyles.cssText],
    isShown,
    ...listPage(ui),
  });
}

/** The page of a list: A4 on its side. */
export function listPage(ui: Ui): { readonly landscape: true; readonly page: string } {
  return { landscape: true, page: pageRules({ landscape: true, texts: paperTextsOf(ui) }) };
}

/**
 * Works out what is printed, in slices that leave the page its time: some thousand rows take seconds.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function preparePrint(
  listed: ListedPopulation,
  options: ExportOptions = {},
): Promise<readonly PrintedRow[]> {
  const { rows, columns } = listed;
  const printed: PrintedRow[] = [];
  await inSlices(rows.length, columns.length, options, (from, to) => {
    for (let at = from; at < to; at++) printed.push(printedRow(rows[at]!, listed));
  });
  return printed;
}

/**
 * The list on paper: what must be known of it before the first patient, every row, repeated column heads, a box to
 * tick and room for notes; then the rest that is known of it. Which list it is, of which day and clinic, and who
 * printed it when, stand at the foot of every page.
 *
 * @param rows As prepared; a page's own print, which does not wait, does without.
 */
export function printedList(
  listed: ListedPopulation,
  ui: Ui,
  rows: readonly PrintedRow[] = Array.from(listed.rows, (index) => printedRow(index, listed)),
): TemplateResult {
  const { list, titleOf, columns } = listed;
  const texts = paperTextsOf(ui);
  const sections = list.sectionsIn(listed.view, Uint32Array.from(listed.rows)) ?? [];
  const heads = new Map(sections.map((section) => [section.from, section]));
  const { extent, doubts, rest } = describeListedOnPaper(listed);
  const { shown, empty, undecided } = paperColumns(columns, rows);
  const named = (
    label: string,
    places: readonly number[],
    say = (titles: string) => titles,
  ): readonly ExportInfo[] =>
    places.length === 0
      ? []
      : [{ label, value: say(places.map((at) => titleOf(columns[at]!)).join(', ')) }];
  const table = paperTable({
    ...{ columns, shown, titleOf, texts, rows },
    cell: printedCell,
  });
  return html`<div class="printed" lang=${ui.language}>
    <h1>${titleOfList(list)}</h1>
    ${told([...extent, ...named(texts.emptyForAll, empty)])}
    ${told([...doubts, ...named(texts.undecidedForAll, undecided)], 'doubts')}
    <table>
      <colgroup>
        ${table.columns.map(({ share }) => html`<col width="${share}%" />`)}
      </colgroup>
      <thead>
        <tr>
          ${table.columns.map(
            ({ kind, head }) => html`<th scope="col" class=${kind}>${printedLine(head)}</th>`,
          )}
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td colspan=${table.columns.length}>${footOf(listed, ui, texts)}</td>
        </tr>
      </tfoot>
      <tbody>
        ${rows.map(
          (row, at) =>
            html`${groupLine(heads.get(at), table.columns.length, ui)}
              <tr>
                ${table.columns.map((column) => bodyCell(column, row))}
              </tr>`,
        )}
      </tbody>
    </table>
    <section class="about">
      <h2>${texts.aboutList}</h2>
      ${told([...named(texts.otherColumns, table.shared, texts.othersHold), ...rest])}
    </section>
  </div>`;
}

function told(info: readonly ExportInfo[], name = ''): TemplateResult | typeof nothing {
  if (info.length === 0) return nothing;
  return html`<dl class=${name}>
    ${info.map(
      ({ label, value }) =>
        html`<div>
          <dt>${label}:</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The head of a group, over all columns. */
function groupLine(
  section: RowSection | undefined,
  columns: number,
  { texts, language }: Ui,
): TemplateResult | typeof nothing {
  if (!section) return nothing;
  const count = texts.population.patients(formatCount(section.count, language));
  return html`<tr class="group">
    <th scope="rowgroup" colspan=${columns}>
      ${
        section.grave
          ? html`<span class="grave ${section.grave.level}"><b>${section.grave.said}</b></span> `
          : nothing
      }${section.title}
      · ${count}
    </th>
  </tr>`;
}

function bodyCell({ kind, cells }: PrintedColumn, row: PrintedRow): TemplateResult {
  return html`<td class=${kind}>
    ${kind === 'status' ? html`<div class="tick"></div>` : nothing}${cells(row)}
  </td>`;
}

function printedCell({ lines, reasons = [] }: PaperCell): readonly TemplateResult[] {
  return [...lines.map(printedLine), ...reasons.map(reasonGroup)];
}

/** `Alvorlig Antipsyk. 8 mdr., Antipsyk. + benzo`: how grave it is stands in a word, for paper may have no colours. */
function reasonGroup({ level, undecided, said, texts }: PaperReasons): TemplateResult {
  return html`<span class="grave ${undecided ? 'undecided' : level}"
    >${said ? html`<b>${said}</b>&nbsp;` : nothing}${texts.map(
      (text, at) =>
        html`${at > 0 ? ', ' : ''}<span class="reason ${hasLongWord(text) ? 'unbroken' : ''}"
            >${text}</span
          >`,
    )}</span
  > `;
}

function footOf(
  { list, description, by }: ListedPopulation,
  { language, texts }: Ui,
  paper: PaperTexts,
): string {
  const { profile, asOf } = list.population;
  return [
    titleOfList(list),
    // Of a combined list each profile has its own.
    combinationOf(profile) ? undefined : texts.population.version(profile.version),
    texts.common.asOf(formatDate(asOf, language)),
    description.name,
    printedWhen(paper, by, language),
    paper.confidential,
  ]
    .filter(Boolean)
    .join(' · ');
}

function printedRow(index: number, { list, columns, view }: ListedPopulation): PrintedRow {
  return columns.map((column) => paperCell(list, index, column, view.priority));
}
