/**
 * What is left of patients in a page's memory: nothing grows from one patient to the next, and when the element is
 * gone, as at a logout, no name is left. Everyday a few switches, one mount, and a logout in the midst of everything;
 * `npm run test:deep` the whole.
 */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import type { ClinicAdapter } from '../../src/adapter/index.ts';
import type * as Bundle from '../../src/bundle.ts';
import { isDeep } from '../depth.ts';
import { openBrowser } from './browser.ts';

const switches = isDeep ? 300 : 18;
const mounts = 200;
const clinic = generateClinic({ size: isDeep ? 250 : 120 });
const names = clinic.patients.flatMap(({ patient }) => patient.name ?? []);
const bundle = readFileSync('dist/overblik.js', 'utf8');

let browser: Browser;
let page: Page;
let protocol: CDPSession;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Of its own for each: what one leaves under way holds its patient for a while. */
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.route('http://host.test/**', (route) =>
    route.request().url().endsWith('/overblik.js')
      ? route.fulfill({ contentType: 'text/javascript', body: bundle })
      : route.request().url().endsWith('/clinic.json')
        ? route.fulfill({ json: clinic })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title>' }),
  );
  await page.goto('http://host.test/');
  protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable');
  await page.addScriptTag({
    type: 'module',
    content: `import { memoryAdapter } from '/overblik.js'; Object.assign(window, { memoryAdapter });`,
  });
  await page.waitForFunction(() => 'memoryAdapter' in window);
});
afterEach(() => page.close());

/** Puts a workspace on the page; its clinic is held by nobody else. */
async function mount(): Promise<void> {
  await page.evaluate(
    ([records, profile]) => {
      const { memoryAdapter } = window as unknown as typeof Bundle;
      const workspace = document.createElement('overblik-workspace');
      workspace.style.cssText = 'display: block; height: 700px';
      const adapter = memoryAdapter(records);
      Object.assign(workspace, { adapter, profiles: [profile], asOf: '2026-11-24' });
      document.body.append(workspace);
    },
    [clinic, demens] as const,
  );
  await page.locator('overblik-grid .line').first().waitFor();
}

const unmount = () => page.evaluate(() => document.body.replaceChildren());

async function openPatient(at: number): Promise<void> {
  const { patient } = clinic.patients[at % clinic.patients.length]!;
  await page.evaluate((id) => {
    document.querySelector('overblik-workspace')!.patientId = id;
  }, patient.id);
  await page.locator('overblik-cockpit').getByText(patient.name, { exact: true }).first().waitFor();
}

/** Nodes of the page and of all that is kept of it. */
async function nodes(): Promise<number> {
  for (let pass = 0; pass < 3; pass++) await protocol.send('HeapProfiler.collectGarbage');
  const { metrics } = await protocol.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'Nodes')!.value;
}

async function namesInMemory(): Promise<readonly string[]> {
  let snapshot = '';
  const take = ({ chunk }: { chunk: string }) => (snapshot += chunk);
  protocol.on('HeapProfiler.addHeapSnapshotChunk', take);
  await protocol.send('HeapProfiler.takeHeapSnapshot', {});
  protocol.off('HeapProfiler.addHeapSnapshotChunk', take);
  // All before them are numbers, and many more.
  const strings = snapshot.slice(snapshot.lastIndexOf('"strings":['));
  expect(strings.length).toBeGreaterThan(100_000);
  return names.filter((name) => strings.includes(inSnapshot(name)));
}

