/** The worker's side, word by word: what it answers, and what it hands over. */
import { expect, it } from 'vitest';
import { serveColumns } from '../../../src/engine/index.ts';
import type { Delivery, Order } from '../../../src/engine/worker/messages.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { patientWith } from '../build.ts';

type OrderBody = { kind: 'batch'; patients: readonly PatientRecords[] } | { kind: 'end' | 'drop' };

/** Asks a worker's side, and hears its answers. */
function served() {
  const heard: { delivery: Delivery; transfer: Transferable[] }[] = [];
  let tell: ((event: Event) => void) | undefined;
  let isStarted = false;
  serveColumns({
    postMessage: (message, transfer) => heard.push({ delivery: message as Delivery, transfer }),
    addEventListener: (type, listener) => {
      if (type === 'message') tell = listener;
    },
    removeEventListener: () => undefined,
    start: () => {
      isStarted = true;
    },
  });
  expect(isStarted).toBe(true);
  return (order: OrderBody, load = 1) => {
    heard.length = 0;
    const data: Order = { load, ...order };
    tell?.(Object.assign(new Event('message'), { data }));
    expect(heard.length).toBeLessThan(2);
    return heard[0];
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
    delivery: { load: 1, through: 0, codes: [], details: [], unidentified: [] },
    transfer: [],
  });
  ask({ kind: 'batch', patients: [suffering('b', 'K86')] });
  const { delivery } = ask({ kind: 'end' })!;
  expect(delivery).toMatchObject({
    load: 1,
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
  expect(delivery).toEqual({ load: 1, through: 1, codes: [], details: [], unidentified });
  expect(transfer).toEqual([]);
});

it('hands over every buffer, once', () => {
  const ask = served();
  ask({ kind: 'batch', patients: many(3) });
  const { delivery, transfer } = ask({ kind: 'end' })!;
  const { born, died, sex, classOf, types } = delivery.segment!;
  const buffers = new Set([born, died, sex, classOf].map(({ buffer }) => buffer));
  for (const { postings, ...columns } of Object.values(types))
    for (const column of [...Object.values(columns), ...Object.values(postings)])
      buffers.add((column as Uint32Array<ArrayBuffer>).buffer);
  expect(transfer).toHaveLength(buffers.size);
  expect(new Set(transfer)).toEqual(buffers);
});

it('a load that ended or was dropped is forgotten; others are not', () => {
  const ask = served();
  for (const kind of ['drop', 'end'] as const) {
    ask({ kind: 'batch', patients: [suffering('a', 'P70')] }, 1);
    ask({ kind: 'batch', patients: [suffering('b', 'K86')] }, 2);
    expect(ask({ kind }, 1) === undefined).toBe(kind === 'drop');
    ask({ kind: 'batch', patients: [suffering('c', 'T90')] }, 1);
    expect(ask({ kind: 'end' }, 1)?.delivery).toMatchObject({
      through: 1,
      segment: { patients: [{ id: 'c' }] },
      codes: [{ code: 'T90' }],
    });
    expect(ask({ kind: 'end' }, 2)?.delivery).toMatchObject({
      load: 2,
      segment: { patients: [{ id: 'b' }] },
    });
  }
});
