/**
 * What the grid draws. It knows rows by their place and columns by their id; what they mean is its
 * owner's matter. Everything is text and numbers: no markup crosses this line.
 */
import type { MarkerLevel } from '../../model/index.ts';

export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** The header over columns that belong together; neighbours with the same text share one. */
  readonly group: string;
  /** Width in CSS pixels at a font size of 14. */
  readonly width: number;
  readonly align?: 'start' | 'end';
  /** Pinned columns stand first in `columns`, and stay in view. */
  readonly pinned?: boolean;
  /** Absent where the rows are not sorted by this column; `place` counts from 1 among the sorts. */
  readonly sort?: { readonly descending: boolean; readonly place: number };
  /** Whether a filter is offered, and whether one is set. */
  readonly filterable?: boolean;
  readonly filtered?: boolean;
  /** Default true. */
  readonly resizable?: boolean;
  readonly movable?: boolean;
}

/** One thing in a cell, with a lesser note beside it. */
export interface CellText {
  readonly text: string;
  readonly note?: string;
  /** Of a number: stands between it and the note. */
  readonly unit?: string;
  /** Numbers that matter are bold, and never cut: the note gives way. */
  readonly strong?: boolean;
}

export interface CellChip {
  readonly level: MarkerLevel | 'good' | 'plain';
  readonly text: string;
  readonly undecided?: boolean;
  readonly title?: string;
}

/** What stands in a cell: what the grid draws of the model's `CellView`, which fits here as it is. */
export interface CellContent {
  readonly tone: 'value' | 'missing' | 'unknown' | 'not-asked' | 'empty';
  readonly parts?: readonly CellText[];
  /** Numbers over time, oldest first, drawn as a line before the parts. */
  readonly trend?: readonly { readonly x: number; readonly y: number }[];
  readonly chips?: readonly CellChip[];
  /** The cell is one link (the CPR number): a click or Enter sends `grid-link`. */
  readonly link?: { readonly text: string; readonly label: string };
  /**
   * A status dot with its words (never by colour alone). Kinds with a look of their own: `new`, `follow-up`,
   * `reviewed`, `exempt`; any other is an open ring.
   */
  readonly status?: { readonly kind: string; readonly label: string };
}

export interface GridRows {
  readonly count: number;
  /** A patient's id; stable while rows come and go. */
  idAt(index: number): string;
  /** Where a row is now; -1 when it is not shown. */
  indexOf(id: string): number;
  cell(index: number, columnId: string): CellContent;
  /** The whole cell in words, a line each: tooltip, and what opens in place. */
  lines(index: number, columnId: string): readonly string[];
  /** For the row's check box: the patient's name. */
  nameAt(index: number): string;
  /** A row that is done, or a patient who is dead, stands back. */
  toneAt?(index: number): 'done' | 'dead' | undefined;
}

/** Which rows are chosen, by id. */
export interface GridSelection {
  readonly size: number;
  has(id: string): boolean;
}

/** What the user did, sent as `CustomEvent`s that do not leave the owner's shadow tree. */
export interface GridEvents {
  /** A head was clicked; `add` (Shift) keeps the other sorts. */
  'grid-sort': { readonly columnId: string; readonly add: boolean };
  /** The filter button of a head; `anchor` is where a popover belongs. */
  'grid-filter': { readonly columnId: string; readonly anchor: DOMRect };
  /** `width` as in `GridColumn`, not below 40; 0 asks for the width that fits (a double click). */
  'grid-resize': { readonly columnId: string; readonly width: number };
  /** Stands now before `before`, or last. */
  'grid-move': { readonly columnId: string; readonly before: string | undefined };
  /**
   * `range` reaches from the row chosen last to this one, both in, or (`on` false) names what a shorter reach
   * leaves; `all` is every row that is shown, `none` empties the selection.
   */
  'grid-select':
    | { readonly kind: 'toggle'; readonly id: string }
    | { readonly kind: 'range'; readonly ids: readonly string[]; readonly on: boolean }
    | { readonly kind: 'all' | 'none' };
  /** A row was clicked, or Enter pressed in it. */
  'grid-activate': { readonly id: string; readonly columnId: string };
  /** The link in a cell. */
  'grid-link': { readonly id: string; readonly columnId: string };
}

declare global {
  interface HTMLElementEventMap {
    'grid-sort': CustomEvent<GridEvents['grid-sort']>;
    'grid-filter': CustomEvent<GridEvents['grid-filter']>;
    'grid-resize': CustomEvent<GridEvents['grid-resize']>;
    'grid-move': CustomEvent<GridEvents['grid-move']>;
    'grid-select': CustomEvent<GridEvents['grid-select']>;
    'grid-activate': CustomEvent<GridEvents['grid-activate']>;
    'grid-link': CustomEvent<GridEvents['grid-link']>;
  }
}
