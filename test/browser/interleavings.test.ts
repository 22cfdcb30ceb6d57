/**
 * Clinics, profiles, patients and what is written of them, changed in a drawn order while the host's answers come late,
 * in any order, or fail: never another's data, nothing in another's journal or store, no note lost.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  memoryAdapter,
  type ClinicAdapter,
  type OverblikPopulation,
  type OverblikWorkspace,
  type PatientRecords,
  type Round,
} from '../../src/define.ts';
import { isoNow } from '../../src/elements/shared/now.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { cases, isDeep } from '../depth.ts';
import { cell, rows } from './list.ts';
import { allInside, clinic as demo, inside, place, until } from './stage.ts';

declare const process: {
  readonly env: { readonly OVERBLIK_SEED: string };
};
const { seed, numRuns } = {
  seed: process.env.OVERBLIK_SEED === '' ? 20261127 : Number(process.env.OVERBLIK_SEED),
  numRuns: cases(3, 8),
};

const people = 4;
/** The third clinic has no id: it is the same as long as its adapter is. */
const clinicNames = ['A', 'B', 'C'] as const;
type ClinicName = (typeof clinicNames)[number];

const profileOf = (id: string) => ({
  format: 'overblik-profile/1',
  id,
  version: '1.0.0',
  status: 'published',
  title: { da: `Profil ${id}` },
  purpose: [{ da: 'Prøve' }],
  codes: { demens: { system: 'ICPC-2', include: ['P70'] } },
  population: { include: { diagnosis: { codes: 'demens' } } },
  information: [
    { id: 'cpr', type: 'patient', field: 'cpr', title: { da: 'CPR' } },
    { id: 'navn', type: 'patient', field: 'name', title: { da: 'Navn' } },
    { id: 'demens', type: 'diagnosis', codes: 'demens', title: { da: 'Demens' } },
  ],
  markers: [
    {
      ...{ id: 'm', level: 'warning', title: { da: 'Markør' } },
      when: { diagnosis: { codes: 'demens' } },
    },
  ],
});
const profiles = [profileOf('p.en'), profileOf('p.to'), { ...profileOf('p.syg'), population: 7 }];
const profileIds = ['p.en', 'p.to', 'p.syg'];

/** The same ids in every clinic; all else names clinic and patient, so that a mix-up shows. */
function patientsOf(name: ClinicName): readonly PatientRecords[] {
  return Array.from({ length: people }, (_, index) => ({
    patient: {
      id: `p${index}`,
      cpr: cprOf(name, index),
      name: `Navn${name}${index} Prøve`,
      birthDate: '1942-01-01',
      sex: 'female' as const,
    },
    diagnoses: [{ code: 'P70', text: `Sygdom${name}${index}`, from: '2022-03-14' }],
  }));
}

const cprOf = (name: ClinicName, index: number) =>
  `010142${clinicNames.indexOf(name) + 1}${String(index).padStart(3, '0')}`;

type How = 'answer' | 'fail' | 'junk';

interface Call {
  readonly name: string;
  settle(how: How): void;
}

/** The host: every call waits until it is told how to end. */
class Host {
  readonly waiting: Call[] = [];
  readonly opened: { readonly clinic: ClinicName; readonly id: string; readonly cpr?: string }[] =
    [];
  readonly saved: { readonly clinic: ClinicName; readonly round: Round }[] = [];
  readonly stores = { A: faultyRounds([]), B: faultyRounds([]), C: faultyRounds([]) };
  readonly #nameless = this.#make('C');
  /** Answers at once, when the drawn part is over. */
  isPrompt = false;

  adapter(name: ClinicName): ClinicAdapter {
    return name === 'C' ? this.#nameless : this.#make(name);
  }

