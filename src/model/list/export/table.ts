/** The list as it is looked at, made into a table for a file: everything that a spreadsheet can sort and filter. */
import type { ExportCell, ExportColumn, ExportTable } from '../../../export/index.ts';
import { exportPhrases } from '../../../i18n/phrases/export.ts';
import type { Column } from '../columns/types.ts';
import { distinctTitles, groupTitle } from '../columns/titles.ts';
import { exportField } from './fields.ts';
import { describeListed, exportedAt, line, titleOfList } from './info.ts';
import { reservations } from './item.ts';
import type { ListedPopulation } from './listed.ts';
import type { ExportField } from './types.ts';

/**
 * The list as a table. What cannot be decided says so in words, in every column that it touches; what is
 * not there has its words too. Nothing is worked out before the file is written, and nothing of a row is
 * kept after it.
 *
 * @throws {RangeError} of an `at` that does not begin with a date of the calendar (R26).
 */
export function exportTable(listed: ListedPopulation): ExportTable {
  const { list, rows, by, at } = listed;
  const { language } = list;
  const text = exportPhrases[language];
  const fields = fieldsOf(listed);
  let current = -1;
  let values: readonly ExportCell[] = [];
  return {
    title: titleOfList(list),
    columns: columnsOf(fields),
    rows: rows.length,
    cell(row, column) {
      if (row !== current) {
        const index = rows[row];
        if (index === undefined) return undefined;
        const listedRow = list.row(index);
        values = fields.flatMap(({ read }) => read(listedRow));
        current = row;
      }
      return values[column];
    },
    info: [
      ...describeListed(listed),
      ...line(text.info.by, by),
      ...line(text.info.at, at === undefined ? undefined : exportedAt(at, language)),
      ...line(text.info.legend, text.legend),
      ...line(text.info.privacy, text.privacy),
    ],
    ...(at === undefined ? {} : { at }),
    language,
  };
}

/** Rows that stand in groups say which: a file has no heads between its rows. */
function withGroup({ list, view, columns }: ListedPopulation): readonly Column[] {
  const group = list.columns.find(({ id }) => id === view.group);
  // Why a row comes first says more than by which of it the row stands where it does.
  if (group?.kind === 'reasons') return columns;
  return !group || columns.some(({ id }) => id === group.id) ? columns : [group, ...columns];
}

/** The marker that each row is in the group of, where rows stand in groups by it. */
function markerGroupField({ list, view }: ListedPopulation): readonly ExportField[] {
  const group = list.columns.find(({ id }) => id === view.group);
  if (group?.kind !== 'reasons') return [];
  const title = groupTitle(group, group.id, list.language);
  return [
    {
      columns: [{ title, type: 'text', width: 36 }],
      read: ({ index }) => [list.groupOf(view, index)?.title],
    },
  ];
}

/** No two columns have one title: a spreadsheet tells them apart by nothing else. */
function columnsOf(fields: readonly ExportField[]): readonly ExportColumn[] {
  const columns = fields.flatMap((field) => field.columns);
  const titles = distinctTitles(columns);
  return columns.map(({ heading: _, ...column }, at) => ({ ...column, title: titles[at]! }));
}

function fieldsOf(listed: ListedPopulation): readonly ExportField[] {
  const { list, view, titleOf } = listed;
  const { data, tab } = list;
  const columns = withGroup(listed);
  const hasSex = columns.some(({ kind }) => kind === 'sex');
  const hasExemption = columns.some(({ kind }) => kind === 'exemption');
  const fields = columns.map((column) =>
    exportField(column, {
      ...{ data, tab, hasSex, hasExemption, title: titleOf(column) },
      reasonsOf: ({ index }) => list.printed(index, column, view.priority),
      linesOf: ({ index }) => list.lines(index, column, view.priority),
    }),
  );
  const items = columns.flatMap(({ item }) => item ?? []);
  const grouped = markerGroupField(listed);
  return items.some(({ type }) => type !== 'patient')
    ? [...grouped, ...fields, reservations(items, data)]
    : [...grouped, ...fields];
}
