/** A clinic built behind a message port is the clinic that the page builds itself; and nothing is lost on the way. */
import { afterEach, describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import {
  Clinic,
  compile,
  evaluate,
  serveColumns,
  WorkerBuilder,
  type Port,
} from '../../src/engine/index.ts';
import type { Opening } from '../../src/engine/worker/messages.ts';
import { parseProfile } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { isDeep } from '../depth.ts';
import { patientWith } from './build.ts';

const { patients, description } = generateClinic({
  size: isDeep ? 1500 : 400,
});
const parsed = parseProfile(demens);
if (!parsed.ok) throw new Error('The dementia profile does not parse.');
const plan = compile(parsed.profile);
const asOf = '2026-11-24';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A worker at the other end of a channel, each of whose loads may take so many messages before it falls silent. */
function served(most = Infinity): Port {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const listeners = new Map<unknown, (event: Event) => void>();
  serveColumns({
    postMessage: (message, transfer) => port2.postMessage(message, transfer),
    addEventListener: (type, listener) => {
      const heard = (event: Event) => listener(silent(event as MessageEvent, most));
      listeners.set(listener, heard);
      port2.addEventListener(type, heard);
    },
    removeEventListener: (type, listener) =>
      port2.removeEventListener(type, listeners.get(listener) ?? listener),
    start: () => port2.start(),
  });
  return port1;
}

/** The opening of a load, whose port hears so many messages. */
function silent({ data }: MessageEvent<Opening>, most: number): Event {
  const { port } = data;
  let taken = 0;
  const few = {
    postMessage: (message: unknown, transfer: Transferable[]) =>
      port.postMessage(message, transfer),
    addEventListener: (type: string, listener: (event: Event) => void) =>
      port.addEventListener(type, (event) => {
        if (taken++ < most) listener(event);
      }),
    start: () => port.start(),
    close: () => port.close(),
  };
  return Object.assign(new Event('message'), { data: { ...data, port: few } });
}

async function build(port: Port, all: readonly PatientRecords[], size = 50, deadline = 5000) {
  const { signal } = new AbortController();
  const builder = new WorkerBuilder(description.coverage, port, { deadline, signal });
  for (let first = 0; first < all.length; first += size)
    await builder.add(all.slice(first, first + size));
  await builder.finish();
  const left = builder.handBack();
  return { clinic: builder.clinic, left };
}

function expectSame(clinic: Clinic, all: readonly PatientRecords[]): void {
  const own = new Clinic(description.coverage);
  own.add(all);
  expect(clinic.size).toBe(own.size);
  expect(clinic.ids).toEqual(own.ids);
  expect(clinic.rejected).toEqual(own.rejected);
  for (const id of own.ids) expect(clinic.patient(id)).toEqual(own.patient(id));
  const [said, expected] = [clinic, own].map((each) => evaluate(plan, each, asOf));
  expect(said?.members).toEqual(expected?.members);
  expect(said?.undecided).toEqual(expected?.undecided);
  expect(expected?.members.length).toBeGreaterThan(10);
}

describe('a clinic built in a worker', () => {
  it('is the one that the page builds, whatever the batches', async () => {
    for (const size of isDeep ? [37, 500, 5000] : [37, 5000]) {
      const { clinic, left } = await build(served(), patients, size);
      expect(left).toEqual([]);
      expectSame(clinic, patients);
    }
  });

  it('several at once, over one port, keep apart', async () => {
    const port = served();
    const halves = [patients.slice(0, 200), patients.slice(200)];
    const built = await Promise.all(halves.map((half) => build(port, half, 50)));
    expect(built.map(({ clinic }) => clinic.size)).toEqual(halves.map(({ length }) => length));
    expect(built[1]?.clinic.patient(patients[0]!.patient.id)).toBeUndefined();
  });

  it('goes on by itself afterwards: codes and details keep their numbers', async () => {
    const { clinic } = await build(served(), patients);
    const more = patientWith({
      diagnoses: [{ code: 'P70', from: '2020-01-01', text: 'En ny tekst' }],
      medications: [{ code: 'X99ZZ99', from: '2020-01-01' }],
    });
    clinic.add([more]);
    expectSame(clinic, [...patients, more]);
    expect(evaluate(plan, clinic, asOf).members).toContain('p1');
  });

  it('a patient who comes twice is replaced, junk is set aside', async () => {
    const twice = patients[3]!;
    const changed = { ...twice, diagnoses: [{ code: 'P70', from: '2020-01-01' }] };
    const all = [...patients, changed, { patient: {} } as never, 'junk' as never];
    const { clinic } = await build(served(), all, 64);
    expectSame(clinic, all);
  });
});

describe('a worker that fails', () => {
  it.each([0, 1, 3, 7])('after %i messages: what has not come is handed back', async (most) => {
    const { clinic, left } = await build(served(most), patients, 50, 50);
    expect(left.length).toBeGreaterThan(0);
    for (const batch of left) clinic.add(batch);
    expectSame(clinic, patients);
  });

  it('an adapter that uses its array again loses nobody', async () => {
    for (const most of [1, 3, 7]) {
      const { signal } = new AbortController();
      const builder = new WorkerBuilder(description.coverage, served(most), {
        deadline: 50,
        signal,
      });
      const array: PatientRecords[] = [];
      for (let first = 0; first < patients.length; first += 50) {
        array.splice(0, array.length, ...patients.slice(first, first + 50));
        await builder.add(array);
        if (builder.hasFailed) for (const batch of builder.handBack()) builder.clinic.add(batch);
      }
      await builder.finish();
      for (const batch of builder.handBack()) builder.clinic.add(batch);
      expectSame(builder.clinic, patients);
    }
  });

  it('an adapter that uses its records again mixes up nobody: what was sent stays as it was', async () => {
    for (const most of [1, 3, 7]) {
      const { signal } = new AbortController();
      const builder = new WorkerBuilder(description.coverage, served(most), {
        deadline: 50,
        signal,
      });
      const record = { code: '', from: '', text: '' };
      const ill = ['P70', 'T90', 'K86', 'R95'];
      for (let at = 0; at < 12; at++) {
        Object.assign(record, { code: ill[at % 4], from: '2020-01-01', text: `Navn${at}` });
        await builder.add([patientWith({ diagnoses: [record] }, { id: `p${at}` })]);
        if (builder.hasFailed) for (const batch of builder.handBack()) builder.clinic.add(batch);
      }
      await builder.finish();
      for (const batch of builder.handBack()) builder.clinic.add(batch);
      const texts = builder.clinic.ids.map((id) => {
        const [diagnosis] = builder.clinic.patient(id)!.records.diagnosis;
        return [id, diagnosis!.code, diagnosis!.text];
      });
      expect(texts).toEqual(
        Array.from({ length: 12 }, (_, at) => [`p${at}`, ill[at % 4], `Navn${at}`]),
      );
    }
  });

  it('one that says it failed is not waited for', async () => {
    let fail: ((event: Event) => void) | undefined;
    const broken: Port = {
      postMessage: () => fail?.(new Event('error')),
      addEventListener: (type, listener) => {
        if (type === 'error') fail = listener;
      },
      removeEventListener: () => undefined,
    };
    const { clinic, left } = await build(broken, patients, 500, 60_000);
    expect(clinic.size).toBe(0);
    expect(left.flat()).toEqual(patients);
  });

  it('what a copy would lose is not sent: an inherited list, a function', async () => {
    class HostPatient {
      patient = { id: 'host', name: 'Test', birthDate: '1940-01-01', sex: 'female' as const };
      get diagnoses() {
        return [{ code: 'P70', from: '2020-01-01' }];
      }
    }
    class HostRecord {
      readonly from = '2020-01-01';
      get code() {
        return 'P70';
      }
    }
    const withRecord = patientWith({ diagnoses: [new HostRecord()] });
    const withFunction = { ...patientWith(), render: () => undefined };
    for (const special of [new HostPatient(), withRecord, withFunction]) {
      const { clinic, left } = await build(served(), [special]);
      expect(left).toEqual([[special]]);
      for (const batch of left) clinic.add(batch);
      expectSameOne(clinic, special);
    }
  });

  it('what throws when it is read ends nothing: that one is set aside', async () => {
    const throwing = Object.defineProperty({ ...patientWith() }, 'diagnoses', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    const { clinic, left } = await build(served(), [...patients, throwing]);
    for (const batch of left) clinic.add(batch);
    expectSame(clinic, [...patients, throwing]);
  });

  it('ends when the load is aborted', async () => {
    const abort = new AbortController();
    const options = { deadline: 60_000, signal: abort.signal };
    const builder = new WorkerBuilder(description.coverage, served(0), options);
    await builder.add(patients.slice(0, 10));
    const waiting = builder.add(patients.slice(10, 20));
    abort.abort();
    await expect(waiting).rejects.toThrow();
    builder.close();
  });
});

function expectSameOne(clinic: Clinic, supplied: PatientRecords): void {
  const own = new Clinic(description.coverage);
  own.add([supplied]);
  const { id } = supplied.patient;
  expect(clinic.patient(id)).toEqual(own.patient(id));
}
