/** What the parts of the report are drawn from, and what they may ask of the element. */
import type { CalendarDate } from '../record/index.ts';
import type { Figure } from './model/figures.ts';
import type { IndicatorRow, IndicatorWords } from './model/rows.ts';
import type { Sheet } from './model/sheet.ts';
import type { ReportScope, ReportView } from './model/view.ts';
import type { OwnCounts, OwnState } from './own/types.ts';
import type { Ui } from './ui.ts';

/** The three groups that the patients an indicator asks of are in (R22). */
export type Answer = keyof OwnCounts;

/** What is drawn. */
export interface Drawn {
  readonly ui: Ui;
  /** All that was reported of the profile. */
  readonly sheet: Sheet;
  /** Whose units are drawn: the same, or those of the larger area that stands in front. */
  readonly front: Sheet;
  readonly scope: ReportScope;
  readonly scopes: readonly ReportScope[];
  readonly order: 'profile' | 'gap';
  readonly date: CalendarDate;
  /** The indicators on the date, in the order that is chosen. */
  readonly rows: readonly IndicatorRow[];
  /** The one that is looked at. */
  readonly row: IndicatorRow;
  /** What the host's document calls the profile; its id without one. */
  readonly title: string;
  readonly words: (indicator: string) => IndicatorWords;
  /** What a marker is called; its id without a document. */
  readonly markerTitle: (marker: string) => string;
  /** What a meeting's package calls an activity; undefined where none does. */
  readonly activityTitle: (id: string) => string | undefined;
  /** My own clinic's exact numbers on the date. */
  readonly own: OwnState;
}

/** A figure with whose it is. */
export interface Owned {
  readonly whose: string;
  readonly figure: Figure | undefined;
  readonly isMine: boolean;
}

/** What a part may ask for. */
export interface ReportDeeds {
  /** Looks at something else; what is left out stays. */
  look(change: ReportView): void;
  /** Looks at another indicator, and brings it into sight. */
  showIndicator(indicator: string): void;
  /** Opens my own clinic's patients in the list. */
  openPatients(indicator: string, answer: Answer): void;
  /** Counts my own clinic's patients again. */
  retryOwn(): void;
}
