/** What holds of Overblik in any host: the list, a property and an event, the cockpit, a round, a change, and an end. */
import { expect } from 'vitest';
import { demens, kol, sampleClinic } from '../../fixtures/entry.ts';
import { Clinic, compile, evaluate, parseProfile } from '../../src/index.ts';

const asOf = '2026-11-24';

/** How many of the sample clinic a profile is about, by the engine alone. */
function membersOf(document: unknown): number {
  const outcome = parseProfile(document);
  if (!outcome.ok) throw new Error('A sample profile has errors.');
  const { description, patients } = sampleClinic();
  const clinic = new Clinic(description.coverage);
  clinic.add(patients);
  return evaluate(compile(outcome.profile), clinic, asOf).members.length;
}

const members = { demens: membersOf(demens), kol: membersOf(kol) };

/** A page, or a frame in one, of whichever driver: playwright-core’s or puppeteer-core’s. */
export interface Place {
  evaluate(run: never, given: never): Promise<unknown>;
  evaluateHandle(run: never, given: never): Promise<unknown>;
}
export interface Page extends Place {
  readonly keyboard: { press(key: never): Promise<unknown> };
  frames(): readonly Place[];
}

/** What is looked for in any shadow tree. */
interface Wanted {
  readonly selector: string;
  /** The tag in whose tree it stands, or in one within. */
  readonly within?: string;
  /** Words that it begins with. */
  readonly words?: string;
}
interface Seen {
  readonly words: string;
  readonly height: number;
}

/** Runs a function in the page. */
const ask = <Result, Given>(place: Place, run: (given: Given) => Result, given: Given) =>
  place.evaluate(run as never, given as never) as Promise<Awaited<Result>>;

/** In the page: all that is wanted, or the first of it. */
function look({ selector, within, words, isFirst }: Wanted & { readonly isFirst: boolean }) {
  const found: Element[] = [];
  const textOf = (each: Element) =>
    `${each.textContent ?? ''} ${each.ariaLabel ?? ''}`.replaceAll(/\s+/g, ' ').trim();
  const visit = (tree: Document | ShadowRoot, isWithin: boolean) => {
    if (isWithin) found.push(...tree.querySelectorAll(selector));
    for (const { shadowRoot, localName } of tree.querySelectorAll('*'))
      if (shadowRoot) visit(shadowRoot, isWithin || localName === within);
  };
  visit(document, within === undefined);
  const wanted = found.filter((each) => textOf(each).startsWith(words ?? ''));
  return isFirst
    ? wanted[0]
    : wanted.map((each) => ({
        words: textOf(each),
        height: each.getBoundingClientRect().height,
      }));
}

/** What is wanted, as it is seen now. */
const see = (place: Place, wanted: Wanted) =>
  ask(place, look, { ...wanted, isFirst: false }) as Promise<readonly Seen[]>;

/** Waits for the first that is wanted. */
async function find(place: Place, wanted: Wanted) {
  await expect.poll(() => see(place, wanted), { message: wanted.selector }).not.toEqual([]);
  const handle = await place.evaluateHandle(look as never, { ...wanted, isFirst: true } as never);
  return handle as { click(): Promise<void>; focus(): Promise<void> };
}

const gone = (place: Place, selector: string) =>
  expect.poll(() => see(place, { selector })).toEqual([]);
const inList = (selector: string, words = '') => ({
  ...{ selector, words, within: 'overblik-population' },
});
const inCockpit = (selector: string, words = '') => ({
  ...{ selector, words, within: 'overblik-cockpit' },
});
const firstPatient = inList('.line [role=rowheader]');

/** The list of a profile is drawn: rows with a height, and as many as the engine finds. */
async function seeList(place: Place, title: string, count: number): Promise<void> {
  const headings = async () =>
    (await see(place, inList('h2'))).map(({ words }) => words).join(' · ');
  await expect.poll(headings).toContain(title);
  await find(place, inList('.line'));
  await find(place, inList('.figure.total', `${count} patient`));
  const heights = async () => (await see(place, inList('.line'))).map(({ height }) => height);
  await expect.poll(heights).toContainEqual(expect.toSatisfy((height: number) => height > 20));
}

/** The first patient's cockpit opens, a status is kept in the round, and Escape leads back to the row. */
async function workRound(page: Page, place: Place, count: number): Promise<void> {
  await (await find(place, firstPatient)).click();
  await find(place, inCockpit('h2'));
  await (await find(place, inCockpit('.foot .pills label', 'Gennemgået'))).click();
  await find(place, inList('.figure', `1/${count} gennemgået`));
  await page.keyboard.press('Escape' as never);
  await gone(place, 'overblik-cockpit');
  await expect.poll(() => focused(place)).toContain('cell');
}

/** A dialog opens by its key, holds the focus, and gives it back. */
async function openDialog(page: Page): Promise<void> {
  await (await find(page, firstPatient)).focus();
  await page.keyboard.press('?' as never);
  await find(page, { selector: 'dialog[open]' });
  await page.keyboard.press('Escape' as never);
  await gone(page, 'dialog[open]');
  await expect.poll(() => focused(page)).toContain('cell');
}

