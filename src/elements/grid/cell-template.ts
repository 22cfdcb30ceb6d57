import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import { sparkline } from '../../ui/sparkline.ts';
import type { ChipRoom } from './chip-room.ts';
import { isOwnUnit, type CellPart, type CellView, type ChipView } from '../../model/index.ts';
import type { GroupHead } from './types.ts';

/** Where a cell stands. */
export interface CellPlace {
  /** The column's place among all columns. */
  readonly index: number;
  /** The class names of the column's cells. */
  readonly look: string;
  /** Width of the cell, in pixels. */
  readonly room: number;
  readonly chips: ChipRoom;
  /** What the head says for all cells of the column. */
  readonly unit?: string | undefined;
  /** What it is, where no head says so: a title, or an icon. */
  readonly label?: string | TemplateResult;
  /** Whether what is a dot on a line is told in words. */
  readonly isWorded?: boolean;
  /** Whether the words are a button. */
  readonly isAct?: boolean;
  /** Whether it names its row. */
  readonly isHeading?: boolean | undefined;
}

/**
 * A cell.
 *
 * @param deceased The name of a patient who is dead: it is struck out.
 */
export function cellTemplate(
  place: CellPlace,
  content: CellView,
  deceased: string | undefined,
): TemplateResult {
  const { index, look, label } = place;
  const { tone, parts } = content;
  const [first] = parts;
  const className = deceased !== undefined && first?.text === deceased ? `${look} deceased` : look;
  // Lit's content ends at the comment: the tooltip's button stands behind it.
  // prettier-ignore
  if (place.isHeading)
    return html`<div class=${className} role="rowheader" tabindex="-1" aria-colindex=${index + 1}>${cellContent(content, place)}<!----></div>`;
  // prettier-ignore
  if (first && label === undefined && isPlain(content))
    // By far the most: one template instead of two.
    return html`<div class=${className} role="gridcell" tabindex="-1" aria-colindex=${index + 1}><bdi class=${lookOf(first, tone)}>${first.text}</bdi><!----></div>`;
  // prettier-ignore
  return html`<div class=${className} role="gridcell" tabindex="-1" aria-colindex=${index + 1}>${cellContent(content, place)}<!----></div>`;
}

/** The cell with a row's check box. */
export function checkCell(index: number, label: string, selected: boolean): TemplateResult {
  // prettier-ignore
  return html`<div class="cell c${index} check-cell" role="gridcell" tabindex="-1" aria-colindex=${index + 1}>${checkBox(label, selected ? 'true' : 'false')}</div>`;
}

/**
 * The head of a group: one cell over all columns, which tells whether the group is open.
 *
 * @param nameOf Names the group with its number, to those who hear it.
 */
export function groupCell(
  { title, grave, count, isOpen }: GroupHead,
  columns: number,
  nameOf: (title: string, count: string) => string,
): TemplateResult {
  const named = grave ? `${grave.said}: ${title}` : title;
  const mark = grave
    ? html`<span class="chip grave ${grave.level}">${chipIcons[grave.level]}</span>`
    : nothing;
  // prettier-ignore
  return html`<div class="cell group-cell" role="rowheader" tabindex="-1" aria-colindex="1" aria-colspan=${columns} aria-expanded=${isOpen ? 'true' : 'false'} aria-label=${nameOf(named, count)}><span class="fold">${icons.more()}</span>${mark}<bdi class="text">${title}</bdi><span class="group-count">${count}</span></div>`;
}

/** A check box that takes the focus itself, as its cell's only widget. */
export function checkBox(label: string, checked: 'true' | 'false' | 'mixed'): TemplateResult {
  return html`<span
    class="check"
    role="checkbox"
    tabindex="-1"
    aria-checked=${checked}
    aria-label=${label}
  ></span>`;
}

/** Whether one text is all that there is. */
function isPlain({ status, link, trend, chips, parts }: CellView): boolean {
  return (
    parts.length === 1 &&
    !parts[0]!.unit &&
    !parts[0]!.note &&
    !status &&
    !link &&
    !trend &&
    !chips?.length
  );
}

function cellContent(content: CellView, place: CellPlace): unknown {
  const { tone, status, link, trend, parts, chips = [] } = content;
  if (link && parts.length + chips.length === 0) return cellLink(link);
  if (status && place.isWorded) return place.isAct ? statusButton(status) : statusWords(status);
  const said = [
    ...(status ? [statusDot(status)] : []),
    ...(link ? [cellLink(link)] : []),
    ...(trend && trend.length > 1 ? [sparkline(trend)] : []),
    ...(parts.length > 1 && parts.every(({ short }) => short !== undefined)
      ? [codesThatFit(parts, place)]
      : parts.map((part) => textPart(part, tone, parts.length > 1, place))),
    ...(chips.length > 0 ? chipsThatFit(chips, place.room, place.chips) : []),
  ];
  if (place.label === undefined || said.length === 0) return said;
  // Those who hear the cell are told by its head.
  return [html`<span class="label" aria-hidden="true">${place.label}</span>`, ...said];
}

