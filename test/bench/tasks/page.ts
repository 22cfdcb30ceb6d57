/** The whole list in a page, and what a user does to it: each deed resolves when what it asks for is painted. */
import {
  memoryAdapter,
  OverblikCockpit,
  OverblikGrid,
  OverblikPopulation,
  type ClinicAdapter,
  type ListView,
  type PatientRecords,
  type Round,
  type RoundMember,
  type RoundStore,
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
  #store: Rounds | undefined;

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

  /** From the adapter to the list with two rounds that hold everybody, the last one under way and half of them seen. */
  async loadRounds(): Promise<void> {
    const adapter = this.#adapter();
    this.#store = new Rounds(this.#patients);
    await this.#open([profile, other], { ...adapter, rounds: this.#store });
    await this.#stored();
  }

  /** Sets the patient in the first row to follow up, until that is stored. */
  async markOne(): Promise<void> {
    await this.#choose('.line [role=checkbox], .line input[type=checkbox]');
    await this.#mark(false);
  }

  /** Sets everybody to follow up, until that is stored. */
  async markAll(): Promise<void> {
    await this.#choose('.head [role=checkbox], .head input[type=checkbox]');
    await this.#mark(true);
  }

  async #choose(selector: string): Promise<void> {
    const box = await until(() => this.#grid?.shadowRoot?.querySelector<HTMLElement>(selector));
    box.click();
    await frames(5);
  }

  /** Of many it is asked first. */
  async #mark(isAsked: boolean): Promise<void> {
    const before = this.#store!.saves;
    const root = this.#shown.shadowRoot!;
    const press = async (place: string): Promise<void> => {
      const button = await until(() =>
        [...root.querySelectorAll<HTMLElement>(`${place} button`)].find(
          ({ textContent }) => textContent.trim() === 'Sæt til opfølgning',
        ),
      );
      button.click();
    };
    await press('.chosen');
    if (isAsked) await press('dialog[open]');
    await until(() => this.#store!.saves > before);
    await this.#stored();
  }

  /** All is stored, and shown so. */
  async #stored(): Promise<void> {
    await until(() => !this.#shown.shadowRoot!.querySelector('.overview[aria-busy]'));
    await this.#settled();
    await frames(30);
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

/** A clinic's rounds that hold everybody. It hands over what it has as it is: what a wire takes is not the list's. */
class Rounds implements RoundStore {
  readonly #rounds: Round[];
  saves = 0;

  constructor(patients: readonly PatientRecords[]) {
    const about = { revision: 1, profile: { id: profile.id, version: profile.version } };
    const members = patients.map(({ patient: { id } }, index): RoundMember => ({
      patientId: id,
      status: index % 2 === 0 ? 'reviewed' : 'new',
      ...(index % 3 === 0 ? { note: 'Ringes op i næste uge' } : {}),
      by: 'Anne Læge',
      at: '2026-05-01T10:00:00+02:00',
    }));
    this.#rounds = [
      { ...about, id: 'first', asOf: '2026-01-05', finished: '2026-02-05', members },
      { ...about, id: 'second', asOf: '2026-04-30', members },
    ];
  }

  list(profileId: string): Promise<readonly Round[]> {
    return Promise.resolve(this.#rounds.filter(({ profile: { id } }) => id === profileId));
  }

  save(round: Round): Promise<{ readonly saved: true; readonly round: Round }> {
    this.saves++;
    const stored = { ...round, revision: round.revision + 1 };
    const at = this.#rounds.findIndex(({ id }) => id === round.id);
    this.#rounds[at < 0 ? this.#rounds.length : at] = stored;
    return Promise.resolve({ saved: true, round: stored });
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
