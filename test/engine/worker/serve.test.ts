/** The worker's side, word by word: what it answers, and what it hands over. */
import { expect, it, vi } from 'vitest';
import { serveColumns, WorkerBuilder } from '../../../src/engine/index.ts';
import { edition, type Delivery, type Order } from '../../../src/engine/worker/messages.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { patientWith } from '../build.ts';

/** Opens a load in a worker's side; asks it, and hears its answers. */
function served(side = workerSide()) {
  const heard: { delivery: Delivery; transfer: Transferable[] }[] = [];
  const port = endOf((message, transfer) => {
    heard.push({ delivery: message as Delivery, transfer });
  });
  side.tell({ kind: 'open', edition, port });
  expect(port.start).toHaveBeenCalledOnce();
  return Object.assign(
    (order: Order) => {
      heard.length = 0;
      port.tell(order);
      expect(heard.length).toBeLessThan(2);
      return heard[0];
    },
    { close: port.close },
  );
}

function workerSide() {
  const side = endOf(() => undefined);
  serveColumns(side);
  expect(side.start).toHaveBeenCalledOnce();
  return side;
}

/** The worker's end of something, of which the other is the test itself. */
function endOf(postMessage: (message: unknown, transfer: Transferable[]) => void) {
  let listen: ((event: Event) => void) | undefined;
  return {
    postMessage,
    addEventListener: (type: string, listener: (event: Event) => void) => {
      if (type === 'message') listen = listener;
    },
    removeEventListener: () => undefined,
    start: vi.fn(),
    close: vi.fn(),
    tell: (data: unknown) => listen?.(Object.assign(new Event('message'), { data })),
  };
}

const junk = { patient: {} } as PatientRecords;
const unidentified = [{ type: 'patient', field: 'id', reason: 'missing' }];
const suffering = (id: string, code: string, text?: string) =>
  patientWith({ diagnoses: [{ code, from: '2020-01-01', ...(text ? { text } : {}) }] }, { id });
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => suffering(`p${from + at}`, 'P70'));

it('a dedicated worker needs no start', () => {
  const nobody = () => undefined;
  const port = { postMessage: nobody, addEventListener: nobody, removeEventListener: nobody };
  expect(() => serveColumns(port)).not.toThrow();
});

it('says that a batch was taken in, and what became of it at the end', () => {
  const ask = served();
  const first = ask({ kind: 'batch', patients: [suffering('a', 'P70', 'T'), junk] });
  expect(first).toEqual({
    delivery: { through: 0, codes: [], details: [], unidentified: [] },
    transfer: [],
  });
  ask({ kind: 'batch', patients: [suffering('b', 'K86')] });
  const { delivery } = ask({ kind: 'end' })!;
  expect(delivery).toMatchObject({
    through: 2,
    segment: { size: 2 },
    codes: [{ code: 'P70' }, { code: 'K86' }],
    details: [{ text: 'T' }, {}],
    unidentified,
  });
});

it('a full segment is sent at the batch’s end, with what is new since the one before', () => {
  const ask = served();
  expect(ask({ kind: 'batch', patients: [...many(4095), junk] })?.delivery.through).toBe(0);
  const full = ask({ kind: 'batch', patients: many(5, 4095) })?.delivery;
  expect(full).toMatchObject({ through: 2, segment: { size: 4100 }, unidentified });
  expect([full?.codes, full?.details].map((each) => each?.length)).toEqual([1, 1]);
  ask({ kind: 'batch', patients: [suffering('a', 'P70'), suffering('b', 'K86', 'T')] });
  expect(ask({ kind: 'end' })?.delivery).toMatchObject({
    through: 3,
    segment: { size: 2 },
    codes: [{ code: 'K86' }],
    details: [{ text: 'T' }],
    unidentified: [],
  });
});

it('nobody makes no segment', () => {
  const ask = served();
  ask({ kind: 'batch', patients: [junk] });
  const { delivery, transfer } = ask({ kind: 'end' })!;
  expect(delivery).toEqual({ through: 1, codes: [], details: [], unidentified });
  expect(transfer).toEqual([]);
});

