/** Our grid alone: its owner (here, this file) orders and filters the rows as any owner may. */
import { OverblikGrid, type CellView, type GridRows } from 'overblik';
import { compareNumbers, compareText, passes, type Subject } from '../subject.ts';
import { columns, rowHeight, type ColumnId, type Person } from '../people.ts';

customElements.define('overblik-grid', OverblikGrid);

let grid: OverblikGrid;
let all: readonly Person[] = [];

export const subject: Subject = {
  show(host, people) {
    all = people;
    grid = document.createElement('overblik-grid');
    grid.style.height = '100%';
    grid.style.setProperty('--o-row', `${rowHeight}px`);
    grid.columns = columns.map(({ id, title, width, numeric }) => ({
      id,
      title,
      width,
      group: '',
      pinned: id === 'cpr',
      align: numeric ? 'end' : 'start',
    }));
    grid.rows = rowsOf(all);
    host.append(grid);
  },
  sort(sort) {
    if (!sort) {
      grid.rows = rowsOf(all);
      return;
    }
    const { column, descending } = sort;
    const compare = (
      columns.find(({ id }) => id === column)?.numeric ? compareNumbers : compareText
    ) as (a: unknown, b: unknown) => number;
    const sign = descending ? -1 : 1;
    grid.rows = rowsOf([...all].sort((a, b) => sign * compare(a[column], b[column])));
  },
  filter(filter) {
    grid.rows = rowsOf(filter ? all.filter((person) => passes(person, filter)) : all);
  },
  count: () => grid.rows.count,
  scroller: () => grid.shadowRoot?.querySelector<HTMLElement>('.scroller') as HTMLElement,
};

const missing: CellView = { tone: 'missing', parts: [], lines: [] };

function rowsOf(people: readonly Person[]): GridRows {
  const textAt = (index: number, column: string) => {
    const value = people[index]?.[column as ColumnId] ?? null;
    return value === null ? undefined : String(value);
  };
  return {
    count: people.length,
    idAt: (index) => people[index]?.cpr ?? '',
    indexOf: (id) => people.findIndex(({ cpr }) => cpr === id),
    cell(index, column) {
      const text = textAt(index, column);
      return text === undefined ? missing : { tone: 'value', parts: [{ text }], lines: [text] };
    },
    nameAt: (index) => people[index]?.name ?? '',
  };
}