  #make(name: ClinicName): ClinicAdapter {
    const { id: _, ...description } = demo.description;
    const plain = memoryAdapter({
      description: { ...description, ...(name === 'C' ? {} : { id: name }), patients: people },
      patients: patientsOf(name),
    });
    const later = <Value>(call: string, answer: () => Promise<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        const settle = (how: How) => {
          if (how === 'answer') answer().then(resolve, reject);
          else if (how === 'junk') resolve({ junk: true } as never);
          else reject(new Error(`away: Navn${name}0`));
        };
        if (this.isPrompt) settle('answer');
        else this.waiting.push({ name: `${name}.${call}`, settle });
      });
    const { signal } = new AbortController();
    const store = this.stores[name];
    return {
      ...plain,
      describe: () => later('describe', () => plain.describe(signal)),
      records: async function* (request) {
        await later('records', () => Promise.resolve());
        yield* plain.records!(request, signal);
      },
      patient: (id, request) => later(`patient ${id}`, () => plain.patient(id, request, signal)),
      openJournal: ({ id, cpr }) => {
        this.opened.push({ clinic: name, id, ...(cpr === undefined ? {} : { cpr }) });
      },
      rounds: {
        list: (profileId) => later('list', () => store.list(profileId, signal)),
        save: (given) => {
          const round = structuredClone(given);
          this.saved.push({ clinic: name, round });
          return later('save', () => store.save(round, signal));
        },
      },
    };
  }
}

type Step =
  | { readonly do: 'adapter'; readonly clinic: ClinicName | 'none' }
  | {
      readonly do: 'profile' | 'patient' | 'row journal' | 'row' | 'status';
      readonly index: number;
    }
  | { readonly do: 'journal' | 'note' | 'half a note' | 'turn' | 'frame' | 'everything' }
  | { readonly do: 'contact' | 'exempt' | 'goal' }
  | { readonly do: 'answer'; readonly index: number; readonly how: How };

const index = (most: number) => fc.nat(most - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('adapter' as const),
      clinic: fc.constantFrom(...clinicNames, 'none' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('profile' as const), index: index(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('patient' as const), index: index(people + 1) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('row journal' as const, 'row' as const),
      index: index(people),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('status' as const), index: index(3) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'journal' as const,
        'note' as const,
        'note' as const,
        'half a note' as const,
      ),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom('contact' as const, 'exempt' as const, 'goal' as const),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('turn' as const, 'frame' as const) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('everything' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      index: fc.nat(20),
      how: fc.constantFrom<How>('answer', 'answer', 'answer', 'fail', 'junk'),
    }),
  },
);

/** One page with a workspace, and what was done on it. */
class Session {
  readonly host = new Host();
  readonly workspace: OverblikWorkspace;
  clinic: ClinicName | 'none' = 'A';
  /** What was written and left last, by clinic and patient, and what was half written after that: one is to be kept. */
  readonly notes = new Map<string, readonly string[]>();
  /** Days of next tries that were logged, and reasons of exemptions, by clinic and patient: each once. */
  readonly logged = new Map<string, string>();
  readonly exempted = new Map<string, string>();
  /** Goals that were written, by clinic and profile: the last is to be kept. */
  readonly goals = new Map<string, string>();
  #written = 0;
  readonly #moments = new Set<string>();

  constructor() {
    this.workspace = place('overblik-workspace', {
      adapter: this.host.adapter('A'),
      profiles,
      profileId: 'p.en',
    });
  }

  get list(): OverblikPopulation | null {
    return inside<OverblikPopulation>(this.workspace, 'overblik-population');
  }

  get cockpit(): HTMLElement | null {
    return inside(this.workspace, 'overblik-cockpit');
  }

