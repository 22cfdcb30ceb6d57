import type { InformationItem } from '../../../profile/index.ts';
import type { DataType } from '../../../record/index.ts';

/** The header that stands over columns that belong together. */
export type ColumnGroup = DataType | 'attention';

export type ColumnKind =
  | 'cpr'
  | 'name'
  | 'age'
  | 'sex'
  | 'practitioner'
  | 'municipality'
  | 'why'
  | 'reasons'
  | 'severity'
  | 'lists'
  | 'control'
  | 'indicator'
  | 'status'
  | 'assignee'
  | 'due'
  | 'contact'
  | 'exemption'
  | 'note'
  | 'since'
  | 'diagnoses'
  | 'item';

/** What kind of filter fits a column; `codes` also offers what occurs, `number` a range. */
export type FilterKind = 'codes' | 'number' | 'date' | 'text' | 'choice' | 'marker' | 'status';

/** What is opened from a cell: the patient, the journal, or the round's form. */
export type Activation = 'row' | 'journal' | 'status';

/** A column of the list: the fixed ones, whose id is their kind, and one per information item. */
export interface Column {
  /** Of an item `itemColumnId`. */
  readonly id: string;
  readonly group: ColumnGroup;
  readonly kind: ColumnKind;
  /** What a click on a cell, or Enter in it, opens. */
  readonly activation: Activation;
  /** What the link in a cell opens, where its cells are links. */
  readonly linkActivation?: Activation;
  /** Absent where there is nothing to filter by. */
  readonly filter?: FilterKind;
  /** Whether the greatest come first at the first click: the most urgent, the oldest. */
  readonly descendingFirst?: boolean;
  /** `kind: "item"` only. */
  readonly item?: InformationItem;
  /** Width in CSS pixels at normal density. */
  readonly width: number;
  /** The width at which its texts stand whole, where that is more: it is given to it where there is room. */
  readonly wish?: number;
  /** The unit that its values have, but for those that say another beside themselves. */
  readonly unit?: string;
  /** Whether it takes the room that the others leave. */
  readonly grows?: boolean;
  /** How it is before the user says otherwise. */
  readonly hidden?: boolean;
  readonly pinned?: boolean;
  /** Whether it stays where there is little room: beside a cockpit. */
  readonly stays?: boolean;
}

/** The id of the column of an information item. */
export function itemColumnId(itemId: string): string {
  return `item:${itemId}`;
}
