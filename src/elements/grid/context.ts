import type { ReactiveControllerHost } from 'lit';
import type { Texts } from './texts.ts';
import type { ColumnLayout } from './column-layout.ts';
import type { GridPosition } from './keys.ts';
import type { GridColumn, GridEvents, GridRows, GridSelection } from './types.ts';

/** What the grid's controllers know of the grid. */
export interface GridContext {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly rows: GridRows;
  readonly selection: GridSelection;
  readonly selectable: boolean;
  readonly texts: Texts;
  /** As the owner gave them. */
  readonly columns: readonly GridColumn[];
  /** Whether rows stand as cards: there are no heads to go to, but that of the check boxes. */
  readonly isCards: boolean;
  /** The columns that are laid out, with that of the check boxes. */
  readonly allColumns: readonly GridColumn[];
  /** An element of the grid's frame, by its class. */
  part(className: 'scroller' | 'track' | 'head' | 'sizer' | 'drop-indicator'): HTMLElement;
  /** The cell's element, if it is rendered. */
  cellAt(position: GridPosition): HTMLElement | undefined;
  /** The cell that an element stands in. */
  positionOf(element: Element | null | undefined): GridPosition | undefined;
  /** Renders what is in view now; on request with elements in reading order, for those who read the page as it stands. */
  draw(ordered?: boolean): void;
  /** Renders the heads over columns that belong together. */
  drawGroups(layout: ColumnLayout): void;
  emit<Name extends keyof GridEvents>(name: Name, detail: GridEvents[Name]): void;
}
