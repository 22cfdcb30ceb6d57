import { defineCustomElements } from '@revolist/revogrid/loader';
import { compareText, type Subject } from '../subject.ts';
import { columns, rowHeight, type ColumnId, type Person } from '../people.ts';

let grid: HTMLRevoGridElement;

export const subject: Subject = {
  start: () => defineCustomElements(),
  show(host, people) {
    grid = document.createElement('revo-grid');
    Object.assign(grid, {
      readonly: true,
      resize: true,
      filter: true,
      rowSize: rowHeight,
      hideAttribution: true,
      columns: columns.map(({ id, title, width, numeric }) => ({
        prop: id,
        name: title,
        size: width,
        sortable: true,
        filter: numeric ? 'number' : 'string',
        ...(numeric ? {} : { cellCompare: comparePeople }),
      })),
      source: people,
    });
    grid.style.height = '100%';
    host.append(grid);
  },
  sort(sort) {
    if (!sort) return grid.clearSorting();
    const column = columns.find(({ id }) => id === sort.column);
    return grid.updateColumnSorting(
      { prop: sort.column, ...(column?.numeric ? {} : { cellCompare: comparePeople }) },
      sort.descending ? 'desc' : 'asc',
      false,
    );
  },
  filter(filter) {
    const items = !filter
      ? {}
      : {
          [filter.column]:
            'contains' in filter
              ? [{ id: 1, type: 'contains', value: filter.contains }]
              : [
                  { id: 1, type: 'gte', value: filter.atLeast, relation: 'and' },
                  { id: 2, type: 'lte', value: filter.atMost },
                ],
        };
    grid.filter = { multiFilterItems: items } as unknown as typeof grid.filter;
  },
  count: async () => (await grid.getVisibleSource('rgRow')).length,
  scroller: () =>
    grid.querySelector<HTMLElement>('revogr-viewport-scroll.rgCol .vertical-inner') as HTMLElement,
};

function comparePeople(column: string | number, a: Partial<Person>, b: Partial<Person>): number {
  return compareText(String(a[column as ColumnId] ?? ''), String(b[column as ColumnId] ?? ''));
}
