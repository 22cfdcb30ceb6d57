/** Our grid alone: its owner (here, this file) orders and filters the rows as any owner may. */
import { OverblikGrid } from '../../../../src/elements/grid/grid.ts';
import type { CellContent, GridRows } from '../../../../src/elements/grid/types.ts';
import { compareNumbers, compareText, passes, type Contestant } from '../contestant.ts';
import { columns, rowHeight, type ColumnId, type Person } from '../people.ts';

customElements.define('overblik-grid', OverblikGrid);

let grid: OverblikGrid;
let people: readonly Person[] = [];
/** As the rows came: the place of each in `people`. */
let all: Uint32Array;

export const contestant: Contestant = {
  show(host, rows) {
    people = rows;
    all = Uint32Array.from(rows, (_, index) => index);
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
    grid.rows = rowsIn(all);
    host.append(grid);
  },
  sort(sort) {
    if (!sort) grid.rows = rowsIn(all);
    else {
      const sign = sort.descending ? -1 : 1;
      const compare = (a: unknown, b: unknown) =>
        typeof a === 'string' && typeof b === 'string'
          ? compareText(a, b)
          : compareNumbers(a as number | null, b as number | null);
      grid.rows = rowsIn(
        all
          .slice()
          .sort(
            (a, b) =>
              sign * compare(people[a]?.[sort.column] ?? null, people[b]?.[sort.column] ?? null),
          ),
      );
    }
  },
  filter(filter) {
    grid.rows = rowsIn(
      filter ? all.filter((index) => passes(people[index] as Person, filter)) : all,
    );
  },
  count: () => grid.rows.count,
  scroller: () => grid.shadowRoot?.querySelector<HTMLElement>('.scroller') as HTMLElement,
};

const missing: CellContent = { tone: 'missing' };

function rowsIn(order: Uint32Array): GridRows {
  const personAt = (index: number) => people[order[index] ?? -1];
  const textAt = (index: number, column: string) => {
    const value = personAt(index)?.[column as ColumnId] ?? null;
    return value === null ? undefined : String(value);
  };
  return {
    count: order.length,
    idAt: (index) => String(order[index]),
    indexOf: (id) => order.indexOf(Number(id)),
    cell(index, column) {
      const text = textAt(index, column);
      return text === undefined ? missing : { tone: 'value', parts: [{ text }] };
    },
    lines: (index, column) => [textAt(index, column) ?? ''],
    nameAt: (index) => personAt(index)?.name ?? '',
  };
}
