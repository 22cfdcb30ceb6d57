/** Our whole list, cards, markers and all, over the same people as a clinic's records. */
import {
  memoryAdapter,
  OverblikGrid,
  OverblikPopulation,
  type ClinicAdapter,
  type ListView,
  type PatientRecords,
} from 'overblik';
import type { Subject, Filter, Sort } from '../subject.ts';
import { profile, recordsOf } from '../clinic.ts';
import { today, type ColumnId } from '../people.ts';

customElements.define('overblik-grid', OverblikGrid);
customElements.define('overblik-population', OverblikPopulation);

let patients: readonly PatientRecords[] = [];
let list: OverblikPopulation;
let plain: ListView;

export const subject: Subject = {
  start(people) {
    patients = people.map(recordsOf);
  },
  show(host) {
    let loaded: (time: number) => void;
    const whenLoaded = new Promise<number>((resolve) => (loaded = resolve));
    const memory = memoryAdapter({
      description: {
        name: 'Prøveklinikken',
        patients: patients.length,
        coverage: Object.fromEntries(
          ['patient', 'diagnosis', 'medication', 'result', 'service', 'appointment'].map((type) => [
            type,
            { available: true },
          ]),
        ),
      },
      patients,
    });
    const records: ClinicAdapter['records'] = async function* (request, signal) {
      yield* memory.records?.(request, signal) ?? [];
      // Whoever asks for more has taken in all before.
      loaded(performance.now());
    };
    list = document.createElement('overblik-population');
    list.asOf = today;
    list.theme = 'light';
    list.profiles = [profile];
    list.adapter = { ...memory, records };
    host.append(list);
    list.addEventListener('overblik-loaded', () => (plain = list.view as ListView));
    return whenLoaded;
  },
  sort(sort) {
    list.view = sort ? { ...plain, sort: [viewSort(sort)] } : plain;
  },
  filter(filter) {
    list.view = filter ? { ...plain, filters: [viewFilter(filter)] } : plain;
  },
  count: () => grid().rows.count,
  scroller: () => grid().shadowRoot?.querySelector<HTMLElement>('.scroller') as HTMLElement,
};

const grid = () => list.shadowRoot?.querySelector('overblik-grid') as OverblikGrid;

const idOf = (column: ColumnId) =>
  ['cpr', 'name', 'age'].includes(column) ? column : `item:${column}`;

const viewSort = ({ column, descending }: Sort) => ({ columnId: idOf(column), descending });

function viewFilter(filter: Filter) {
  const columnId = idOf(filter.column);
  return 'contains' in filter
    ? { columnId, contains: filter.contains }
    : { columnId, min: filter.atLeast, max: filter.atMost };
}
