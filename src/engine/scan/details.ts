/** What the details of a clinic's records say to a question: worked out once, whatever rules and dates ask it. */
import type { Detail, Dictionary } from '../store/index.ts';
import { KeptTables, Table } from './table.ts';

/**
 * More than all profiles of an archive ask, while who writes one asks a new one with each key. Of a clinic with 12,000
 * different details each table takes 100 kB.
 */
const tables = new KeptTables<Table<Detail>>(200);

/**
 * The table of a question to details: one for all who ask the same.
 *
 * @param question Says the whole of what is asked: of two questions that are written alike the answers are the same.
 * @param classify Makes what tells the answer for a detail; called where nobody has asked before.
 */
export function detailTable(
  question: readonly unknown[],
  dictionary: Dictionary,
  classify: () => (detail: Detail) => number,
): Table<Detail> {
  return tables.of(
    dictionary,
    JSON.stringify(question),
    () => new Table(dictionary.details, classify()),
  );
}
