/** Files of the area's figures: a table as CSV or XLSX, or the report itself. */
import { exportFileName, toCsv, toXlsx } from '../../export/index.ts';
import { handOver, type HandedOver } from '../../elements/shared/hand-over.ts';
import type { Drawn } from '../host.ts';
import { areaReportOf } from './area.ts';
import { savedParts } from './further.ts';
import { figureTable } from './tables.ts';

export type FileKind = 'csv' | 'xlsx' | 'json';

/** Writes a file and hands it over; undefined where there is no such part. */
export async function saveReport(
  element: HTMLElement,
  drawn: Drawn,
  kind: FileKind,
  part: string | undefined,
): Promise<{ readonly name: string; readonly outcome: HandedOver } | undefined> {
  const own = part === undefined ? undefined : savedParts(drawn).find(({ id }) => id === part);
  if (part !== undefined && !own) return undefined;
  const table = own ? own.table() : figureTable(drawn);
  const name = exportFileName(table.title, drawn.date, kind === 'json' ? 'csv' : kind);
  const written =
    kind === 'json'
      ? { file: jsonFile(drawn), name: name.replace(/csv$/, 'json') }
      : {
          file: (await (kind === 'csv' ? toCsv(table, { about: true }) : toXlsx(table))).blob,
          name,
        };
  return { name: written.name, outcome: handOver(element, written) };
}

function jsonFile({ sheet }: Drawn): Blob {
  return new Blob([`${JSON.stringify(areaReportOf(sheet), null, 2)}\n`], {
    type: 'application/json',
  });
}
