import { expect } from '@open-wc/testing';
import {
  define,
  memoryAdapter,
  type ClinicAdapter,
  type OverblikGrid,
  type ProblemDetail,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { inDepth } from './in-depth.ts';
import { grid, names, placeList, ready, rows } from './list.ts';
import { adapterWith, asOf, clinic, demens, inside, place, textOf, until } from './stage.ts';

const secret = 'Frida Fiktiv 050542-9968';

/** Hears every problem that is told on the page. */
function listen(): readonly ProblemDetail[] {
  const heard: ProblemDetail[] = [];
  document.body.addEventListener('overblik-problem', ({ detail }) => heard.push(detail));
  return heard;
}

/** Keeps what is written on the console, instead of writing it. */
function watchConsole(): readonly string[] {
  const written: string[] = [];
  const { warn } = console;
  console.warn = (...given: readonly unknown[]) => void written.push(given.map(String).join(' '));
  restore = () => (console.warn = warn);
  return written;
}
let restore: () => void = () => undefined;
afterEach(() => restore());

const named = (id: string | undefined, from = clinic): ClinicAdapter =>
  memoryAdapter(
    { ...from, description: { ...from.description, ...(id ? { id } : {}) } },
    { delay: 40 },
  );

describe('what the host’s developer is told', () => {
  it('a failed call: an event without data, and what was thrown for failureHandler alone', async () => {
    const heard = listen();
    const thrown: unknown[] = [];
    const written = watchConsole();
    const error = new Error(secret);
    const adapter = { ...adapterWith(), describe: () => Promise.reject(error) };
    const workspace = place('overblik-workspace', {
      adapter,
      failureHandler: (failure) => void thrown.push(failure.thrown),
    });
    await until('told', () => heard.length > 0);
    expect(heard).to.deep.equal([{ kind: 'threw', call: 'describe', count: 1 }]);
    expect(thrown).to.deep.equal([error]);
    expect(written).to.deep.equal([]);
    expect(textOf(inside(workspace, 'overblik-population')!)).to.contain('svarede med en fejl');
  });

  it('a failed call under the old name of its handler, also where that was set before the tag was known', async () => {
    const handler = () => undefined;
    const early = place('late-population' as 'overblik-population', { onfailure: handler });
    define({ prefix: 'late' });
    await early.updateComplete;
    expect(early.failureHandler).to.equal(handler);
    early.failureHandler = undefined;
    expect(early.onfailure).to.equal(undefined);
  });

  inDepth('a deadline that is none, and is not kept; one without end is', async () => {
    const heard = listen();
    const told = () => heard.filter(({ field }) => field === 'deadline');
    for (const deadline of ['20s', '0', '-1']) {
      const list = place('overblik-population', { adapter: adapterWith() });
      list.setAttribute('deadline', deadline);
      await ready(list);
      expect(list.deadline).to.equal(undefined);
    }
    expect(told()).to.deep.equal(Array(3).fill({ kind: 'unusable', field: 'deadline', count: 1 }));
    const workspace = place('overblik-workspace', { deadline: Infinity });
    await ready(await until('a list', () => inside(workspace, 'overblik-population')));
    workspace.removeAttribute('deadline');
    expect(told()).to.have.length(3);
  });

  it('an earlier day that is none, and is not kept: the patient is seen today', async () => {
    const heard = listen();
    const { id, name } = clinic.patients[0]!.patient;
    for (const seenOn of ['2026-02-30', 'i går', '2026-10']) {
      const cockpit = place('overblik-cockpit', { patientId: id });
      cockpit.setAttribute('seen-on', seenOn);
      await until('the patient', () => textOf(cockpit).includes(name));
      expect(cockpit.seenOn).to.equal(undefined);
      cockpit.seenOn = '2026-10-01';
      await cockpit.updateComplete;
      expect(cockpit.seenOn).to.equal('2026-10-01');
      cockpit.removeAttribute('seen-on');
      await cockpit.updateComplete;
    }
    expect(heard.filter(({ field }) => field === 'seenOn')).to.deep.equal(
      Array(3).fill({ kind: 'unusable', field: 'seenOn', count: 1 }),
    );
  });

  it('writes advice where `dev` is set: names, never a value', async () => {
    const written = watchConsole();
    place('overblik-workspace', {
      dev: true,
      adapter: { patient: () => undefined, records: secret } as never,
    });
    await until('written', () => written.length === 3);
    expect(written.join('\n')).to.contain('adapter.describe is not a function');
    expect(written.join('\n')).to.contain('adapter.openJournal is not a function');
    expect(written.join('\n')).to.not.contain('Frida');
  });

  it('a journal that does not open, from a method taken out of its class', async () => {
    const heard = listen();
    class Api {
      readonly host = { open: () => undefined };
      openJournal() {
        this.host.open();
      }
    }
    const api = new Api();

    const adapter = { ...adapterWith(), openJournal: api.openJournal };
    const list = await placeList({ adapter });
    rows(list)[0]?.querySelector<HTMLElement>('.link')?.click();
    const told = () => heard.filter(({ call }) => call === 'openJournal');
    await until('told', () => told().length > 0);
    expect(told()).to.deep.equal([
      { kind: 'lost-this', call: 'openJournal', field: 'openJournal', count: 1 },
    ]);
  });

  it('stored rounds in which something cannot be read, from list, cockpit and marker alike', async () => {
    const heard = listen();
    const written = watchConsole();
    // The marker asks for rounds where a marker is set alone.
    const { id } = clinic.patients.find(
      ({ diagnoses = [], medications = [] }) =>
        diagnoses.some(({ code }) => code === 'P70') &&
        medications.some(({ code, to }) => code.startsWith('N05A') && !to),
    )!.patient;
    const profile = { id: 'dk.demens', version: '1.0.0' };
    const members = [{ patientId: secret, status: 'ringet op' }];
    const rounds = {
      list: async () => [{ id: 'r', revision: 1, profile, asOf, members }] as never,
      save: () => new Promise<never>(() => undefined),
    };
    const told = { kind: 'unusable', call: 'rounds', field: '/0/members/0/status', count: 1 };
    const adapter = { ...adapterWith(), rounds };
    for (const tag of ['overblik-population', 'overblik-cockpit', 'overblik-marker'] as const) {
      const element = place(tag, { adapter, dev: true, patientId: id });
      const own: ProblemDetail[] = [];
      element.addEventListener('overblik-problem', ({ detail }) => {
        if (detail.call === 'rounds') own.push(detail);
      });
      await until(`${tag} has told`, () => own.length > 0);
      expect(own).to.deep.equal([told]);
      element.remove();
    }
    const advice = () => written.filter((each) => each.includes('/0/members/0/status'));
    await until('written', () => advice().length === 3);
    expect(advice()[0]).to.contain('cannot be used');
    expect(JSON.stringify([heard, written])).to.not.contain('Frida');
  });

  it('a list says whether everything came', async () => {
    const list = place('overblik-population', { adapter: undefined });
    const told: unknown[] = [];
    list.addEventListener('overblik-loaded', ({ detail }) =>
      told.push([detail.complete, detail.problems.filter(({ kind }) => kind === 'cut-short')]),
    );
    list.adapter = adapterWith();
    await until('whole', () => told.length === 1);
    list.adapter = adapterWith({ cutAfter: 300 });
    await until('cut', () => told.length === 2);
    expect(told[0]).to.deep.equal([true, []]);
    expect(told[1]).to.deep.equal([
      false,
      [{ kind: 'cut-short', call: 'records', count: clinic.patients.length - 300 }],
    ]);
    // A host that searches, and says that it looked through fewer than it has.
    const { records: _, ...adapter } = adapterWith();
    const searched = clinic.patients.length - 5;
    list.adapter = {
      ...adapter,
      search: () => Promise.resolve({ patients: searched, found: clinic.patients.slice(0, 50) }),
    };
    await until('searched', () => told.length === 3);
    expect(told[2]).to.deep.equal([false, []]);
  });
});

describe('live data', () => {
  it('one clinic for the workspace, a second list and a marker', async () => {
    const adapter = adapterWith();
    let described = 0;
    let streamed = 0;
    const counted: ClinicAdapter = {
      ...adapter,
      describe: (signal) => (described++, adapter.describe(signal)),
      records: (request, signal) => (streamed++, adapter.records!(request, signal)),
    };
    const workspace = place('overblik-workspace', { adapter: counted });
    const second = place('overblik-population', { adapter: counted });
    await ready(second);
    const [
      {
        patient: { id },
      },
    ] = clinic.patients as unknown as [{ patient: { id: string } }];
    workspace.patientId = id;
    const marker = place('overblik-marker', { adapter: counted, patientId: id });
    await until('the marker', () => inside(marker, 'button'));
    second.profiles = [structuredClone(demens)];
    second.asOf = '2026-11-25';
    await until('the other date', () => textOf(second).includes('25. nov. 2026'));
    expect([described, streamed]).to.deep.equal([1, 1]);
    await workspace.reload();
    expect([described, streamed]).to.deep.equal([2, 2]);
  });

  it('a patient who has left goes out of the list', async () => {
    let { patients } = clinic as { patients: readonly { patient: { id: string; name: string } }[] };
    const all = patients;
    const list = await placeList({
      adapter: memoryAdapter({
        ...clinic,

        patients: async function* () {
          yield patients as never;
        },
      }),
    });
    const [first] = names(list);
    const id = all.find(({ patient }) => patient.name === first)?.patient.id ?? '';
    patients = all.filter(({ patient }) => patient.id !== id);
    await list.patientChanged(id);
    await until('gone', () => names(list)[0] !== first);
  });
});

describe('a new adapter', () => {
  it('of the same clinic keeps focus, search and choice', async () => {
    const list = await placeList({ adapter: named('k1') });
    const search = inside<HTMLInputElement>(list, 'input[type=search]')!;
    search.focus();
    search.value = 'a';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await until('found', () => list.view?.query === 'a');
    const line = inside(grid(list), '.line');
    list.adapter = named('k1');
    await until('veiled', () => inside(list, '.frame.veiled'));
    expect(getComputedStyle(grid(list)).visibility).to.equal('hidden');
    await until('back', () => !inside(list, '.frame.veiled'));
    await ready(list);
    expect(list.view?.query).to.equal('a');
    expect(list.shadowRoot?.activeElement).to.equal(search);
    expect(line?.isConnected).to.equal(true);
  });

  it('of the same clinic takes over what its store did not answer for: nothing lost, nothing written twice', async () => {
    for (const isStored of [false, true]) {
      const backend = faultyRounds([]);
      const writes: string[] = [];
      const under = (session: string, isSilent: boolean): ClinicAdapter => ({
        ...named('k1'),
        rounds: {
          list: (...args) => backend.list(...args),
          async save(round, signal) {
            writes.push(session);
            if (!isSilent) return backend.save(round, signal);
            // The old session's answer never comes, whether or not it has reached the store.
            if (isStored) await backend.save(round, signal);
            return new Promise<never>(() => undefined);
          },
        },
      });
      const list = await placeList({ adapter: under('old', true), deadline: 1000 });
      await until('the rounds', () => list.round?.state.phase === 'ready');
      const [first, second] = [0, 1].map((at) => (grid(list) as OverblikGrid).rows.idAt(at));
      list.round!.setStatus([first!], 'reviewed', { note: 'Ringet' });
      await until('under way', () => writes.length === 1);
      // And this waits behind it.
      list.round!.setNote(second!, 'Husk vægt');
      list.adapter = under('new', false);
      await until('all stored', () => list.round?.state.pending.count === 0);
      const rounds = await backend.list('dk.demens', new AbortController().signal);
      expect(rounds).to.have.length(1);
      const notes = rounds[0]!.members.flatMap(({ patientId, note }) =>
        note === undefined ? [] : [[patientId, note]],
      );
      expect(notes).to.have.deep.members([
        [first, 'Ringet'],
        [second, 'Husk vægt'],
      ]);
      expect(writes).to.deep.equal(['old', 'new']);
      expect(rounds[0]!.revision).to.equal(isStored ? 2 : 1);
      expect(list.round!.state.conflicts).to.deep.equal([]);
      list.remove();
    }
  });

  it('of another clinic drops the search, the choice and what is open', async () => {
    const list = await placeList({ adapter: named('k1') });
    list.view = { ...list.view!, query: 'a' };
    inside(grid(list), '.line [role=checkbox]')?.click();
    await until('chosen', () => list.selectedIds.length === 1);
    list.adapter = named('k2');
    await until('another', () => list.view?.query === '');
    await ready(list);
    expect(list.selectedIds).to.deep.equal([]);
    expect(list.asOf).to.equal(asOf);
  });
});
