import '@vaadin/grid/vaadin-grid-filter.js';
import '@vaadin/grid/vaadin-grid-sorter.js';
import '@vaadin/grid/vaadin-grid.js';
import type { Grid } from '@vaadin/grid/vaadin-grid.js';
import type { Subject } from '../subject.ts';
import { columns, rowHeight, type Person } from '../people.ts';
import { adopt } from '../styles.ts';

let grid: Grid<Person>;

const header = (part: 'sorter' | 'filter', column: string) =>
  grid.querySelector<HTMLElement & { direction?: string | null; value?: string }>(
    `vaadin-grid-${part}[path="${column}"]`,
  );

export const subject: Subject = {
  show(host, people) {
    adopt(`
      vaadin-grid { height: 100%; }
      vaadin-grid::part(body-cell) { height: ${rowHeight}px; }
      vaadin-grid-cell-content { padding: 0 8px; line-height: ${rowHeight - 1}px; }
    `);
    grid = document.createElement('vaadin-grid');
    grid.columnRendering = 'lazy';
    for (const { id, title, width, numeric } of columns) {
      const column = document.createElement('vaadin-grid-column');
      Object.assign(column, {
        path: id,
        width: `${width}px`,
        flexGrow: 0,
        textAlign: numeric ? 'end' : null,
        headerRenderer(root: HTMLElement) {
          if (root.firstChild) return;
          const sorter = document.createElement('vaadin-grid-sorter');
          sorter.setAttribute('path', id);
          sorter.textContent = title;
          const filter = document.createElement('vaadin-grid-filter');
          filter.setAttribute('path', id);
          root.append(sorter, filter);
        },
      });
      grid.append(column);
    }
    grid.items = people as Person[];
    host.append(grid);
  },
  sort(sort) {
    for (const { id } of columns) {
      const sorter = header('sorter', id);
      const direction = sort?.column === id ? (sort.descending ? 'desc' : 'asc') : null;
      if (sorter && sorter.direction !== direction) sorter.direction = direction;
    }
  },
  filter(filter) {
    for (const { id } of columns) {
      const field = header('filter', id);
      const value = filter && 'contains' in filter && filter.column === id ? filter.contains : '';
      if (field && (field.value ?? '') !== value) field.value = value;
    }
  },
  // Nothing public tells how many items pass the filters.
  count: () => (grid as unknown as { _flatSize: number })._flatSize,
  scroller: () => grid.shadowRoot?.querySelector<HTMLElement>('#table') as HTMLElement,
};