/** A whole string as a heap snapshot writes it: what is not ASCII by its code. */
function inSnapshot(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

it(`nothing grows over ${switches} patients; at the logout no name is left`, async () => {
  // Once before: parts and their templates come with the first.
  await mount();
  await openPatient(0);
  await unmount();
  const empty = await nodes();
  await mount();
  await page.getByRole('button', { name: 'Kolonner', exact: true }).click();
  await page.keyboard.press('Escape');
  // Each twice: the first time, parts and styles come.
  for (let at = 0; at < 10; at++) await openPatient(at);
  // That they are found where they are: a second picture of the memory, of some seconds.
  if (isDeep) expect(await namesInMemory()).not.toEqual([]);
  const before = await nodes();
  for (let at = 10; at < switches; at++) await openPatient(at);
  // Back to those of before: what is drawn now is what was drawn then.
  await openPatient(9);
  const grown = (await nodes()) - before;
  expect(grown / switches, `${grown} nodes`).toBeLessThan(20);
  await unmount();
  await page.waitForTimeout(1500);
  expect((await nodes()) - empty).toBeLessThan(1000);
  expect(await namesInMemory()).toEqual([]);
});

it.runIf(isDeep)(`nothing is left of ${mounts} lists that came and went`, async () => {
  await mount();
  await unmount();
  const before = await nodes();
  for (let at = 0; at < mounts; at++) {
    await mount();
    await openPatient(at);
    await unmount();
  }
  await page.waitForTimeout(1500);
  expect((await nodes()) - before).toBeLessThan(1000);
  expect(await namesInMemory()).toEqual([]);
});

/** Puts elements on the page of the adapter that was made there, and that nobody else holds then. */
async function place(kinds: readonly (readonly [tag: string, more: object])[]): Promise<void> {
  await page.evaluate(
    ([profile, all]) => {
      const made = window as { adapter?: ClinicAdapter };
      const { adapter } = made;
      delete made.adapter;
      for (const [tag, more] of all) {
        const element = document.createElement(tag);
        element.style.cssText = 'display: block; height: 700px';
        Object.assign(element, { adapter, profiles: [profile], asOf: '2026-11-24', ...more });
        document.body.append(element);
      }
    },
    [demens, kinds] as const,
  );
}

/** Elements of a host that holds no patient itself, and answers neither a save nor an action nor the way to the journal. */
async function mountAll(): Promise<void> {
  await page.evaluate(() => {
    const { memoryAdapter } = window as unknown as typeof Bundle;
    const made = async () => memoryAdapter(await (await fetch('/clinic.json')).json());
    const never = () => new Promise<never>(() => undefined);
    const adapter: ClinicAdapter = {
      describe: async (signal) => (await made()).describe(signal),
      async *records(request, signal) {
        yield* (await made()).records!(request, signal);
      },
      patient: async (id, request, signal) => (await made()).patient(id, request, signal),
      openJournal: never,
      rounds: { list: () => Promise.resolve([]), save: never },
      actions: [{ id: 'queue', label: { da: 'Læg i kø' }, scope: 'many', run: never }],
    };
    Object.assign(window, { adapter });
  });
  const { id: patientId } = clinic.patients[0]!.patient;
  await place([
    ['overblik-workspace', {}],
    ['overblik-workspace', { page: 'start' }],
    ['overblik-cockpit', { patientId }],
    ['overblik-marker', { patientId }],
  ]);
  await page.locator('overblik-grid .line').first().waitFor();
  const { name } = clinic.patients[0]!.patient;
  await page.locator('body > overblik-cockpit').getByText(name).first().waitFor();
  await page.locator('body > overblik-marker [part~=button]').first().waitFor();
  await page.locator('overblik-workspace [part~=start] table').first().waitFor();
}

/** Asks the list and the cockpit for the way to the journal, which is never answered. */
async function openJournals(): Promise<void> {
  await page.locator('overblik-grid .line .link').nth(1).click();
  await page.locator('body > overblik-cockpit .identity .link').first().click();
}

/** Writes a note in the workspace's cockpit, which is never stored, and closes the cockpit. */
async function writeAndClose(): Promise<void> {
  const show = (patientId: string | undefined) =>
    page.evaluate((id) => {
      document.querySelector('overblik-workspace')!.patientId = id;
    }, patientId);
  await show(clinic.patients[1]!.patient.id);
  const cockpit = page.locator('overblik-workspace overblik-cockpit');
  await cockpit.locator('textarea.note').fill('Ringes op');
  await page.keyboard.press('Tab');
  await show(undefined);
  await cockpit.waitFor({ state: 'detached' });
}

it('after a logout in the midst of everything, elements that stay in the page hold nobody but whom an action is under way for', async () => {
  await mountAll();
  await openJournals();
  await writeAndClose();
  const list = page.locator('overblik-population').first();
  const line = list.locator('.line').first();
  const name = await line.locator('[role=rowheader]').innerText();
  await list.getByRole('searchbox').fill('a');
  await list.getByRole('button', { name: 'Datakvalitet' }).click();
  await list.getByRole('heading', { name: 'Datakvalitet' }).first().waitFor();
  await page.keyboard.press('Escape');
  await line.locator('[role=checkbox], input[type=checkbox]').first().click();
  const chosen = list.locator('.chosen');
  await chosen.getByRole('button', { name: 'Sæt til opfølgning' }).click();
  await chosen.getByRole('button', { name: 'Læg i kø' }).click();
  await list.locator('dialog[open]').getByRole('button', { name: 'Læg i kø' }).click();
  await list.locator('dialog[open]').getByRole('button', { name: 'Annullér' }).waitFor();
  await page.evaluate(() => {
    for (const element of document.body.children) Object.assign(element, { adapter: undefined });
  });
  await page.locator('overblik-grid').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(1500);
  expect((await namesInMemory()).filter((each) => !name.includes(each))).toEqual([]);
  await unmount();
});

it.runIf(isDeep)(
  'after a logout on the start page, nobody is held of a list that is gone and has not stored all',
  async () => {
    await mountAll();
    const list = page.locator('overblik-population').first();
    await list.locator('.line [role=checkbox], .line input[type=checkbox]').first().click();
    await list.locator('.chosen').getByRole('button', { name: 'Sæt til opfølgning' }).click();
    await page.evaluate((profile) => {
      const [workspace] = document.getElementsByTagName('overblik-workspace');
      const other = { ...profile, id: 'dk.andet' };
      Object.assign(workspace!, { profiles: [profile, other], page: undefined });
      Object.assign(workspace!, { profileId: undefined, patientId: undefined });
    }, demens);
    await page.locator('overblik-population').first().waitFor({ state: 'detached' });
    const asks = () =>
      page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asks(), 'it is not stored').toBe(true);
    await page.evaluate(() => {
      for (const element of document.body.children) Object.assign(element, { adapter: undefined });
    });
    await page.waitForTimeout(1500);
    expect(await namesInMemory()).toEqual([]);
    await unmount();
  },
);

