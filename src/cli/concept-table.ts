/** A table of concepts out of a file, JSON or CSV, as a resolver of OHDSI's concepts. */
import { rowsOf } from '../authoring/index.ts';
import { isObject } from '../json/values.ts';
import { conceptTable, type ConceptResolver, type ConceptRow } from '../languages/index.ts';
import { Unreadable, type CommandOption, type Io } from './command.ts';
import { nameOf, readText } from './files.ts';

/** Where a table of concepts is named. */
export const conceptsOption: CommandOption = {
  type: 'string',
  value: 'FILE',
  about:
    'which code means which OMOP concept: CSV with concept_id, system, code and, if you like, concept_name, ' +
    'concept_code, vocabulary_id, descendants (yes, no); or JSON, a list of objects with these names',
};

const needed = ['concept_id', 'system', 'code'] as const;

/**
 * Reads a table of concepts. One row that cannot be read makes all of it unreadable: a concept would be missing.
 * @throws {Unreadable}
 */
export async function conceptsIn(file: string, io: Io): Promise<ConceptResolver> {
  const name = nameOf(file);
  const text = (await readText(file, io)).trimStart();
  return conceptTable(/^[[{]/.test(text) ? jsonRows(text, name) : columnRows(text, name));
}

function jsonRows(text: string, name: string): readonly ConceptRow[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new Unreadable(`${name} is no JSON: ${(error as SyntaxError).message}`);
  }
  if (!Array.isArray(list))
    throw new Unreadable(`${name} is no table of concepts: a list of ${example}.`);
  return list.map((each: unknown, index) => {
    const fields = isObject(each) ? Object.entries(each) : [];
    const texts = fields.map(([key, value]) => [key.toLowerCase(), textOf(value)]);
    return rowOf(Object.fromEntries(texts) as Fields, `${name}: row ${index + 1}`);
  });
}

function columnRows(text: string, name: string): readonly ConceptRow[] {
  const [head, ...rows] = rowsOf(text);
  const columns = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = needed.filter((each) => !columns.includes(each));
  if (missing.length > 0)
    throw new Unreadable(
      `${name} is no table of concepts: its first line names no ${missing.join(', no ')}.`,
    );
  return rows.map(({ cells, line }) => {
    const fields = columns.map((column, at) => [column, (cells[at] ?? '').trim()]);
    return rowOf(Object.fromEntries(fields) as Fields, `${name}: line ${line}`);
  });
}

/** A value of JSON as a cell has it. */
function textOf(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
}

type Fields = Readonly<Record<string, string | undefined>>;

const example = '{"concept_id": 201826, "system": "ICD-10", "code": "E11"}';

/** @throws {Unreadable} of a row without a concept, a system or a code. */
function rowOf(fields: Fields, where: string): ConceptRow {
  const { concept_id: id = '', system = '', code = '', descendants = '' } = fields;
  const { concept_name: name, concept_code: conceptCode, vocabulary_id: vocabulary } = fields;
  if (!/^\d{1,12}$/.test(id)) throw new Unreadable(`${where} has no concept_id: ${example}.`);
  if (system === '' || code === '')
    throw new Unreadable(`${where} has no ${system === '' ? 'system' : 'code'}: ${example}.`);
  const answer = answers.get(descendants.toLowerCase());
  if (answer === undefined)
    throw new Unreadable(`${where}: descendants is yes, no, or empty, and not "${descendants}".`);
  return {
    ...{ concept: Number(id), system, code },
    ...(name ? { name } : {}),
    ...(conceptCode ? { conceptCode } : {}),
    ...(vocabulary ? { vocabulary } : {}),
    ...(answer === 'both' ? {} : { descendants: answer }),
  };
}

const answers: ReadonlyMap<string, boolean | 'both'> = new Map<string, boolean | 'both'>([
  ['', 'both'],
  ...(['yes', 'true', '1'].map((each) => [each, true]) as [string, boolean][]),
  ...(['no', 'false', '0'].map((each) => [each, false]) as [string, boolean][]),
]);