  async take(step: Step): Promise<void> {
    const { workspace, host, list, cockpit } = this;
    switch (step.do) {
      case 'adapter':
        this.clinic = step.clinic;
        workspace.adapter = step.clinic === 'none' ? undefined : host.adapter(step.clinic);
        break;
      case 'profile':
        workspace.profileId = profileIds[step.index];
        break;
      case 'patient':
        workspace.patientId = step.index === people ? undefined : `p${step.index}`;
        break;
      case 'row':
        if (list && rows(list)[step.index]) cell(list, rows(list)[step.index], 'Navn').click();
        break;
      case 'row journal':
        if (list && rows(list)[step.index])
          cell(list, rows(list)[step.index], 'CPR').querySelector<HTMLElement>('.link')?.click();
        break;
      case 'journal':
        if (cockpit) inside(cockpit, '.identity .cpr button')?.click();
        break;
      case 'status':
        if (cockpit) allInside(cockpit, '.pills input')[step.index]?.click();
        break;
      case 'note':
      case 'half a note':
        this.#write(step.do === 'note');
        break;
      case 'contact':
        this.#logContact();
        break;
      case 'exempt':
        await this.#exempt();
        break;
      case 'goal':
        await this.#writeGoal();
        break;
      case 'answer':
        if (host.waiting.length > 0)
          host.waiting.splice(step.index % host.waiting.length, 1)[0]!.settle(step.how);
        break;
      case 'everything':
        await this.#answerAll();
        break;
      case 'turn':
        await pass();
        break;
      case 'frame':
        await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  /** Clinic and patient of whom something is written or pressed, by what stands on the screen. */
  #whose(control: Element | null | undefined): readonly [string, string] | undefined {
    const { cockpit } = this;
    if (!cockpit || !control?.checkVisibility({ visibilityProperty: true })) return undefined;
    const name = /Navn([ABC])(\d)/.exec(inside(cockpit, '.identity')?.textContent ?? '');
    return name ? [name[1]!, name[2]!] : undefined;
  }

  /** Logs an attempt, whose next try is on a day that none else has. */
  #logContact(): void {
    const { cockpit } = this;
    const log = cockpit && inside<HTMLDetailsElement>(cockpit, '.contact-log');
    if (!log) return;
    log.open = true;
    const [day, button] = ['input', 'button'].map((each) =>
      log.querySelector<HTMLInputElement>(each),
    );
    const whose = this.#whose(button);
    if (!whose || !day || button?.ariaDisabled === 'true') return;
    // Twice within a second the same is one attempt.
    const moment = `${whose.join('/')} ${isoNow()}`;
    if (this.#moments.has(moment)) return;
    const next = dayOf((this.#written += 1));
    day.value = next;
    button!.click();
    // What it has taken is gone from the field.
    if (day.value !== '') return;
    this.logged.set(next, whose.join('/'));
    this.#moments.add(moment).add(`${whose.join('/')} ${isoNow()}`);
  }

  async #exempt(): Promise<void> {
    const formNow = () => this.cockpit && inside<HTMLFormElement>(this.cockpit, 'form.exempt');
    if (!formNow() && this.cockpit) {
      allInside(this.cockpit, '.advice .deeds button')
        .find(({ textContent }) => textContent.includes('Undtag'))
        ?.click();
      await pass();
    }
    const form = formNow();
    const note = form?.querySelector('textarea');
    const whose = this.#whose(note);
    if (!form || !note || !whose) return;
    form.querySelector<HTMLElement>('[name=reason]')!.click();
    const [clinic, patient] = whose;
    note.value = `${clinic}${patient} ${(this.#written += 1)}`;
    note.dispatchEvent(new Event('input', { bubbles: true }));
    form.querySelector<HTMLElement>('.primary')!.click();
    await pass();
    // What it has taken is not to be filled in any more.
    if (!form.isConnected) this.exempted.set(note.value, whose.join('/'));
  }

  /** Writes what the round is to reach, by the clinic that stands on the screen. */
  async #writeGoal(): Promise<void> {
    const { list } = this;
    const fieldNow = () => list && inside<HTMLTextAreaElement>(list, '.panel [name=goal]');
    if (!fieldNow() && list) {
      allInside(list, 'button')
        .find((each) => each.textContent.trim() === 'Runde' && each.checkVisibility())
        ?.click();
      await pass();
    }
    const field = fieldNow();
    const details = field?.closest('details');
    if (!list || !field || !details) return;
    details.open = true;
    const clinic = /Navn([ABC])/.exec(visible(list))?.[1];
    const profileId = list.view?.profileId;
    if (!clinic || !profileId || !field.checkVisibility({ visibilityProperty: true })) return;
    field.value = `${clinic} ${profileId} ${(this.#written += 1)}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    this.goals.set(`${clinic}/${profileId}`, field.value);
  }

  /** Writes what says of whom it is written, by what stands on the screen. */
  #write(isLeft: boolean): void {
    const field = this.cockpit && inside<HTMLTextAreaElement>(this.cockpit, 'textarea.note');
    // While the next patient is on the way there is a field, which takes nothing.
    if (!field || field.readOnly) return;
    // Nobody writes where nothing is to be seen.
    const whose = this.#whose(field);
    if (!whose) return;
    const [clinic, patient] = whose;
    const text = `${clinic}${patient} ${(this.#written += 1)}`;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const key = `${clinic}/${patient}`;
    if (isLeft) {
      field.dispatchEvent(new Event('change', { bubbles: true }));
      this.notes.set(key, [text]);
    } else if (this.notes.has(key)) this.notes.set(key, [...this.notes.get(key)!, text]);
  }

  async #answerAll(): Promise<void> {
    for (let turn = 0; turn < 6; turn += 1) {
      for (const each of this.host.waiting.splice(0)) each.settle('answer');
      await pass();
    }
  }

  /** What may never be, whatever was done. */
  check(): void {
    const { workspace, host, clinic } = this;
    const seen = visible(workspace);
    const clinics = new Set(
      [...seen.matchAll(/(?:Navn|Sygdom)([ABC])\d/g)].map(([, name]) => name),
    );
    clinics.delete(clinic);
    expect([...clinics], `on screen under ${clinic}`).to.deep.equal([]);
    const shown = this.cockpit ? visible(this.cockpit) : '';
    const numbers = new Set([...shown.matchAll(/(?:Navn|Sygdom)[ABC](\d)/g)].map(([, n]) => n));
    if (workspace.patientId) numbers.delete(workspace.patientId.slice(1));
    expect([...numbers], 'others in the cockpit').to.deep.equal([]);
    for (const opened of host.opened)
      expect(opened.cpr).to.equal(cprOf(opened.clinic, Number(opened.id.slice(1))));
    for (const { clinic: name, round } of host.saved) this.#checkStored(name, round);
  }

  /** Everything in a round is of its clinic, its profile and its patient, and was said once. */
  #checkStored(name: ClinicName, { aim, profile, members }: Round): void {
    if (aim?.goal) expect(aim.goal.split(' ').slice(0, 2)).to.deep.equal([name, profile.id]);
    for (const { patientId, note, contact = [], exemptions = [] } of members) {
      const patient = patientId.slice(1);
      const own = `${name}${patient}`;
      for (const said of [note, ...exemptions.map((each) => each.note)])
        if (said) expect(said.split(' ')[0]).to.equal(own);
      const days = contact.map(({ nextTry }) => nextTry!);
      for (const day of days) expect(this.logged.get(day), day).to.equal(`${name}/${patient}`);
      expect(new Set(days).size, 'logged twice').to.equal(days.length);
    }
  }

  /** Answers everything from now on, looks at every clinic again, and then at its store. */
  async end(): Promise<void> {
    const { host, workspace } = this;
    host.isPrompt = true;
    for (const name of clinicNames) {
      const said = [
        this.notes.keys(),
        this.logged.values(),
        this.exempted.values(),
        this.goals.keys(),
      ];
      if (!said.some((keys) => [...keys].some((key) => key.startsWith(name)))) continue;
      this.clinic = name;
      workspace.adapter = host.adapter(name);
      for (const profileId of ['p.en', 'p.to']) {
        workspace.profileId = profileId;
        await this.#answerAll();
        const list = await until(`the list of ${name}`, () => this.list);
        // A list that could not be fetched is fetched again when the user asks for it, and no sooner.
        void list.reload();
        const round = await until(`rounds of ${name}`, () =>
          list.round?.state.phase === 'ready' ? list.round : undefined,
        );
        if (round.state.pending.problem) void round.retry();
        await until(`stored: ${name}`, () => list.round?.state.pending.count === 0);
      }
    }
    const roundsOf = async (name: string) => {
      const { signal } = new AbortController();
      const store = host.stores[name as ClinicName];
      return (await Promise.all(['p.en', 'p.to'].map((id) => store.list(id, signal)))).flat();
    };
    const membersOf = async (key: string) => {
      const [name = '', patient] = key.split('/');
      const members = (await roundsOf(name)).flatMap((round) => round.members);
      return members.filter(({ patientId }) => patientId === `p${patient}`);
    };
    for (const [day, key] of this.logged) {
      const days = (await membersOf(key)).flatMap(({ contact = [] }) =>
        contact.map((each) => each.nextTry),
      );
      expect(
        days.filter((each) => each === day).length,
        `${key}: ${day} in ${days.join()}`,
      ).to.equal(1);
    }
    for (const [note, key] of this.exempted) {
      const notes = (await membersOf(key)).flatMap(({ exemptions = [] }) =>
        exemptions.map((each) => each.note),
      );
      expect(
        notes.filter((each) => each === note).length,
        `${key}: ${note} in ${notes.join()}`,
      ).to.equal(1);
    }
    for (const [key, goal] of this.goals) {
      const [name = '', profileId] = key.split('/');
      const goals = (await roundsOf(name))
        .filter(({ profile }) => profile.id === profileId)
        .map(({ aim }) => aim?.goal);
      expect(goals, key).to.include(goal);
    }
    for (const [key, notes] of this.notes) {
      const found = await membersOf(key);
      const said = found.map(({ note }) => note);
      expect(
        said.some((note) => notes.includes(note ?? '')),
        `${key}: ${said.join()} for ${notes.join()}`,
      ).to.equal(true);
    }
  }
}

/** A day of the next years, for each number another. */
const dayOf = (number: number) =>
  new Date(Date.UTC(2027, 0, 1 + number)).toISOString().slice(0, 10);

const pass = () => new Promise((resolve) => setTimeout(resolve, 4));

const isSeen = ({ parentElement }: Text) =>
  parentElement?.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** All names in sight of an element and of what is in it. */
function visible(element: Element): string {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text && /(?:Navn|Sygdom)[ABC]\d/.test(node.data) && isSeen(node))
      texts.push(node.data);
    if (node instanceof Element && ['STYLE', 'TEMPLATE'].includes(node.tagName)) return;
    if (node instanceof HTMLTextAreaElement) return;
    if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
    for (const child of node.childNodes) walk(child);
  };
  walk(element);
  return texts.join(' ');
}

