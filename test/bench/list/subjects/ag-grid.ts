import {
  ClientSideRowModelModule,
  ColumnApiModule,
  ModuleRegistry,
  NumberFilterModule,
  RowApiModule,
  TextFilterModule,
  createGrid,
  themeQuartz,
  type GridApi,
} from 'ag-grid-community';
import { compareText, type Subject } from '../subject.ts';
import { columns, rowHeight, type Person } from '../people.ts';

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ColumnApiModule,
  NumberFilterModule,
  RowApiModule,
  TextFilterModule,
]);

let grid: GridApi<Person>;
let host: HTMLElement;

export const subject: Subject = {
  show(into, people) {
    host = into;
    grid = createGrid<Person>(host, {
      theme: themeQuartz,
      rowHeight,
      animateRows: false,
      rowData: people as Person[],
      columnDefs: columns.map(({ id, title, width, numeric }) => ({
        field: id,
        headerName: title,
        width,
        ...(numeric
          ? { filter: 'agNumberColumnFilter', filterParams: { inRangeInclusive: true } }
          : { filter: 'agTextColumnFilter', comparator: compareText }),
      })),
    });
  },
  sort(sort) {
    grid.applyColumnState({
      defaultState: { sort: null },
      state: sort ? [{ colId: sort.column, sort: sort.descending ? 'desc' : 'asc' }] : [],
    });
  },
  filter(filter) {
    if (!filter) grid.setFilterModel(null);
    else
      grid.setFilterModel({
        [filter.column]:
          'contains' in filter
            ? { filterType: 'text', type: 'contains', filter: filter.contains }
            : {
                filterType: 'number',
                type: 'inRange',
                filter: filter.atLeast,
                filterTo: filter.atMost,
              },
      });
  },
  count: () => grid.getDisplayedRowCount(),
  scroller: () => host.querySelector<HTMLElement>('.ag-grid-viewport') as HTMLElement,
};
