/** Reads and works a population list as a user sees it: by its heads, its names and its buttons. */
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { OverblikPopulation } from '../../src/define.ts';
import { allInside, inside, place, until } from './stage.ts';

type Given = Parameters<typeof place<'overblik-population'>>[1];

/** A list on the page, with its rows drawn. */
export async function placeList(
  properties: Given = {},
  size?: { width: number; height: number },
): Promise<OverblikPopulation> {
  const list = place('overblik-population', properties, size);
  await ready(list);
  return list;
}

/** The rows are drawn, and the cards over them counted. */
export const ready = (list: Element) =>
  until('rows', () => rows(list).length > 0 && !inside(list, '.overview[aria-busy]'));

export function grid(list: Element): HTMLElement {
  const found = inside(list, 'overblik-grid');
  if (!found) throw new Error('There is no list.');
  return found;
}

/** The rows that are drawn, in the order that they are seen. */
export function rows(list: Element): readonly HTMLElement[] {
  const found = inside(list, 'overblik-grid');
  return [...(found ? allInside(found, '.line') : [])].sort((a, b) => indexOf(a) - indexOf(b));
}

/** Counted from nought. */
export const indexOf = (row: Element) =>
  Number(row.getAttribute('aria-rowindex')) - 1 - headRows(row.getRootNode() as ShadowRoot);

/** How many there are in all, drawn or not. */
export const count = (list: Element) =>
  Number(inside(grid(list), '[role=grid]')?.getAttribute('aria-rowcount')) -
  headRows(grid(list).shadowRoot!);

/** Rows of the header: cards have one. */
const headRows = (root: ShadowRoot) =>
  [...root.querySelectorAll<HTMLElement>('.head > *')].filter(({ hidden }) => !hidden).length;

export function heads(list: Element): readonly string[] {
  return [...allInside(grid(list), '.heads .cell')]
    .sort((a, b) => column(a) - column(b))
    .map((head) => head.querySelector('.text')?.textContent ?? '');
}

export function head(list: Element, title: string): HTMLElement {
  const found = allInside(grid(list), '.heads .cell').find(
    (each) => each.querySelector('.text')?.textContent === title,
  );
  if (!found) throw new Error(`No column ${title} is drawn: ${heads(list).join(', ')}`);
  return found;
}

const column = (cell: Element) => Number(cell.getAttribute('aria-colindex'));

export function cell(list: Element, row: Element | undefined, title: string): HTMLElement {
  const found = row?.querySelector<HTMLElement>(`[aria-colindex="${column(head(list, title))}"]`);
  if (!found) throw new Error(`No cell ${title}.`);
  return found;
}

/** What a cell says, without the button to its whole text that stands in it while pointed at, and its label on a card. */
export function said(list: Element, row: Element | undefined, title: string): string {
  const copy = cell(list, row, title).cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll('.more, .label')) each.remove();
  return copy.textContent.trim();
}

export const name = (list: Element, row: Element | undefined) => said(list, row, 'Navn');
export const names = (list: Element) => rows(list).map((row) => name(list, row));

/** What is said of a row's status. */
export const status = (list: Element, row: Element | undefined) => {
  const told = cell(list, row, 'Status');
  return told.querySelector('.status')?.getAttribute('aria-label') ?? told.textContent.trim();
};

export const check = (row: Element | undefined) =>
  row?.querySelector<HTMLElement>('[role=checkbox]') ?? undefined;

/** The element with the focus, inside the grid. */
export const focused = (list: Element) =>
  grid(list).shadowRoot?.activeElement as HTMLElement | null;

/** `row,column` of the focus, counted from nought; the head is row -1. */
export function at(list: Element): string {
  const found = focused(list)?.closest('.cell');
  const line = found?.closest('.line, .heads');
  if (!found || !line) return 'nowhere';
  const row = line.classList.contains('heads') ? -1 : indexOf(line);
  return `${row},${column(found) - 1}`;
}

