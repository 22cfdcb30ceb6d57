/** What a worker builds, and what it leaves to the page when it falls silent, is the clinic that the page builds itself. */
import { afterEach, expect, it } from 'vitest';
import { Clinic, serveColumns, type Port } from '../../../src/engine/index.ts';
import { Intake } from '../../../src/model/load/intake.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { complete, patientWith } from '../../engine/build.ts';

const diagnoses = Array.from({ length: 60 }, () => ({ code: 'P70', from: '2020-01-01' }));
const batches = Array.from({ length: 4 }, (_, batch) =>
  Array.from({ length: 50 }, (__, index) =>
    patientWith({ diagnoses }, { id: `p${batch}-${index}`, name: `N${index}` }),
  ),
);

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A worker whose loads hear so many parts, and then nothing more. */
function served(most: number): Port {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveColumns({
    postMessage: (message, transfer) => port2.postMessage(message, transfer),
    addEventListener: (type, listener) =>
      port2.addEventListener(type, (event) => listener(hearing(event as MessageEvent, most))),
    removeEventListener: () => undefined,
    start: () => port2.start(),
  });
  return port1;
}

function hearing({ data }: MessageEvent<{ readonly port: MessagePort }>, most: number): Event {
  const { port } = data;
  let heard = 0;
  const few = {
    postMessage: (message: unknown, transfer: Transferable[]) =>
      port.postMessage(message, transfer),
    addEventListener: (type: string, listener: (event: Event) => void) =>
      port.addEventListener(type, (event) => {
        if (heard++ < most) listener(event);
      }),
    start: () => port.start(),
    close: () => port.close(),
  };
  return Object.assign(new Event('message'), { data: { ...data, port: few } });
}

it.each([Infinity, 5, 1, 0])('a worker that hears %d parts', async (most) => {
  const intake = new Intake({
    ...{ coverage: complete, worker: served(most), deadline: 200 },
    signal: new AbortController().signal,
  });
  let [parts, taken] = [0, 0];
  await intake.take(batches, {
    onPart: (part: readonly PatientRecords[]) => (parts += part.length),
    onTaken: () => taken++,
  });
  await intake.finish();
  intake.close();
  const own = new Clinic(complete);
  for (const batch of batches) own.add(batch);
  expect([intake.clinic.size, intake.entries, parts]).toEqual([200, 200, 200]);
  expect(taken).toBeGreaterThan(4);
  expect(intake.clinic.ids).toEqual(own.ids);
  for (const id of own.ids) expect(intake.clinic.patient(id)).toEqual(own.patient(id));
});