it.runIf(isDeep)(
  'after a logout, elements that stay in the page hold no adapter, which may have all patients in memory',
  async () => {
    await page.evaluate((records) => {
      const { memoryAdapter } = window as unknown as typeof Bundle;
      const rounds = { list: () => Promise.resolve([]), save: () => Promise.reject(new Error()) };
      const adapter = { ...memoryAdapter(records), rounds };
      Object.assign(window, { adapter });
    }, clinic);
    const { id: patientId } = clinic.patients[0]!.patient;
    await place([
      ['overblik-workspace', { patientId }],
      ['overblik-workspace', { page: 'start' }],
      ['overblik-population', {}],
      ['overblik-cockpit', { patientId }],
      ['overblik-marker', { patientId }],
    ]);
    await page.locator('body > overblik-population .line').first().waitFor();
    const { name } = clinic.patients[0]!.patient;
    await page.locator('body > overblik-cockpit').getByText(name).first().waitFor();
    await page.locator('overblik-workspace overblik-cockpit').getByText(name).first().waitFor();
    await page.locator('body > overblik-marker [part~=button]').first().waitFor();
    await page.locator('overblik-workspace [part~=start] table').first().waitFor();
    await page.evaluate(() => {
      for (const element of document.body.children) Object.assign(element, { adapter: undefined });
    });
    await page.waitForTimeout(1500);
    expect(await namesInMemory()).toEqual([]);
    await unmount();
  },
);
