import { render, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import { sparkLine, sparkSize, sparkline } from '../../ui/sparkline.ts';
import type { CellChip, CellContent, CellText } from './types.ts';

/** Chips that a cell shows; of the others it says how many they are. */
const chipRoom = 2;

/** What was once drawn in a cell element. It is kept for the next row that needs it. */
interface Painted {
  readonly parts: Part[];
  readonly chips: Chip[];
  status?: HTMLElement;
  link?: Words;
  trend?: Element;
  count?: Words;
}

/** An element with one text in it. */
interface Words {
  readonly element: HTMLElement;
  readonly text: Text;
}
interface Part {
  readonly element: HTMLElement;
  readonly words: Words;
  note?: Words;
}
interface Chip {
  readonly element: HTMLElement;
  readonly words: Words;
  readonly icons: Partial<Record<Look, Element>>;
  look: Look | undefined;
}

const painted = new WeakMap<Element, Painted>();

/**
 * Draws a cell's content into its element. Elements are used again and again while the list scrolls: what
 * stands there already only gets other texts, and little is made or moved.
 */
export function paintCell(cell: HTMLElement, content: CellContent): void {
  let held = painted.get(cell);
  if (!held) painted.set(cell, (held = { parts: [], chips: [] }));
  const { tone, status, link, trend, parts, chips } = content;
  let next = cell.firstChild;
  const put = (element: Element) => {
    // What stands before it has no place here any more.
    while (next && next !== element && element.parentNode === cell) next = dropped(next);
    if (next === element) next = element.nextSibling;
    else cell.insertBefore(element, next);
  };
  if (status) {
    const dot = (held.status ??= makeStatus());
    dot.dataset.kind = status.kind;
    dot.setAttribute('aria-label', status.label);
    put(dot);
  }
  if (link) {
    const words = (held.link ??= makeLink());
    write(words, link.text);
    words.element.setAttribute('aria-label', link.label);
    put(words.element);
  }
  const line = trend && sparkLine(trend, sparkSize);
  if (line) {
    const element = (held.trend ??= copyOf('trend', () =>
      sparkline([
        { x: 0, y: 0 },
        { x: 1, y: 0 },
      ]),
    ));
    const [path, end] = element.children;
    path?.setAttribute('points', line.points);
    end?.setAttribute('cx', line.endX);
    end?.setAttribute('cy', line.endY);
    put(element);
  }
  if (parts)
    for (let index = 0; index < parts.length; index++)
      put(paintPart((held.parts[index] ??= makePart()), parts[index]!, tone));
  if (chips) {
    for (let index = 0; index < chips.length && index < chipRoom; index++)
      put(paintChip((held.chips[index] ??= makeChip()), chips[index]!));
    if (chips.length > chipRoom) {
      const count = (held.count ??= makeWords('span', 'count'));
      write(count, `+${chips.length - chipRoom}`);
      put(count.element);
    }
  }
  while (next) next = dropped(next);
}

function dropped(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function paintPart(
  part: Part,
  { text, note, strong }: CellText,
  tone: CellContent['tone'],
): Element {
  const look = tone === 'missing' ? ' missing' : tone === 'unknown' ? ' unknown-text' : '';
  dress(part.words.element, `text${strong ? ' strong' : ''}${look}`);
  write(part.words, text);
  if (note) {
    const aside = (part.note ??= makeWords('bdi', 'note'));
    // The gap that is seen is a margin; this one is for those who hear or copy it.
    write(aside, ` ${note}`);
    if (!aside.element.parentNode) part.element.append(aside.element);
  } else part.note?.element.remove();
  return part.element;
}

function paintChip(chip: Chip, content: CellChip): Element {
  const look = content.undecided ? 'unknown' : content.level;
  write(chip.words, content.text);
  if (chip.look === look) return chip.element;
  const draw = chipIcons[look];
  const before = chip.look && chip.icons[chip.look];
  if (before) before.remove();
  if (draw) chip.element.prepend((chip.icons[look] ??= copyOf(look, draw)));
  chip.look = look;
  chip.element.className = `chip ${look}`;
  return chip.element;
}

function write({ text }: Words, words: string): void {
  if (text.data !== words) text.data = words;
}

function dress(element: Element, className: string): void {
  if (element.className !== className) element.className = className;
}

function makeStatus(): HTMLElement {
  const dot = make('span', 'status');
  dot.setAttribute('role', 'img');
  return dot;
}

function makeLink(): Words {
  const words = makeWords('span', 'link');
  words.element.setAttribute('role', 'link');
  words.element.tabIndex = -1;
  return words;
}

/** Names and texts may run from right to left: each keeps to itself (`bdi`). */
function makePart(): Part {
  const element = make('span', 'part');
  const words = makeWords('bdi', 'text');
  element.append(words.element);
  return { element, words };
}

function makeChip(): Chip {
  const element = make('span', 'chip');
  element.setAttribute('part', 'chip');
  const words = makeWords('bdi', 'words');
  element.append(words.element);
  return { element, words, icons: {}, look: undefined };
}

function makeWords(tag: 'span' | 'bdi', className: string): Words {
  const element = make(tag, className);
  const text = document.createTextNode('');
  element.append(text);
  return { element, text };
}

/** Its level is told by icon and text, and then by colour; what is undecided is no level. */
const chipIcons = {
  critical: icons.critical,
  warning: icons.warning,
  info: icons.info,
  unknown: icons.undecided,
  good: icons.met,
  plain: undefined,
};
type Look = keyof typeof chipIcons;

const moulds = new Map<string, Element>();

/** A copy of a small drawing: copying is far cheaper than rendering it again. */
export function copyOf(name: string, draw: () => TemplateResult | symbol): Element {
  let mould = moulds.get(name);
  if (!mould) {
    const box = document.createElement('div');
    render(draw(), box);
    mould = box.firstElementChild as Element;
    // Lit's marks, and white space.
    for (const node of [...mould.childNodes]) if (!(node instanceof Element)) node.remove();
    moulds.set(name, mould);
  }
  return mould.cloneNode(true) as Element;
}

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
