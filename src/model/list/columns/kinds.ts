import { control, indicator, reasons, why } from './kinds/attention.ts';
import { diagnoses } from './kinds/diagnoses.ts';
import { item } from './kinds/item.ts';
import { age, cpr, name, sex } from './kinds/patient.ts';
import { contact } from './kinds/contact.ts';
import { exemption } from './kinds/exemption.ts';
import { assignee, due } from './kinds/plan.ts';
import { lists } from './kinds/lists.ts';
import { note, since, status } from './kinds/round.ts';
import type { ColumnDefinition } from './definition.ts';
import type { ColumnKind } from './types.ts';

/** Every kind of column, and all there is to know of it. */
export const columnKinds: Readonly<Record<ColumnKind, ColumnDefinition>> = {
  ...{ cpr, name, age, sex },
  ...{ control, indicator, lists, reasons, why },
  ...{ status, assignee, due, contact, exemption, note, since },
  diagnoses,
  item,
};

/** The columns of what a round says of a patient. */
export const memberColumns: readonly ColumnKind[] = [
  ...(['status', 'assignee', 'due', 'contact', 'exemption', 'note'] as const),
];

/** The columns whose cells tell something of it: beside why first stands what is exempted, and why. */
export const memberCells: readonly ColumnKind[] = [...memberColumns, 'reasons'];

/** The columns that depend on the round. */
export const roundColumns: readonly ColumnKind[] = [...memberColumns, 'since'];
