/** A worker that the host lends counts what the page does; and where it does not, the page does. */
import { afterEach, expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { osteoporose } from '../../../fixtures/profiles/index.ts';
import { Attrition } from '../../../src/authoring/attrition/attrition.ts';
import { Clinic, serveColumns, serveSurvey, type Port } from '../../../src/engine/index.ts';

const asOf = '2026-11-24';
const { patients, description } = generateClinic({ size: 150 });
const here = new Attrition((steps) => {
  while (!steps.next().done);
  return true;
});
const clinicOf = (from: typeof patients = patients) => {
  const clinic = new Clinic(description.coverage);
  clinic.add(from);
  return clinic;
};

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A worker at the other end of a channel, as it is served. */
function served(serve: (port: Port) => void = serveSurvey) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serve(port2);
  return port1 as unknown as Port;
}

const expected = (clinic: Clinic, document: unknown = osteoporose, leftOut = new Set<string>()) => {
  here.update({ clinic, asOf, document, leftOut });
  return here.state;
};

async function countedBy(worker: Port, clinic = clinicOf()) {
  const attrition = new Attrition(undefined, { mostHere: 0, longestWait: 1500 });
  const seen: string[] = [];
  attrition.subscribe(() => seen.push(attrition.state.phase));
  attrition.update({ clinic, asOf, document: osteoporose, worker });
  expect(attrition.state.phase).toBe('counting');
  await attrition.settle();
  return { attrition, seen, clinic };
}

it('has the numbers that the page has', async () => {
  const { attrition, seen, clinic } = await countedBy(served());
  expect(seen).toEqual(['counting', 'fresh']);
  const { rules, population } = expected(clinic);
  expect(attrition.state.rules).toEqual(rules);
  expect(attrition.state.population).toEqual(population);
  expect(population?.yes).toBeGreaterThan(0);
  attrition.dispose();
});

it('counts the latest document alone', async () => {
  const clinic = clinicOf();
  const attrition = new Attrition(undefined, { mostHere: 0, longestWait: 1500 });
  const worker = served();
  const leftOut = new Set(['/population/include/any/0']);
  attrition.update({ clinic, asOf, document: osteoporose, worker });
  attrition.update({ clinic, asOf, document: osteoporose, worker, leftOut });
  await attrition.settle();
  expect(attrition.state.rules).toEqual(expected(clinic, osteoporose, leftOut).rules);
  expect(attrition.state.revision).toBe(1);
  attrition.dispose();
});

it('sees who has come since', async () => {
  const { attrition, clinic } = await countedBy(served(), clinicOf(patients.slice(0, 100)));
  clinic.add(patients.slice(100));
  clinic.remove(patients[0]!.patient.id);
  attrition.recount();
  await attrition.settle();
  expect(attrition.state.rules).toEqual(expected(clinic).rules);
  expect(attrition.state.asked).toBe(expected(clinic).asked);
  attrition.dispose();
});

it.each([
  ['only builds columns', () => served(serveColumns)],
  [
    'takes no ports',
    () =>
      ({
        postMessage: () => {
          throw new TypeError('No.');
        },
      }) as unknown as Port,
  ],
  [
    'falls silent',
    () =>
      served((port) =>
        serveSurvey({
          ...{ postMessage: () => undefined, removeEventListener: () => undefined },
          addEventListener: (type, listener) =>
            port.addEventListener(type, (event) => {
              const { data } = event as MessageEvent<{ port: MessagePort }>;
              const silent = { ...data, port: once(data.port) };
              listener({
                data: silent,
                stopImmediatePropagation: () => undefined,
              } as unknown as Event);
            }),
          start: () => port.start?.(),
        }),
      ),
  ],
])('is counted by the page where the worker %s', async (_, make) => {
  const { attrition, clinic } = await countedBy(make());
  expect(attrition.state.phase).toBe('fresh');
  expect(attrition.state.rules).toEqual(expected(clinic).rules);
  attrition.dispose();
});

/** A port that breaks when it is to say more than that it is there. */
function once(port: MessagePort): MessagePort {
  let said = 0;
  return {
    addEventListener: (type: string, listener: (event: Event) => void) =>
      port.addEventListener(type, listener),
    start: () => port.start(),
    close: () => port.close(),
    postMessage: (message: unknown) => {
      if (said++ === 0) port.postMessage(message);
      // What it would have said next cannot be read.
      else port.postMessage({ kind: 'answer', number: -1, truths: [] });
    },
  } as unknown as MessagePort;
}