/** What the sessions came to: those that write and open nothing would try nothing. Few may open no journal by chance. */
const came = { sessions: 0, notes: 0, journals: 0, saves: 0, contacts: 0, exempted: 0, goals: 0 };
after(() => {
  if (isDeep) console.log(JSON.stringify(came));
});

it(`whatever comes in whatever order (${numRuns} drawn sessions from seed ${seed})`, async () => {
  const details = await fc.check(
    fc.asyncProperty(
      fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }),
      async (steps) => {
        const session = new Session();
        try {
          for (const each of steps) {
            await session.take(each);
            // What was set is drawn in the next turn.
            if (each.do !== 'adapter' && each.do !== 'patient' && each.do !== 'profile') continue;
            await pass();
            session.check();
          }
          await pass();
          session.check();
          await session.end();
          session.check();
          came.sessions += 1;
          came.notes += session.notes.size;
          came.journals += session.host.opened.length;
          came.saves += session.host.saved.length;
          came.contacts += session.logged.size;
          came.exempted += session.exempted.size;
          came.goals += session.goals.size;
        } finally {
          document.body.replaceChildren();
        }
      },
    ),
    { seed, numRuns, interruptAfterTimeLimit: 1_500_000 },
  );
  const { sessions: _, ...all } = came;
  const counts = Object.values(all);
  const sum = counts.reduce((before, each) => before + each, 0);
  const least = numRuns < 50 ? sum : Math.min(...counts);
  if (!details.failed) expect(least, JSON.stringify(came)).to.be.greaterThan(0);
  else throw new Error(`${String(details.errorInstance)}\n${fc.defaultReportMessage(details)}`);
}).timeout(1_600_000);