/** The first chips, whole; of the others how many they are, and to those who hear it which. */
function chipsThatFit(chips: readonly ChipView[], room: number, fit: ChipRoom): readonly unknown[] {
  const { count, isLong } = fit.of(chips, room);
  const rest = chips.slice(count);
  return [
    ...chips.slice(0, count).map((each, at) => chip(each, isLong && at === 0)),
    ...(rest.length > 0
      ? [
          html`<span class="count" aria-hidden="true">+${rest.length}</span
            ><span class="visually-hidden">${rest.map(spoken).join(', ')}</span>`,
        ]
      : []),
  ];
}

/** Several that have a code each: codes are seen, none of them cut, and all of it is heard. */
function codesThatFit(parts: readonly CellPart[], { room, chips }: CellPlace): TemplateResult {
  const codes = [...new Set(parts.map(({ short = '' }) => short))];
  const seen = codes.map((text): ChipView => ({ level: 'plain', text }));
  const heard = parts.map(({ text, note }) => (note ? `${text} ${note}` : text)).join(' · ');
  return html`<span class="visually-hidden">${heard}</span
    ><span class="part" aria-hidden="true">${chipsThatFit(seen, room, chips)}</span>`;
}

function spoken({ said, text, long = text }: ChipView): string {
  return said ? `${said}: ${long}` : long;
}

/**
 * Names and texts may run from right to left: each keeps to itself (`bdi`).
 *
 * @param isBeside Whether others stand in the cell as well: what it is stays before what is noted of it.
 */
function textPart(
  part: CellPart,
  tone: CellView['tone'],
  isBeside: boolean,
  { unit: own, label }: CellPlace,
): TemplateResult {
  const { text, unit, note, byWord } = part;
  const look = lookOf(part, tone);
  const words = html`<bdi class=${look}>${byWord ? wholeStrength(text) : text}</bdi>`;
  if (!unit && !note) return html`<span class="part">${words}</span>`;
  const beside = [unit, note].filter(Boolean).join(' · ');
  // The gap before the note that is seen is a margin; this one is for those who hear or copy it.
  const noted =
    label === undefined && isOwnUnit(part, own)
      ? html`<bdi class="note"
          ><span class="visually-hidden"> ${unit}${note ? ' · ' : ''}</span>${note ?? ''}</bdi
        >`
      : html`<bdi class="note"> ${beside}</bdi>`;
  return html`<span class="part ${isBeside ? 'beside' : ''}">${words}${noted}</span>`;
}

/** A number without its unit is no strength: `25 mg` is seen, or neither of the two. */
function wholeStrength(name: string): string {
  return name.replaceAll(/(?<=\d) (?=\p{L})/gu, '\u00a0');
}

function lookOf({ strong, whole, byWord }: CellPart, tone: CellView['tone']): string {
  const look = tone === 'missing' ? ' missing' : tone === 'unknown' ? ' unknown-text' : '';
  return `text${strong ? ' strong' : ''}${byWord ? ' by-word' : ''}${whole ? ' whole' : ''}${look}`;
}

function statusDot({ kind, label }: NonNullable<CellView['status']>): TemplateResult {
  return html`<span class="status" role="img" data-kind=${kind} aria-label=${label}></span>`;
}

/** A button that says how far the patient has come. */
function statusButton({ kind, label }: NonNullable<CellView['status']>): TemplateResult {
  return html`<span class="button"
    ><span class="status" data-kind=${kind}></span
    ><span class="text">${label}</span>${icons.more()}</span
  >`;
}

function statusWords({ kind, label }: NonNullable<CellView['status']>): TemplateResult {
  return html`<span class="status" data-kind=${kind}></span><span class="text">${label}</span>`;
}

function cellLink({ text, label }: NonNullable<CellView['link']>): TemplateResult {
  return html`<span class="link" role="link" tabindex="-1" aria-label=${label}>${text}</span>`;
}

/** Its level is told by icon and text, and then by colour; what is undecided is no level. */
const chipIcons = {
  critical: icons.critical(),
  warning: icons.warning(),
  info: icons.info(),
  unknown: icons.undecided(),
  plain: nothing,
};

function chip(
  { level, text, long = text, said, undecided }: ChipView,
  isLong: boolean,
): TemplateResult {
  const look = undecided ? 'unknown' : level;
  return html`<span class="chip ${look}" part="chip"
    >${chipIcons[look]}${said ? html`<span class="visually-hidden">${said}: </span>` : nothing}<bdi
      class="words"
      >${isLong ? long : text}</bdi
    ></span
  >`;
}
