import { copyText, type ExportTable } from '../../export/index.ts';
import {
  exemptionReport,
  ExportRun,
  exportTable,
  type ExemptionCount,
  type ExportFormat,
  type Language,
  type ListedPopulation,
  type Profile,
} from '../../model/index.ts';
import { handOver, type HandedOver } from '../shared/hand-over.ts';
import { isoNow } from '../shared/now.ts';

/**
 * Writes the list to a file and hands it over; answers what became of it. Never rejects: where there is no file,
 * the run's state says why.
 */
export async function exportList(
  element: HTMLElement,
  run: ExportRun,
  listed: ListedPopulation,
  format: ExportFormat,
  isWanted?: () => boolean,
): Promise<HandedOver | undefined> {
  const { description, list } = listed;
  const table = exportTable({ by: description.user, at: isoNow(), ...listed });
  const written = await run.start(table, format, list.population.asOf, isWanted);
  return written && handOver(element, written);
}

/** How many are exempt and why, for the profile's author, as a file that is handed over; answers what became of it. */
export async function exportExemptions(
  element: HTMLElement,
  counted: CountedExemptions,
  isWanted: () => boolean,
): Promise<HandedOver | undefined> {
  const written = await new ExportRun().start(
    ...([tableOf(counted), 'csv', counted.asOf, isWanted] as const),
  );
  return written && handOver(element, written);
}

/** The same as text that a spreadsheet takes apart. */
export function copiedExemptions(counted: CountedExemptions): Promise<string> {
  return copyText(tableOf(counted));
}

/** Hands over how many are exempt and why, without patients: each with what is said afterwards. */
export interface ExemptionReport {
  readonly copy: (copied: string) => Promise<void>;
  /** @param notSeen Is said where the file may not have been saved. */
  readonly save: (notSeen: string) => Promise<void>;
}

export { handOver, mayDownload, type HandedOver } from '../shared/hand-over.ts';

/** What is counted of a profile's exemptions, on a day. */
export interface CountedExemptions {
  readonly counts: readonly ExemptionCount[];
  readonly profile: Profile;
  readonly asOf: string;
  readonly language: Language;
}

function tableOf({ counts, profile, asOf, language }: CountedExemptions) {
  return exemptionReport(counts, profile, asOf, language);
}

/** Some cells of one row, as they are read: for a letter, or a cell of a spreadsheet. */
export function copiedCells({
  list,
  columns,
  rows,
  view,
  titleOf,
}: ListedPopulation): Promise<string> {
  const table: ExportTable = {
    title: '',
    columns: columns.map((column) => ({ title: titleOf(column), type: 'text' })),
    rows: rows.length,
    cell: (row, at) => list.printed(rows[row]!, columns[at]!, view.priority).join('; '),
    info: [],
    language: list.language,
  };
  return copyText(table, { hasHeads: false });
}

/** The list as text that a spreadsheet takes apart. */
export function copiedList(listed: ListedPopulation): Promise<string> {
  return copyText(exportTable(listed));
}
