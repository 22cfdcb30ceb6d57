/**
 * What the grid draws. It knows rows by their place and columns by their id; what they mean is its
 * owner's matter. Everything is text and numbers: no markup crosses this line.
 */
import type { CellView, MarkerLevel } from '../../model/index.ts';

export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** The header over columns that belong together; neighbours with the same text share one. */
  readonly group: string;
  /** Width in CSS pixels at a font size of 14. */
  readonly width: number;
  /** Width at which its texts stand whole, where that is more than `width`: it is given to it where there is room. */
  readonly wish?: number;
  /** The unit that its values have: it is told by the head, and heard in each cell. */
  readonly unit?: string;
  /** Takes the room that the others leave. Without any such column the last one does. */
  readonly grows?: boolean;
  readonly align?: 'start' | 'end';
  /** Names its row: a screen reader says it before what the other cells of the row hold. */
  readonly isHeading?: boolean;
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
  /** What opening one of its cells asks for, in a word of the owner's; `grid-activate` tells it. Default `row`. */
  readonly activation?: string;
  /** The same of the link in one of its cells. Default `link`. */
  readonly linkActivation?: string;
  /**
   * Its place on a card. Where any column has one and the grid is no wider than 600 pixels, a row stands as a card with
   * those columns alone.
   */
  readonly card?: CardPlace;
}

/** Where a column stands on a card. */
export interface CardPlace {
  /** Columns of one block stand beside one another; blocks follow one another, on the same line where they have room. */
  readonly block: number;
  /** Width that it needs, in CSS pixels at a font size of 14. Default: the column's. */
  readonly width?: number;
  /** Takes the room that the others of its line leave. Without any such column the last one does. */
  readonly grows?: boolean;
  readonly align?: 'start' | 'end';
  /** How many lines it has; a block that says so has its lines to itself. */
  readonly lines?: number;
  /** The name of the patient, or a button. */
  readonly look?: 'title' | 'act';
  /** The title of the column stands before what it says. */
  readonly isLabelled?: boolean;
  /** An icon that stands for the title where that would take the room of what is said. */
  readonly sign?: 'calendar';
}

/** The head of rows that belong together: a row of its own. */
export interface GroupHead {
  /** Of the group. */
  readonly id: string;
  readonly title: string;
  /** How grave what it is called by is, and what that is called. */
  readonly grave?: { readonly level: MarkerLevel; readonly said: string } | undefined;
  /** How many rows it has, as it is to be read. */
  readonly count: string;
  /** Whether its rows follow. */
  readonly isOpen: boolean;
}

export interface GridRows {
  readonly count: number;
  /** A patient's id; stable while rows come and go. */
  idAt(index: number): string;
  /** Where a row is now; -1 when it is not shown. */
  indexOf(id: string): number;
  /** The model's own cell; its `lines` are the tooltip, and what opens in place. */
  cell(index: number, columnId: string): CellView;
  /** For the row's check box: the patient's name. */
  nameAt(index: number): string;
  /** The group whose head stands in a row; undefined of a patient's. Absent where there are no groups. */
  headAt?(index: number): GroupHead | undefined;
  /** How many of the rows before a row are heads of groups. Absent where there are no groups. */
  headsBefore?(index: number): number;
  /** Whoever is chosen where all are: those in closed groups too. Absent where every row is a patient's. */
  everybody?: { readonly count: number; readonly idAt: (place: number) => string } | undefined;
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
   * leaves; `all` is everybody, in closed groups too, `none` empties the selection.
   */
  'grid-select':
    | { readonly kind: 'toggle'; readonly id: string }
    | { readonly kind: 'range'; readonly ids: readonly string[]; readonly on: boolean }
    | { readonly kind: 'all' | 'none' };
  /** So many columns are marked, to be copied. */
  'grid-mark': { readonly columns: number };
  /**
   * Cells are to be copied: of the chosen rows, else of the row of `id`; in the marked columns (`columnIds`), where none
   * is marked in all, or in the one that the user is in.
   */
  'grid-copy': {
    readonly id: string;
    readonly columnId: string | undefined;
    readonly columnIds: readonly string[];
  };
  /** A group is to be opened, or closed. */
  'grid-group': { readonly id: string; readonly open: boolean };
  /** A cell or its link was clicked, or Enter pressed in it: `activation` as its column declares. */
  'grid-activate': {
    readonly id: string;
    readonly columnId: string;
    readonly activation: string;
  };
}

declare global {
  interface HTMLElementEventMap {
    'grid-sort': CustomEvent<GridEvents['grid-sort']>;
    'grid-filter': CustomEvent<GridEvents['grid-filter']>;
    'grid-resize': CustomEvent<GridEvents['grid-resize']>;
    'grid-move': CustomEvent<GridEvents['grid-move']>;
    'grid-select': CustomEvent<GridEvents['grid-select']>;
    'grid-mark': CustomEvent<GridEvents['grid-mark']>;
    'grid-copy': CustomEvent<GridEvents['grid-copy']>;
    'grid-group': CustomEvent<GridEvents['grid-group']>;
    'grid-activate': CustomEvent<GridEvents['grid-activate']>;
  }
}
