import perspective, { type Client } from '@finos/perspective';
import styles from '@finos/perspective-viewer/dist/css/pro.css';
import type { Subject } from '../subject.ts';
import { columns, type Person } from '../people.ts';
import { adopt } from '../styles.ts';
import viewers, { type Viewer } from './perspective-viewer.js';

let client: Client;
let viewer: Viewer;

/** Rows that are handed over at once: all of them together are a longer text than the browser can hold. */
const batch = 50_000;

export const subject: Subject = {
  async start() {
    perspective.init_server(fetch('perspective-server.wasm'));
    perspective.init_client(fetch('perspective-js.wasm'));
    await viewers.init_client(fetch('perspective-viewer.wasm'));
    await customElements.whenDefined('perspective-viewer');
    client = await perspective.worker();
  },
  async show(host, people) {
    adopt(styles);
    adopt(`
      perspective-viewer { width: 100%; height: 100%; }
    `);
    viewer = document.createElement('perspective-viewer') as Viewer;
    host.append(viewer);
    const table = await client.table(types as unknown as Record<string, unknown[]>);
    for (let from = 0; from < people.length; from += batch)
      await table.update(columnsOf(people.slice(from, from + batch)));
    const loaded = performance.now();
    await viewer.load(table);
    await viewer.restore({
      plugin: 'Datagrid',
      settings: false,
      plugin_config: {
        columns: Object.fromEntries(
          columns.map(({ id, width }) => [id, { column_size_override: width }]),
        ),
      },
    });
    return loaded;
  },
  sort: (sort) =>
    viewer.restore({ sort: sort ? [[sort.column, sort.descending ? 'desc' : 'asc']] : [] }),
  filter: (filter) =>
    viewer.restore({
      filter: !filter
        ? []
        : 'contains' in filter
          ? [[filter.column, 'contains', filter.contains]]
          : [
              [filter.column, '>=', filter.atLeast],
              [filter.column, '<=', filter.atMost],
            ],
    }),
  count: async () => (await viewer.getView()).num_rows(),
  elsewhere: async () => Number((await client.system_info()).heap_size),
  scroller: () =>
    (viewer.querySelector('perspective-viewer-datagrid')?.shadowRoot ?? viewer).querySelector(
      'regular-table',
    ) as HTMLElement,
};

const types = Object.fromEntries(
  columns.map(({ id, numeric }) => [
    id,
    !numeric ? 'string' : id === 'ldl' || id === 'weight' ? 'float' : 'integer',
  ]),
);

/** By columns, which it takes in faster than rows. */
function columnsOf(people: readonly Person[]): Record<string, unknown[]> {
  return Object.fromEntries(columns.map(({ id }) => [id, people.map((person) => person[id])]));
}