/** Class of what has the focus, through all shadow trees. */
function focused(place: Place): Promise<string> {
  return ask(
    place,
    () => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return `${at?.className ?? ''} ${at?.closest('.cell')?.className ?? ''}`;
    },
    undefined,
  );
}

/** All of it, in a page with the buttons and the output of `projects`. */
async function walkWhole(page: Page): Promise<void> {
  const tells = async (told: readonly number[]) =>
    void (await find(page, { selector: 'output', words: told.join() }));
  const press = async (words: string) => (await find(page, { selector: 'button', words })).click();
  await seeList(page, 'Patienter med demens', members.demens);
  await tells([members.demens]);
  await workRound(page, page, members.demens);
  await openDialog(page);

  await press('KOL');
  await seeList(page, 'KOL', members.kol);
  await tells([members.demens, members.kol]);

  const leave = async () => {
    await press('Skjul');
    await gone(page, 'overblik-workspace');
  };
  await leave();
  const before = await listening(page);
  await press('Vis');
  await seeList(page, 'KOL', members.kol);
  await tells([members.demens, members.kol, members.kol]);
  await leave();
  expect(await listening(page)).toEqual(before);
}

/** In a frame of the page. */
async function walkFrame(page: Page): Promise<void> {
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1]!;
  await seeList(frame, 'Patienter med demens', members.demens);
  await workRound(page, frame, members.demens);
}

/** In two versions side by side: by prefix, and by a registry of their own where the browser has them. */
async function walkTwo(page: Page): Promise<void> {
  const lists = { selector: 'overblik-population, other-population' };
  const count = await ask(
    page,
    () => ('customElementRegistry' in Element.prototype ? 3 : 2),
    undefined,
  );
  await expect.poll(async () => (await see(page, lists)).length).toBe(count);
  const totals = { selector: '.figure.total', words: `${members.demens} patient` };
  await expect.poll(async () => (await see(page, totals)).length).toBe(count);
  // Those of the second version are made of its own class, whatever their tag.
  const versions = await ask(
    page,
    () => {
      const roots = [
        document,
        ...[...document.querySelectorAll('section')].map(({ shadowRoot }) => shadowRoot),
      ];
      const lists = roots.flatMap((root) => [
        ...(root?.querySelectorAll('overblik-population, other-population') ?? []),
      ]);
      return new Set(lists.map((each) => Object.getPrototypeOf(each.constructor) as unknown)).size;
    },
    undefined,
  );
  expect(versions).toBe(2);
}

/** A page of a project. */
export interface Walk {
  readonly file: string;
  /** Opened from its folder, without a server. */
  readonly isFile?: boolean;
  readonly walk: (page: Page) => Promise<void>;
}
/** Of a page without a framework, under a strict policy. */
export const pages: readonly Walk[] = [
  { file: 'index.html', walk: walkWhole },
  { file: 'frame.html', walk: walkFrame },
  { file: 'two.html', walk: walkTwo },
];
const fromFolder: Walk = { file: 'file.html', isFile: true, walk: walkWhole };

/** The pages of each project, by its name and the file’s. */
export const walksOf = (names: readonly string[]): readonly (readonly [string, string, Walk])[] =>
  names.flatMap((name) =>
    (name === 'html' ? [...pages, fromFolder] : [pages[0]!]).map(
      (each) => [name, each.file, each] as const,
    ),
  );

/** In the page, before anything is loaded: counts who listens to the window, the document and its root. */
export function countListeners(): void {
  const kept = new Map<string, number>();
  let next = 0;
  const ids = new WeakMap<object, number>();
  const idOf = (each: object) => {
    if (!ids.has(each)) ids.set(each, next++);
    return ids.get(each);
  };
  const isWatched = (target: unknown) =>
    target === undefined ||
    target === window ||
    target === document ||
    target === document.documentElement;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const keyOf = (type: string, listener: object, options: unknown) => {
    const isCapture =
      typeof options === 'object' ? !!(options as AddEventListenerOptions)?.capture : !!options;
    return `${type} ${idOf(listener)} ${isCapture}`;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (listener && isWatched(this)) {
      const key = keyOf(type, listener, options);
      kept.set(key, 1);
      if (typeof options === 'object')
        options.signal?.addEventListener('abort', () => kept.delete(key));
    }
    add.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (listener && isWatched(this)) kept.delete(keyOf(type, listener, options));
    remove.call(this ?? window, type, listener, options);
  };
  Object.assign(window, { listening: () => [...kept.keys()] });
}

/** What listens to the page: the types, one for each listener. */
function listening(page: Page): Promise<readonly string[]> {
  return ask(
    page,
    () =>
      (window as unknown as { listening: () => string[] })
        .listening()
        .map((key) => key.split(' ')[0]!)
        .sort(),
    undefined,
  );
}
