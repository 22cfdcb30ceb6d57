import {
  FilterModule,
  FormatModule,
  ResizeColumnsModule,
  SortModule,
  Tabulator,
} from 'tabulator-tables';
import styles from 'tabulator-tables/dist/css/tabulator.min.css';
import { compareText, type Subject } from '../subject.ts';
import { columns, rowHeight } from '../people.ts';
import { adopt } from '../styles.ts';

Tabulator.registerModule([FilterModule, FormatModule, ResizeColumnsModule, SortModule]);

let table: Tabulator;
let host: HTMLElement;

export const subject: Subject = {
  show(into, people) {
    adopt(styles);
    host = document.createElement('div');
    into.append(host);
    table = new Tabulator(host, {
      height: '100%',
      rowHeight,
      renderHorizontal: 'virtual',
      data: people,
      columns: columns.map(({ id, title, width, numeric }) => ({
        field: id,
        title,
        width,
        sorter: numeric ? 'number' : compareText,
      })),
    });
  },
  sort(sort) {
    if (sort) return table.setSort(sort.column, sort.descending ? 'desc' : 'asc');
    table.clearSort();
  },
  filter(filter) {
    if (!filter) table.clearFilter(true);
    else if ('contains' in filter)
      table.setFilter([{ field: filter.column, type: 'like', value: filter.contains }]);
    else
      table.setFilter([
        { field: filter.column, type: '>=', value: filter.atLeast },
        { field: filter.column, type: '<=', value: filter.atMost },
      ]);
  },
  count: () => table.getDataCount('active'),
  scroller: () => host.querySelector<HTMLElement>('.tabulator-tableholder') as HTMLElement,
};
