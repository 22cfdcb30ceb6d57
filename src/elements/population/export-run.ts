import {
  exportTable,
  type ExportFormat,
  type ExportRun,
  type ListedPopulation,
  type WrittenFile,
} from '../../model/index.ts';
import { announce } from '../events.ts';

/** Writes the list to a file and hands it over. Never rejects: the run's state says how it went. */
export async function exportList(
  element: HTMLElement,
  run: ExportRun,
  listed: ListedPopulation,
  format: ExportFormat,
): Promise<void> {
  const { description, list } = listed;
  const table = exportTable({ by: description.user, at: localInstant(new Date()), ...listed });
  const written = await run.start(table, format, list.population.asOf);
  if (written) handOver(element, written);
}

/** Offers the file to the host, and otherwise has the browser save it. */
export function handOver(element: HTMLElement, written: WrittenFile): void {
  if (!announce(element, 'overblik-export', written, { cancelable: true })) return;
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

/** `2026-11-24T09:30:00+01:00`: the page's time with its distance from UTC. */
function localInstant(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}
