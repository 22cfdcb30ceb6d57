/**
 * Two copies of the library on one page, as two vendors bring them, with a list each and one worker between them: loads
 * are begun, broken off, failed and tried again in drawn orders, and neither list ever has a patient, a number or an end
 * of the other's.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import type * as Bundle from '../../src/bundle.ts';
import { cases, factor } from '../depth.ts';
import { openBrowser } from './browser.ts';

const seed = Number(process.env.OVERBLIK_SEED ?? 20261128);
const sequences = cases(3, 6);
const files = new Map(
  ['overblik.js', 'overblik-worker.js'].map((name) => [name, readFileSync(`dist/${name}`, 'utf8')]),
);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  await page.route('http://host.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(name);
    return body === undefined
      ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title>' })
      : route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto('http://host.test/');
  await page.addScriptTag({
    type: 'module',
    content: `
      import * as one from '/overblik.js?one';
      import * as other from '/overblik.js?other';
      one.define({ prefix: 'one' });
      other.define({ prefix: 'other' });
      Object.assign(window, { copies: [one, other], worker: new Worker('/overblik-worker.js', { type: 'module' }) });
    `,
  });
  await page.waitForFunction(() => 'worker' in window);
});
afterAll(() => browser.close());

it(
  'whatever is begun, broken off, failed and tried again, and whatever the worker is told',
  async () => {
    const outcome = await page.evaluate(
      async ([profile, first, count]) => {
        const { copies, worker } = window as unknown as {
          copies: readonly (typeof Bundle)[];
          worker: Worker;
        };
        let state = first;
        const draw = (most: number) => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return Math.floor((state / 2 ** 32) * most);
        };
        const settle = (milliseconds: number) =>
          new Promise((resolve) => setTimeout(resolve, milliseconds));
        // Anna's clinic and Bodil's have the same ids, and not as many patients; all are on the list.
        const names = ['Anna', 'Bodil'] as const;
        const sizes = [230, 170] as const;
        const record = (which: number, index: number) => ({
          patient: {
            ...{ id: String(index), name: `${names[which]} Prøve${index}` },
            ...{ birthDate: '1942-01-01', sex: 'female' as const },
          },
          diagnoses: [{ code: 'P70', text: `Demens ${names[which]}`, from: '2022-03-14' }],
          medications: [{ code: which === 0 ? 'N06DA02' : 'N06DX01', from: '2025-01-01' }],
        });
        type Fault = 'none' | 'throws' | 'unsendable' | 'hangs';
        const fault: Fault[] = ['none', 'none'];
        const adapterOf = (which: number) => {
          const memory = copies[which]!.memoryAdapter({
            description: {
              ...{ id: `k${which}`, name: names[which]!, patients: sizes[which]! },
              coverage: { diagnosis: { available: true }, medication: { available: true } },
            },
            patients: [],
          });
          return {
            ...memory,
            async *records(_: unknown, signal: AbortSignal) {
              const size = sizes[which]!;
              const batch = 5 + draw(40);
              for (let from = 0; from < size; from += batch) {
                await settle(draw(4));
                if (from > size / 3 && fault[which] === 'throws') throw new Error('away');
                if (from > size / 3 && fault[which] === 'hangs')
                  await new Promise((_resolve, reject) =>
                    signal.addEventListener('abort', () => reject(new Error('aborted'))),
                  );
                yield Array.from({ length: Math.min(batch, size - from) }, (_each, at) => ({
                  ...record(which, from + at),
                  // No worker can be sent a function: the page builds the rest.
                  ...(fault[which] === 'unsendable' && at === 0 ? { render: () => undefined } : {}),
                }));
              }
            },
          };
        };
        type List = HTMLElement & {
          adapter: unknown;
          view: object | undefined;
          reload(): Promise<void>;
        };
        const wrongs: string[] = [];
        const ends: number[] = [0, 0];
        let opened = 0;
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (...given: unknown[]) => {
          opened++;
          (post as (...all: unknown[]) => void)(...given);
        };
        const textIn = (root: ParentNode): string =>
          [...root.querySelectorAll('*')]
            .map((each) => (each.shadowRoot ? textIn(each.shadowRoot) : ''))
            .join(' ') + (root.textContent ?? '');
        let looked = 0;
        for (let sequence = 0; sequence < count; sequence++) {
          const lists = [0, 1].map((which) => {
            const list = document.createElement(
              which === 0 ? 'one-population' : 'other-population',
            ) as List;
            list.style.cssText = 'display: block; height: 400px';
            Object.assign(list, { worker, profiles: [profile], asOf: '2026-11-24', deadline: 400 });
            list.addEventListener('overblik-loaded', (event) => {
              ends[which]!++;
              const { members, patients, complete } = (
                event as CustomEvent<{ members: number; patients: number; complete: boolean }>
              ).detail;
              const own = sizes[which]!;
              // What came before a stream broke is shown, and said to be incomplete.
              if (patients !== own || members > own || (complete && members !== own))
                wrongs.push(`${names[which]} ended with ${members} of ${patients}`);
            });
            list.adapter = adapterOf(which);
            document.body.append(list);
            return list;
          });
          const look = () => {
            looked++;
            for (const [which, list] of lists.entries()) {
              const text = textIn(list.shadowRoot!);
              if (text.includes(names[1 - which]!))
                wrongs.push(`${names[1 - which]} under ${names[which]}`);
              const told = /(\d+) (?:af|of) (\d+) patien/.exec(text);
              if (told && Number(told[2]) !== sizes[which])
                wrongs.push(`${names[which]}’s progress: ${told[0]}`);
            }
          };
          for (let step = 0; step < 12; step++) {
            const which = draw(2);
            const list = lists[which]!;
            fault[which] = (['none', 'none', 'throws', 'unsendable', 'hangs'] as const)[draw(5)]!;
            const deed = draw(6);
            if (deed === 0) list.adapter = adapterOf(which);
            if (deed === 1) list.adapter = undefined;
            if (deed === 2) void list.reload();
            if (deed === 3) list.remove();
            if (deed === 4) document.body.append(list);
            if (deed === 5)
              // What a host says to its worker of its own, and an error in it.
              worker.dispatchEvent(
                draw(2)
                  ? new Event('error')
                  : new MessageEvent('message', { data: { through: 9 } }),
              );
            await settle(draw(60));
            look();
          }
          fault.fill('none');
          for (const [which, list] of lists.entries()) {
            if (!list.isConnected) document.body.append(list);
            list.adapter = adapterOf(which);
          }
          const before = [...ends];
          for (let wait = 0; wait < 300 && ends.some((each, at) => each === before[at]); wait++)
            await settle(20);
          look();
          for (const [which, list] of lists.entries()) {
            if (ends[which] === before[which]) wrongs.push(`${names[which]} never ended`);
            // Beyond the rows that are drawn.
            for (const [whose, name] of names.entries()) {
              list.view = { ...list.view, query: name };
              const tag = `${which === 0 ? 'one' : 'other'}-grid`;
              const count = () =>
                list.shadowRoot!.querySelector(tag)?.shadowRoot?.querySelectorAll('.line').length ??
                -1;
              const isRight = () => (whose === which ? count() > 0 : count() === 0);
              for (let wait = 0; wait < 300 && !isRight(); wait++) await settle(20);
              if (!isRight()) wrongs.push(`${count()} rows of ${name} found under ${names[which]}`);
            }
            list.remove();
          }
        }
        return { wrongs: [...new Set(wrongs)], looked, ends, opened };
      },
      [demens, seed, sequences] as const,
    );
    expect(outcome.wrongs).toEqual([]);
    expect(outcome.looked).toBe(sequences * 13);
    expect(outcome.opened).toBeGreaterThan(sequences * 4);
    for (const count of outcome.ends) expect(count).toBeGreaterThanOrEqual(sequences);
  },
  120_000 * factor,
);
