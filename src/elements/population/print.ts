import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { inSlices, type ExportOptions } from '../../export/index.ts';
import {
  describeListed,
  formatDate,
  textIn,
  titleOfList,
  type Column,
  type ListedPopulation,
} from '../../model/index.ts';
import type { Texts, Ui } from './ui.ts';
import { printAlone } from '../shared/print-frame.ts';
import { printedStyles } from './print-styles.ts';

export { printedStyles as styles };

/** The lines of one row's cells, column by column. */
export type PrintedRow = readonly (readonly string[])[];

/** Prints the list in a frame of its own, without the page around it. Answers whether the browser took it up. */
export async function printList(
  near: ReactiveElement,
  listed: ListedPopulation,
  { language, texts }: Ui,
  onProgress: (done: number, all: number) => void,
): Promise<boolean> {
  const rows = await preparePrint(listed, texts, { onProgress });
  return printAlone(near, {
    title: textIn(listed.list.population.profile.title, language),
    content: printedList(listed, texts, rows),
    styles: [printedStyles.cssText],
    landscape: true,
  });
}

/**
 * Works out what is printed, in slices that leave the page its time: some thousand rows take seconds.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function preparePrint(
  listed: ListedPopulation,
  texts: Texts,
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
 * The list on paper: what must be known of it, every row, repeated column heads, a box to tick and room for
 * notes; profile, version and date at the foot of every page.
 *
 * @param rows As prepared; a page's own print, which does not wait, does without.
 */
export function printedList(
  listed: ListedPopulation,
  texts: Texts,
  rows: readonly PrintedRow[] = Array.from(listed.rows, (index) => printedRow(index, listed)),
): TemplateResult {
  const { list, titleOf, description } = listed;
  const { profile, asOf } = list.population;
  const text = texts.population;
  // What the list itself adds takes room only where it says something.
  const said = listed.columns.flatMap((column, at) =>
    ownKinds.has(column.kind) && !rows.some((row) => row[at]!.length > 0) ? [] : [{ column, at }],
  );
  let width = 0;
  const [shown, folded]: [Placed[], Placed[]] = [[], []];
  for (const each of said) ((width += each.column.width) < pageWidth ? shown : folded).push(each);
  return html`<div class="printed ${width > pageWidth ? 'dense' : ''}">
    <h1>${titleOfList(list)}</h1>
    <dl>
      ${describeListed(listed).map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}:</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.tick}</th>
          ${shown.map(({ column }) => html`<th scope="col">${printedLine(titleOf(column))}</th>`)}
          ${folded.length > 0 ? html`<th scope="col" class="folded">${text.otherColumns}</th>` : nothing}
          <th scope="col" class="notes">${text.notes}</th>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td colspan=${shown.length + 3}>
            ${[
              titleOfList(list),
              text.version(profile.version),
              texts.common.asOf(formatDate(asOf, list.language)),
              description.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </td>
        </tr>
      </tfoot>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td><div class="tick"></div></td>
              ${shown.map(
                ({ column, at }) =>
                  html`<td class=${column.kind}>${row[at]!.map(printedLine)}</td>`,
              )}
              ${folded.length > 0 ? html`<td>${printedLine(foldedCell(row, folded, titleOf))}</td>` : nothing}
              <td></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Only where a word is longer than any: else columns would be narrower than their words. */
function printedLine(line: string): TemplateResult {
  return html`<div class=${/\S{30}/.test(line) ? 'unbroken' : ''}>${line}</div>`;
}

const ownKinds: ReadonlySet<Column['kind']> = new Set([
  ...(['why', 'note', 'since', 'reasons'] as const),
  ...(['assignee', 'due'] as const),
]);

/** Of columns at their width on screen, in CSS pixels: those that a page cannot hold share one. */
const pageWidth = 1100;

interface Placed {
  readonly column: Column;
  readonly at: number;
}

/** `MMSE: 13 (8 mdr.) · BASIC, EKG: mangler`. */
function foldedCell(
  row: PrintedRow,
  columns: readonly Placed[],
  titleOf: ListedPopulation['titleOf'],
): string {
  const titles = new Map<string, string[]>();
  for (const { column, at } of columns) {
    const value = row[at]!.join(', ');
    if (value) titles.set(value, [...(titles.get(value) ?? []), titleOf(column)]);
  }
  return [...titles].map(([value, each]) => `${each.join(', ')}: ${value}`).join(' · ');
}

function printedRow(index: number, { list, columns, view }: ListedPopulation): PrintedRow {
  return columns.map((column) => list.printed(index, column, view.priority));
}