/** A button by its words, or by its name to screen readers. */
export function button(list: Element, words: string, within = ''): HTMLButtonElement {
  const found = allInside(list, `${within} button`).find((each) =>
    [
      each.getAttribute('aria-label'),
      each.title,
      each.textContent.replaceAll(/\s+/g, ' ').trim(),
    ].includes(words),
  );
  if (!found) throw new Error(`No button "${words}".`);
  return found as HTMLButtonElement;
}

/** What is open over the list, once it is loaded. */
export const panel = (list: Element) =>
  inside(list, '.panel:popover-open:not(:has(.part-loading))');

export async function openPanel(list: Element, words: string): Promise<HTMLElement> {
  // On a narrow list how it is shown stands in a panel.
  if (!button(list, words).checkVisibility()) {
    await clickOn(button(list, 'Visning'));
    await until('how it is shown', () => inside(list, '.panel:popover-open .deeds'));
    await clickOn(
      allInside(list, '.panel button').find(({ textContent }) =>
        textContent.trim().startsWith(words),
      ),
    );
    return until(`the panel ${words}`, () =>
      inside(list, '.panel:not(:has(.deeds, .part-loading))'),
    );
  }
  await clickOn(button(list, words));
  return until(`the panel ${words}`, () => panel(list));
}

/** Opens the filter of a column by the button in its head, scrolling across to it as a user would. */
export async function openFilter(list: Element, title: string): Promise<HTMLElement> {
  const beyond = head(list, title).getBoundingClientRect().right - innerWidth;
  const scroller = inside(grid(list), '.scroller');
  if (scroller && beyond > 0) {
    scroller.scrollLeft += beyond + 20;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await clickOn(head(list, title).querySelector('.filter'));
  return until(`the filter of ${title}`, () => panel(list));
}

/** Opens the filter of a column from the list of them all. */
export async function chooseFilter(list: Element, title: string): Promise<HTMLElement> {
  const open = await openPanel(list, '+ Filter');
  [...open.querySelectorAll<HTMLElement>('.link')]
    .find((each) => each.textContent.trim() === title)
    ?.click();
  await until(`the filter of ${title}`, () => open.textContent.includes(`Filter: ${title}`));
  return open;
}

/** The control in a panel whose label says so. */
export function field<Control extends HTMLElement = HTMLInputElement>(
  open: Element,
  label: string,
): Control {
  const found = [...open.querySelectorAll('label')].find((each) =>
    each.textContent.replaceAll(/\s+/g, ' ').trim().startsWith(label),
  );
  const control = found?.querySelector<Control>('input, textarea, select');
  if (!control) throw new Error(`No field "${label}": ${open.textContent}`);
  return control;
}

/** Writes into a field with real keys, and leaves it. */
export async function write(control: HTMLElement, text: string): Promise<void> {
  control.focus();
  (control as HTMLInputElement).select();
  await sendKeys(text === '' ? { press: 'Delete' } : { type: text });
  control.blur();
}

/** Gives a date field its date, as its picker would. */
export function pick(control: HTMLInputElement, date: string): void {
  control.value = date;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Presses keys as `Control+Shift+End`. */
export async function press(keys: string): Promise<void> {
  const parts = keys.split('+');
  for (const each of parts.slice(0, -1)) await sendKeys({ down: each });
  await sendKeys({ press: parts.at(-1)! });
  for (const each of parts.slice(0, -1).reverse()) await sendKeys({ up: each });
}

/** A click of the mouse in the middle of an element. */
export async function clickOn(element: Element | null | undefined, held?: string): Promise<void> {
  if (!element) throw new Error('Nothing to click on.');
  const { left, top, width, height } = element.getBoundingClientRect();
  if (held) await sendKeys({ down: held });
  await sendMouse({
    type: 'click',
    position: [Math.round(left + width / 2), Math.round(top + height / 2)],
  });
  if (held) await sendKeys({ up: held });
}
