/** The whole list in a page, and what a user does to it: each deed resolves when what it asks for is painted. */
import {
  memoryAdapter,
  OverblikCockpit,
  OverblikGrid,
  OverblikPopulation,
  type ClinicAdapter,
  type ListView,
  type PatientRecords,
} from 'overblik';
import { profile, recordsOf } from '../list/clinic.ts';
import { makePeople, today } from '../list/people.ts';
import { clinicOf, profile as many } from './patient.ts';

customElements.define('overblik-cockpit', OverblikCockpit);
customElements.define('overblik-grid', OverblikGrid);
customElements.define('overblik-population', OverblikPopulation);

declare global {
  interface Window {
    tasks: Tasks;
  }
}

/** As many patients, other questions: markers of each level, a control, indicators. */
const other = {
  ...profile,
  id: 'other',
  title: { da: 'Andre', en: 'Others' },
  markers: (['critical', 'warning', 'info'] as const).map((level, index) => ({
    ...{ id: level, level, title: { da: level } },
    when: {
      result: {
        codes: 'hba1c',
        pick: 'latest',
        value: { above: 90 - 15 * index, unit: 'mmol/mol' },
      },
    },
  })),
  indicators: [
    {
      id: 'measured',
      title: { da: 'Målt' },
      numerator: { result: { codes: 'hba1c', when: { last: 'P12M' } } },
      better: 'higher',
    },
  ],
};

class Tasks {
  #patients: readonly PatientRecords[] = [];
  #list: OverblikPopulation | undefined;
  #one: ClinicAdapter | undefined;
  #cockpit: OverblikCockpit | undefined;

  /** Makes a clinic of so many. */
  prepare(count: number): void {
    this.#patients = makePeople(count).map(recordsOf);
  }

  /** Makes one patient with so many medicines, and as many results. */
  prepareCockpit(count: number): void {
    this.#one = clinicOf(count);
  }

  /** From the adapter to everything that the cockpit shows of that patient. */
  async openCockpit(): Promise<void> {
    const cockpit = (this.#cockpit = document.createElement('overblik-cockpit'));
    cockpit.asOf = today;
    cockpit.theme = 'light';
    cockpit.profiles = [many];
    cockpit.adapter = this.#one;
    cockpit.patientId = '1';
    document.querySelector('#host')?.replaceChildren(cockpit);
    await until(() => cockpit.shadowRoot?.querySelector('[part~=why]'));
    await frames(5);
  }

  /** Sees that patient on an earlier day. */
  async seeEarlier(): Promise<void> {
    const cockpit = this.#cockpit!;
    cockpit.seenOn = '2020-01-01';
    await until(
      () =>
        cockpit.shadowRoot?.querySelector('[part~=notice]') &&
        !cockpit.shadowRoot.querySelector('[aria-busy=true]'),
    );
    await frames(5);
  }

  /** From the adapter to the list of that one patient. */
  async listOne(): Promise<void> {
    await this.#open([many], this.#one);
  }

  /** From the adapter to the first rows and the numbers on the cards. */
  async load(): Promise<void> {
    await this.#open([profile, other], this.#adapter());
  }

  async #open(profiles: readonly object[], adapter: ClinicAdapter | undefined): Promise<void> {
    const list = (this.#list = document.createElement('overblik-population'));
    list.asOf = today;
    list.theme = 'light';
    list.profiles = profiles;
    list.adapter = adapter;
    const loaded = new Promise((resolve) => list.addEventListener('overblik-loaded', resolve));
    document.querySelector('#host')?.replaceChildren(list);
    await loaded;
    await this.#settled();
  }

  /** Shows the other profile, as nobody has looked at it before where it is the first time. */
  async turnProfile(): Promise<void> {
    const list = this.#shown;
    const before = this.#grid?.rows;
    list.profileId = list.profileId === 'other' ? 'bench' : 'other';
    await this.#settled(before);
  }

  /** Looks at the list otherwise: from its plain view. */
  async look(change: Partial<ListView>): Promise<void> {
    const list = this.#shown;
    const before = this.#grid?.rows;
    list.view = { ...(list.view as ListView), sort: [], filters: [], query: '', ...change };
    await this.#settled(before);
  }

  /** Opens the filter of the nth column that can be chosen from: what occurs in it, with numbers. */
  async openValues(title: string): Promise<void> {
    const root = this.#shown.shadowRoot!;
    const plain = [...root.querySelectorAll<HTMLElement>('.filters button')];
    plain.find(({ textContent }) => textContent.includes('Filter'))?.click();
    const buttons = () => [...root.querySelectorAll<HTMLElement>('.panel button')];
    const found = await until(() => buttons().find((each) => each.textContent.includes(title)));
    found.click();
    await until(() => root.querySelector('.panel h3')?.textContent.includes(title));
    await this.#settled();
  }

  /** Writes the list as a file. */
  async export(format: 'csv' | 'xlsx'): Promise<void> {
    const list = this.#shown;
    const root = list.shadowRoot!;
    const written = new Promise((resolve) =>
      list.addEventListener(
        'overblik-export',
        (event) => {
          event.preventDefault();
          resolve(event);
        },
        { once: true },
      ),
    );
    const buttons = [...root.querySelectorAll<HTMLElement>('[part~=header] button')];
    buttons.find(({ textContent }) => textContent.includes('Eksport'))?.click();
    const write = await until(() => root.querySelector<HTMLElement>(`button[value=${format}]`));
    write.click();
    await written;
    await frames(5);
  }

  get #shown(): OverblikPopulation {
    if (!this.#list) throw new Error('There is no list yet.');
    return this.#list;
  }

  get #grid(): OverblikGrid | null | undefined {
    return this.#list?.shadowRoot?.querySelector<OverblikGrid>('overblik-grid');
  }

  /** @param before Rows that are not meant. */
  async #settled(before?: OverblikGrid['rows']): Promise<void> {
    const root = this.#shown.shadowRoot!;
    await until(() => {
      const { rows } = this.#grid ?? {};
      const isBusy = root.querySelector('.frame')?.getAttribute('aria-busy') === 'true';
      return !isBusy && rows !== undefined && rows !== before;
    });
    await frames(10);
  }

  #adapter(): ClinicAdapter {
    const types = ['patient', 'diagnosis', 'medication', 'result', 'service', 'appointment'];
    const adapter = memoryAdapter({
      description: {
        name: 'Prøveklinikken',
        patients: this.#patients.length,
        coverage: Object.fromEntries(types.map((type) => [type, { available: true }])),
      },
      patients: this.#patients,
    });
    return adapter;
  }
}

async function until<Found>(find: () => Found | null | undefined | false): Promise<Found> {
  for (;;) {
    const found = find();
    if (found) return found;
    await frames(1);
  }
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}

window.tasks = new Tasks();