it('hands over every buffer, once', () => {
  const ask = served();
  ask({ kind: 'batch', patients: many(3) });
  const { delivery, transfer } = ask({ kind: 'end' })!;
  const { types, ...ofPatients } = delivery.segment!;
  const buffers = new Set<unknown>();
  const add = (columns: object) => {
    for (const column of Object.values(columns) as unknown[])
      if (ArrayBuffer.isView(column)) buffers.add(column.buffer);
  };
  add(ofPatients);
  for (const { postings, ...columns } of Object.values(types)) {
    add(columns);
    add(postings);
  }
  expect(transfer).toHaveLength(buffers.size);
  expect(new Set(transfer)).toEqual(buffers);
});

it('loads of one worker know nothing of each other, and one may be dropped', () => {
  const side = workerSide();
  const [one, other] = [served(side), served(side)];
  one({ kind: 'batch', patients: [suffering('a', 'P70')] });
  other({ kind: 'batch', patients: [suffering('b', 'K86')] });
  expect(one({ kind: 'drop' })).toBeUndefined();
  expect([one.close, other.close].map((close) => close.mock.calls.length)).toEqual([1, 0]);
  expect(other({ kind: 'end' })?.delivery).toMatchObject({
    through: 1,
    segment: { patients: [{ id: 'b' }] },
    codes: [{ code: 'K86' }],
  });
});

it('what opens no load, or one of another edition, is not answered', () => {
  const side = workerSide();
  const port = endOf(() => undefined);
  for (const data of [
    ...[undefined, null, 'open', { kind: 'open' }, { kind: 'open', edition }],
    ...[
      { kind: 'open', port },
      { kind: 'open', edition: edition + 1, port },
    ],
    { kind: 'batch', patients: [] },
  ])
    expect(() => side.tell(data)).not.toThrow();
  expect(port.start).not.toHaveBeenCalled();
});

it('two copies in one worker answer a load once', async () => {
  const { port1, port2 } = new MessageChannel();
  serveColumns(port2);
  serveColumns(port2);
  const { signal } = new AbortController();
  const builder = new WorkerBuilder({}, port1, { deadline: 5000, signal });
  for (const batch of [many(3), many(3, 3)]) await builder.add(batch);
  await builder.finish();
  const left = builder.handBack();
  expect([left, builder.clinic.ids]).toEqual([[], ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']]);
  for (const port of [port1, port2]) port.close();
});

it('what a worker hands over is known by its edition: other columns need another number', async () => {
  const all = {
    diagnoses: [{ code: 'P70', from: '2020-01', to: '2022-03-14', text: 'Demens', source: 'lps' }],
    medications: [{ code: 'N05AH04', from: '2025-09-03', dose: '1 daglig' }],
    results: [
      { code: 'NPU27300', at: '2026-01-02', value: 48, unit: 'mmol/mol', low: 20, high: 42 },
      { code: 'NPU27300', at: '2026-02-02', value: '<5', comparator: '<' as const },
    ],
    services: [{ code: '0120', at: '2026-03-01' }],
    appointments: [{ at: '2026-12-01T10:00+01:00', status: 'booked' as const, with: 'AB' }],
    referrals: [{ at: '2026-05-01', to: 'Neurologi', status: 'sent' as const }],
    letters: [{ at: '2026-05-09', text: 'Udskrevet' }],
    vaccinations: [{ code: 'J07BB02', at: '2025-10-10' }],
    carePlans: [{ code: 'AF', from: '2025-01-01' }],
    notes: [{ at: '2026-04-04', text: 'Notat' }],
    correspondence: [{ at: '2026-04-05', text: 'Besked' }],
  };
  const ask = served();
  ask({ kind: 'batch', patients: [patientWith(all, { id: 'a' }), junk] });
  ask({ kind: 'batch', patients: [suffering('b', 'K86')] });
  const { delivery } = ask({ kind: 'end' })!;
  const written = JSON.stringify(delivery, (_, value: unknown) =>
    ArrayBuffer.isView(value)
      ? [value.constructor.name, ...(value as Int32Array)]
      : value instanceof Map || value instanceof Set
        ? [value.constructor.name, ...value]
        : value,
  );
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(written));
  const mark = [...new Uint8Array(bytes).slice(0, 6)].map((each) => each.toString(16)).join('-');
  expect(
    { edition, mark },
    'Columns changed: raise `edition` in src/engine/worker/messages.ts',
  ).toEqual({
    edition: 2,
    mark: '80-72-7-24-71-72',
  });
});
