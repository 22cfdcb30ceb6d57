import { render, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import { sparkLine, sparkSize, sparkline } from '../../ui/sparkline.ts';
import type { CellChip, CellContent } from './types.ts';

/** Chips that a cell shows; of the others it says how many they are. */
const chipRoom = 2;

/** What a cell element holds: a shape, and the places in it that differ from row to row. */
interface Painted {
  readonly shape: string;
  readonly fill: readonly ((content: CellContent) => void)[];
}

const painted = new WeakMap<Element, Painted>();

/**
 * Draws a cell's content into its element. Elements are used again and again while the list scrolls:
 * where the content has the same shape as what stood there, only its texts are exchanged.
 */
export function paintCell(cell: HTMLElement, content: CellContent): void {
  const shape = shapeOf(content);
  let known = painted.get(cell);
  if (known?.shape !== shape) {
    known = { shape, fill: build(cell, content) };
    painted.set(cell, known);
  }
  for (const fill of known.fill) fill(content);
}

/** Makes the cell empty, to be drawn in by others. */
export function clearCell(cell: HTMLElement): void {
  painted.delete(cell);
  cell.replaceChildren();
}

function shapeOf({ tone, status, link, trend, parts, chips }: CellContent): string {
  let shape: string = tone;
  if (status) shape += ` status ${status.kind}`;
  if (link) shape += ' link';
  if (trend && trend.length > 1) shape += ' trend';
  if (parts)
    for (const { note, strong } of parts)
      shape += `${strong ? ' strong' : ' part'}${note ? '+' : ''}`;
  if (chips)
    for (let index = 0; index < chips.length && index <= chipRoom; index++)
      shape += ` ${lookOf(chips[index])}`;
  return shape;
}

function build(cell: HTMLElement, content: CellContent): Painted['fill'] {
  const fill: ((content: CellContent) => void)[] = [];
  const write = (parent: Element, text: (content: CellContent) => string | undefined) => {
    const node = document.createTextNode('');
    parent.append(node);
    fill.push((now) => {
      const words = text(now) ?? '';
      if (node.data !== words) node.data = words;
    });
  };
  const { tone, status, link, trend, parts = [], chips = [] } = content;
  const children: Element[] = [];
  if (status) {
    const dot = make('span', 'status');
    dot.dataset.kind = status.kind;
    dot.setAttribute('role', 'img');
    fill.push(({ status: now }) => dot.setAttribute('aria-label', now?.label ?? ''));
    children.push(dot);
  }
  if (link) {
    const anchor = make('span', 'link');
    anchor.setAttribute('role', 'link');
    anchor.tabIndex = -1;
    write(anchor, (now) => now.link?.text);
    fill.push(({ link: now }) => anchor.setAttribute('aria-label', now?.label ?? ''));
    children.push(anchor);
  }
  if (trend && trend.length > 1) {
    const line = copyOf('trend', () =>
      sparkline([
        { x: 0, y: 0 },
        { x: 1, y: 0 },
      ]),
    );
    const [path, end] = line.children;
    fill.push(({ trend: now = [] }) => {
      const drawn = sparkLine(now, sparkSize);
      if (!drawn) return;
      path?.setAttribute('points', drawn.points);
      end?.setAttribute('cx', drawn.endX);
      end?.setAttribute('cy', drawn.endY);
    });
    children.push(line);
  }
  const look = tone === 'missing' ? ' missing' : tone === 'unknown' ? ' unknown-text' : '';
  parts.forEach(({ note, strong }, index) => {
    const part = make('span', 'part');
    // Names and texts may run from right to left: each keeps to itself.
    const text = make('bdi', `text${strong ? ' strong' : ''}${look}`);
    write(text, (now) => now.parts?.[index]?.text);
    part.append(text);
    if (note) {
      const aside = make('bdi', 'note');
      write(aside, (now) => now.parts?.[index]?.note);
      part.append(' ', aside);
    }
    children.push(part);
  });
  chips.slice(0, chipRoom).forEach((chip, index) => {
    const look = lookOf(chip);
    const element = make('span', `chip ${look}`);
    element.setAttribute('part', 'chip');
    const icon = chipIcons[look];
    if (icon) element.append(copyOf(look, icon));
    const words = make('bdi', 'words');
    write(words, (now) => now.chips?.[index]?.text);
    element.append(words);
    children.push(element);
  });
  if (chips.length > chipRoom) {
    const rest = make('span', 'count');
    write(rest, (now) => `+${(now.chips?.length ?? 0) - chipRoom}`);
    children.push(rest);
  }
  cell.replaceChildren(...children);
  return fill;
}

/** Its level is told by icon and text, and then by colour; what is undecided is no level. */
function lookOf(chip: CellChip | undefined): keyof typeof chipIcons {
  return !chip ? 'plain' : chip.undecided ? 'unknown' : chip.level;
}

const chipIcons = {
  critical: icons.critical,
  warning: icons.warning,
  info: icons.info,
  unknown: icons.undecided,
  good: icons.met,
  plain: undefined,
};

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
