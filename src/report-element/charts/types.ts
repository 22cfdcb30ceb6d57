/** What every chart of a report is, before and beside its drawing. */
import type { TemplateResult } from 'lit';
import type { Say } from '../../report/index.ts';

/** What every chart is told. */
export interface ChartProps {
  /** What is drawn: the indicator, mostly. */
  readonly title: string;
  readonly say: Say;
  /** Stands below an exported picture: profile, version, dates, clinics. */
  readonly note?: string | undefined;
}

/** A place in a plot that can be pointed at, and says what is there. */
export interface PlotPoint {
  /** In pixels of the plot. */
  readonly x: number;
  readonly y: number;
  /** Line by line. */
  readonly words: readonly string[];
  /** Up and down go from one series to the next, left and right along one. */
  readonly series: number;
}

/** A drawing at a width. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** What stands inside the `<svg>`. Each point has `data-at`, its place in `points`. */
  readonly content: TemplateResult;
  readonly points: readonly PlotPoint[];
  /** The point that the tab key comes to. */
  readonly first: number;
}

export type TableCell = string | number | undefined;

export interface ChartTable {
  readonly columns: readonly { readonly title: string; readonly type: 'text' | 'number' }[];
  /** Numbers are rounded as they are shown. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** A chart: its words, its numbers, and how it is drawn at any width. */
export interface Drawing {
  readonly title: string;
  readonly say: Say;
  readonly note: string | undefined;
  /** What the chart shows, in sentences: its text alternative. */
  readonly finding: readonly string[];
  readonly table: ChartTable;
  /** Undefined where there is nothing to draw: the finding says why. */
  readonly plot: ((width: number) => Plot) | undefined;
  /** The same without one's own numbers, and without saying which clinic is one's own. */
  readonly toShare: () => Drawing;
}
