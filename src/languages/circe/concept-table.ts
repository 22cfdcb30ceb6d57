/** A resolver out of a table: which code means which concept, as somebody who has the vocabulary wrote it down. */
import { normalizeSystem } from '../../record/index.ts';
import type { ConceptResolver, OmopConcept } from './types.ts';

/** That a code means a concept. */
export interface ConceptRow {
  /** OMOP's number of the concept. */
  readonly concept: number;
  /** The code's system, as a profile names it; `UCUM` of a unit. */
  readonly system: string;
  readonly code: string;
  readonly name?: string;
  /** The concept's own code and vocabulary, for what is written. */
  readonly conceptCode?: string;
  readonly vocabulary?: string;
  /**
   * Whether it is so of the concept with all its descendants alone (`true`), or of the concept by itself alone (`false`).
   * Absent, of both: who has written the table vouches for it.
   */
  readonly descendants?: boolean;
}

const units = 'UCUM';

/** Makes a resolver that knows the rows of a table, and refuses every other concept and code. */
export function conceptTable(rows: readonly ConceptRow[]): ConceptResolver {
  const codes = rows.filter(isCode);
  const byConcept = grouped(codes, ({ concept }) => concept);
  const byCode = grouped(codes, keyOf);
  const unitRows = rows.filter((row) => !isCode(row));
  return {
    codesOf: ({ CONCEPT_ID: id }, { descendants }) =>
      some(byConcept.get(id)?.filter((row) => fits(row, descendants)))?.map(
        ({ system, code, name }) => ({ system, code, ...(name === undefined ? {} : { name }) }),
      ),
    conceptsOf: (code, { isTree }) =>
      some(byCode.get(keyOf(code))?.filter((row) => fits(row, isTree)))?.map(conceptOf),
    unitOf: ({ CONCEPT_ID: id }) => unitRows.find(({ concept }) => concept === id)?.code,
    unitConceptsOf: (unit) => some(unitRows.filter(({ code }) => code === unit))?.map(conceptOf),
  };
}

function isCode({ system }: ConceptRow): boolean {
  return normalizeSystem(system) !== normalizeSystem(units);
}

function keyOf({ system, code }: { readonly system: string; readonly code: string }): string {
  return `${normalizeSystem(system)} ${code}`;
}

function fits({ descendants: are }: ConceptRow, descendants: boolean): boolean {
  return are === undefined || are === descendants;
}

function grouped<Key>(
  rows: readonly ConceptRow[],
  keyOfRow: (row: ConceptRow) => Key,
): ReadonlyMap<Key, readonly ConceptRow[]> {
  const groups = new Map<Key, ConceptRow[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** A list with something in it; of an empty one nobody knows. */
function some<Item>(list: readonly Item[] | undefined): readonly Item[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function conceptOf({ concept, system, code, ...row }: ConceptRow): OmopConcept {
  return {
    CONCEPT_ID: concept,
    CONCEPT_NAME: row.name ?? `${system} ${code}`,
    CONCEPT_CODE: row.conceptCode ?? code,
    VOCABULARY_ID: row.vocabulary ?? system,
  };
}
