import { copyText } from '../../export/index.ts';
import {
  exportTable,
  type ExportFormat,
  type ExportRun,
  type ListedPopulation,
  type WrittenFile,
} from '../../model/index.ts';
import { emit } from '../shared/events.ts';
import { isoNow } from '../shared/now.ts';

/** Writes the list to a file and hands it over. Never rejects: the run's state says how it went. */
export async function exportList(
  element: HTMLElement,
  run: ExportRun,
  listed: ListedPopulation,
  format: ExportFormat,
): Promise<void> {
  const { description, list } = listed;
  const table = exportTable({ by: description.user, at: isoNow(), ...listed });
  const written = await run.start(table, format, list.population.asOf);
  if (written) handOver(element, written);
}

/**
 * Puts the list on the clipboard, as text that a spreadsheet takes apart.
 *
 * @throws Where the browser has no clipboard, or forbids it.
 */
export async function copyList(
  listed: ListedPopulation,
  clipboard: Clipboard | undefined,
): Promise<void> {
  if (!clipboard) throw new Error('There is no clipboard.');
  await clipboard.writeText(await copyText(exportTable(listed)));
}

/** Offers the file to the host, and otherwise has the browser save it. */
function handOver(element: HTMLElement, written: WrittenFile): void {
  if (!emit(element, 'overblik-export', written, { cancelable: true })) return;
  const { ownerDocument } = element;
  const url = URL.createObjectURL(written.file);
  // Not in the page: nobody's listener for clicks on links hears of it.
  const link = ownerDocument.createElement('a');
  link.href = url;
  link.download = written.name;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
