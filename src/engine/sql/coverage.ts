/** R1a, R9, R10: whether the absence of records means *no*. */
import type { RecordType } from '../../record/index.ts';
import type { DayWindow } from './days.ts';
import type { Draft } from './draft.ts';
import { typeText } from './layout.ts';
import { askedSystems, type Selection } from './records.ts';
import { and, or, sql, type Sql } from './text.ts';

/**
 * Whether a type is covered in one of the systems that a selection asks, up to the window's last day or the day of evaluation;
 * never NULL. `reaches` says of the first day covered, where there is one, whether it is early enough; without it
 * (an open start) the first day does not count.
 */
export function coveredFor(
  draft: Draft,
  type: RecordType,
  selection: Selection,
  { hasCome, lastAsked }: Pick<DayWindow, 'hasCome' | 'lastAsked'>,
  reaches: ((firstDay: Sql) => Sql) | undefined,
): Sql {
  const name = draft.joined(
    'k',
    sql`
  SELECT p.clinic, p.id AS patient_id,
    COALESCE(own.available, general.available, FALSE) AS available,
    ${ownFirst(sql`from_day`)}, ${ownFirst(sql`fresh_until`)}, ${ownFirst(sql`systems`)}
  FROM ${draft.tableOf('patient')} AS p
  LEFT JOIN ${draft.tableOf('coverage')} AS own ON own.clinic = p.clinic AND own.patient_id = p.id
    AND own.type = ${typeText(type)}
  LEFT JOIN ${draft.tableOf('clinic_coverage')} AS general ON general.clinic = p.clinic
    AND general.type = ${typeText(type)}`,
  );
  const unsaidOr = (column: Sql, condition: (column: Sql) => Sql) =>
    sql`(${name}.${column} IS NULL OR ${condition(sql`${name}.${column}`)})`;
  const asked = askedSystems(draft, selection);
  return and([
    sql`${name}.available`,
    // Of days that have not come nothing is known.
    ...(hasCome ? [hasCome] : []),
    ...(reaches ? [unsaidOr(sql`from_day`, reaches)] : []),
    unsaidOr(sql`fresh_until`, (day) => sql`${day} >= ${lastAsked}`),
    ...(asked
      ? [
          unsaidOr(sql`systems`, (systems) =>
            or(asked.map((system) => sql`${draft.text(system)} = ANY(${systems})`)),
          ),
        ]
      : []),
  ]);
}

/** What is said of the patient goes before what is said of the clinic. */
function ownFirst(column: Sql): Sql {
  return sql`CASE WHEN own.patient_id IS NULL THEN general.${column} ELSE own.${column} END AS ${column}`;
}

/** The same from a window's first day, or from another day, on. */
export function coveredIn(
  draft: Draft,
  type: RecordType,
  selection: Selection,
  window: DayWindow,
  from = window.from,
): Sql {
  const reaches = from && ((first: Sql) => sql`${first} <= ${from}`);
  return coveredFor(draft, type, selection, window, reaches);
}
