import { control, indicator, reasons, why } from './kinds/attention.ts';
import { diagnoses } from './kinds/diagnoses.ts';
import { item } from './kinds/item.ts';
import { age, cpr, municipality, name, practitioner, sex } from './kinds/patient.ts';
import { contact } from './kinds/contact.ts';
import { exemption } from './kinds/exemption.ts';
import { assignee, due } from './kinds/plan.ts';
import { lists } from './kinds/lists.ts';
import { note, since, status } from './kinds/round.ts';
import { severity } from './kinds/severity.ts';
import type { ColumnDefinition } from './definition.ts';
import type { Column, ColumnKind } from './types.ts';

/** Every kind of column, and all there is to know of it. */
export const columnKinds: Readonly<Record<ColumnKind, ColumnDefinition>> = {
  ...{ cpr, name, age, sex, practitioner, municipality },
  ...{ control, indicator, lists, reasons, severity, why },
  ...{ status, assignee, due, contact, exemption, note, since },
  diagnoses,
  item,
};

/** Whether rows can be put in groups by a column: by who, where, whose, how grave and by which marker; of items by the same fields alone. */
export function mayGroup({ kind, item: asked }: Column): boolean {
  if (columnKinds[kind].groups === undefined) return false;
  return (
    !asked || (asked.type === 'patient' && /^(?:practitioner|municipality)$/.test(asked.field))
  );
}

/** The columns of what a round says of a patient. */
export const memberColumns: readonly ColumnKind[] = [
  ...(['status', 'assignee', 'due', 'contact', 'exemption', 'note'] as const),
];

/** The columns whose cells tell something of it: beside why first stands what is exempted, and why. */
export const memberCells: readonly ColumnKind[] = [...memberColumns, 'reasons'];

/** The columns that depend on the round. */
export const roundColumns: readonly ColumnKind[] = [...memberColumns, 'since'];
