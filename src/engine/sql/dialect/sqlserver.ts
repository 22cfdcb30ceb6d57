/**
 * SQL Server, from 2022. It has no truths among its values: they are bits, and what is asked is no bit. Its days end with
 * the year 9999, and to go on is an error. A text is compared by the rules of its column: those of the layout by its signs.
 */
import type { Column } from '../column.ts';
import type { Dialect, Step } from './dialect.ts';
import { bare } from './flatten.ts';
import type { Columns, Kind, Scope } from './kinds.ts';
import type { Call, Expression, Join, Order, Select, Source, Table } from './tree.ts';
import { Writer } from './writer.ts';

const collation = 'Latin1_General_100_BIN2_UTF8';

const types: Readonly<Record<string, string>> = {
  TEXT: `VARCHAR(4000)`,
  INTEGER: 'INT',
  'DOUBLE PRECISION': 'FLOAT',
};

class SqlServerWriter extends Writer {
  protected override readonly withRecursive = 'WITH';

  protected override finished(text: string): Step {
    return { text: text.replace(/\$(\d+)/g, '@p$1'), parameters: this.parameters };
  }

  protected override typeName(type: string): string {
    return types[type] ?? type;
  }

  protected override recursiveTable({ name, query }: Table, columns: Columns): string {
    return `${name} (${[...columns.keys()].join(', ')}) AS (${this.query(query)})`;
  }

  protected override series({ from, to, column }: Extract<Source, { kind: 'series' }>): string {
    return `SELECT value AS ${column} FROM GENERATE_SERIES(${from}, ${to})`;
  }

  /** There is no USING: each column of both is written once. */
  protected override join(
    join: Join,
    select: Select,
    scope: Scope,
    around: Scope | undefined,
  ): string {
    const { using, source } = join;
    if (using.length === 0) return super.join(join, select, scope, around);
    const first = [...scope.sources.keys()][0]!;
    const on = using.map((name) => `${source.as}.${name} = ${first}.${name}`).join(' AND ');
    return `JOIN ${this.source(source, around)} ON ${on}`;
  }

  protected override item(of: Expression, name: string | undefined, scope: Scope): string {
    if (of.kind !== 'star' || scope.sources.size === 1) return super.item(of, name, scope);
    const seen = new Set<string>();
    const columns = [...scope.sources].flatMap(([source, held]) =>
      [...held.keys()].flatMap((column) => {
        if (seen.has(column)) return [];
        seen.add(column);
        return [`${source}.${column}`];
      }),
    );
    return columns.join(', ');
  }

  /** What is a value stands for a truth where it is one. */
  protected override condition(node: Expression, scope: Scope): string {
    if (node.kind === 'truth') return node.value ? '1 = 1' : '1 = 0';
    if (node.kind === 'group') return `(${this.condition(node.of, scope)})`;
    if (isAsked(node)) return this.expression(node, scope);
    return `${this.value(node, scope)} = 1`;
  }

  /** What is asked is a value where it is made one: NULL where it is not known. */
  protected override value(node: Expression, scope: Scope): string {
    const asked = bare(node);
    if (!isAsked(asked))
      return node.kind === 'group'
        ? `(${this.value(node.of, scope)})`
        : this.expression(node, scope);
    const condition = this.expression(asked, scope);
    return `CAST(CASE WHEN ${condition} THEN 1 WHEN NOT (${condition}) THEN 0 END AS BIT)`;
  }

  protected override truth(value: boolean): string {
    return `CAST(${value ? 1 : 0} AS BIT)`;
  }

  protected override expression(node: Expression, scope: Scope): string {
    switch (node.kind) {
      case 'truth':
        return this.truth(node.value);
      case 'not':
        return `NOT (${this.condition(node.of, scope)})`;
      case 'day-of-month':
        return `DAY(${this.value(node.of, scope)})`;
      case 'collated':
        return `${this.value(node.of, scope)} COLLATE ${collation}`;
      case 'row-in': {
        const [select] = node.query.selects;
        const inner = `(${this.query(node.query, scope)}) AS theirs`;
        const names = select!.items.map(({ of, name }) => name ?? (of as { name: string }).name);
        const same = node.of.map(
          (each, index) => `theirs.${names[index]} = ${this.value(each, scope)}`,
        );
        return `EXISTS (SELECT 1 FROM ${inner} WHERE ${same.join(' AND ')})`;
      }
      case 'operation':
        if (node.operator === '||')
          return `${this.value(node.left, scope)} + ${this.value(node.right, scope)}`;
        return super.expression(node, scope);
      default:
        return super.expression(node, scope);
    }
  }

  protected override is(node: Extract<Expression, { kind: 'is' }>, scope: Scope): string {
    if (node.what === 'NULL') return super.is(node, scope);
    const { what, isNot } = node;
    const assumed = this.truth(what === 'FALSE');
    return `COALESCE(${this.value(node.of, scope)}, ${assumed}) = ${(what === 'TRUE') === isNot ? 0 : 1}`;
  }

  protected override day(date: string): string {
    return `CAST('${date}' AS DATE)`;
  }

  /** A day after the last is the last; so it is before the first. */
  protected override daysLater(day: string, days: string): string {
    return moved('DAY', day, days);
  }

  protected override monthsLater(day: string, months: string): string {
    return moved('MONTH', day, months);
  }

  protected override daysBetween(later: string, earlier: string): string {
    return `DATEDIFF(DAY, ${earlier}, ${later})`;
  }

  protected override isInList(text: string, list: string): string {
    return `EXISTS (SELECT 1 FROM OPENJSON(${list}) AS listed WHERE listed.value COLLATE ${collation} = ${text})`;
  }

  protected override asText(value: string, kind: Kind): string {
    return kind === 'day'
      ? `CONVERT(VARCHAR(10), ${value}, 23)`
      : `CAST(LOWER(FORMAT(${value}, 'E14')) AS VARCHAR(40))`;
  }

  protected override cast(node: Extract<Expression, { kind: 'cast' }>, scope: Scope): string {
    // A power of ten is read by floating numbers alone; with fifteen digits they are what was written.
    if (node.type.startsWith('DECIMAL'))
      return `TRY_CAST(FORMAT(TRY_CAST(${this.value(node.of, scope)} AS FLOAT), 'F18') AS ${node.type})`;
    return super.cast(node, scope);
  }

  protected override function(node: Call, scope: Scope): string | undefined {
    const { name, of } = node;
    if (name === 'bool_or' || name === 'bool_and') return this.truths(node, scope);
    const values = of.map((each) => (each.kind === 'star' ? '*' : this.value(each, scope)));
    switch (name) {
      case 'left':
        return Number(values[1]) < 0
          ? `LEFT(${values[0]}, LEN(${values[0]}) - ${-Number(values[1])})`
          : `LEFT(${values.join(', ')})`;
      case 'length':
        return `LEN(${values.join(', ')})`;
      case 'split_part':
        return values[2] === '1'
          ? `LEFT(${values[0]}, CHARINDEX('e', ${values[0]} + 'e') - 1)`
          : `SUBSTRING(${values[0]}, CHARINDEX('e', ${values[0]} + 'e') + 1, 40)`;
      default:
        return undefined;
    }
  }

  /** Whether one of some truths is one, or all are. */
  protected truths({ name, of, filter, over }: Call, scope: Scope): string {
    const asked = this.value(of[0]!, scope);
    const counted = filter
      ? `CASE WHEN ${this.condition(filter, scope)} THEN CAST(${asked} AS INT) END`
      : `CAST(${asked} AS INT)`;
    const call = `${name === 'bool_or' ? 'MAX' : 'MIN'}(${counted})`;
    return `CAST(${over === undefined ? call : `${call} OVER (${this.window(over, scope)})`} AS BIT)`;
  }

  protected override order({ of, isDescending, nulls }: Order, scope: Scope): string {
    const value = this.value(of, scope);
    const first =
      nulls &&
      `CASE WHEN ${value} IS NULL THEN ${nulls === 'FIRST' ? 0 : 1} ELSE ${nulls === 'FIRST' ? 1 : 0} END, `;
    return `${first ?? ''}${value}${isDescending ? ' DESC' : ''}`;
  }
}

function moved(unit: 'DAY' | 'MONTH', day: string, count: string): string {
  return (
    `CASE WHEN ${count} > DATEDIFF(${unit}, ${day}, CAST('9999-12-31' AS DATE)) THEN CAST('9999-12-31' AS DATE)` +
    ` WHEN ${count} < DATEDIFF(${unit}, ${day}, CAST('0001-01-01' AS DATE)) THEN CAST('0001-01-01' AS DATE)` +
    ` ELSE DATEADD(${unit}, ${count}, ${day}) END`
  );
}

/** Whether it is asked, and is no value. */
function isAsked(node: Expression): boolean {
  switch (node.kind) {
    case 'not':
    case 'between':
    case 'in':
    case 'row-in':
    case 'any':
    case 'is':
    case 'distinct':
    case 'exists':
      return true;
    case 'operation':
      return ['AND', 'OR', '=', '<>', '<', '<=', '>', '>='].includes(node.operator);
    case 'group':
      return isAsked(node.of);
    default:
      return false;
  }
}

function columnType({ name, type, optional }: Column): string {
  const isLong = ['id', 'patient_id', 'text_value'].includes(name);
  const own = {
    text: `VARCHAR(${isLong ? 400 : 100}) COLLATE ${collation}`,
    // There is no list: the texts stand as JSON.
    'text[]': `VARCHAR(4000) COLLATE ${collation}`,
    integer: 'INT',
    'double precision': 'FLOAT',
    boolean: 'BIT',
    date: 'DATE',
  }[type];
  return `${own}${optional ? '' : ' NOT NULL'}`;
}

export const sqlserver: Dialect = {
  name: 'sqlserver',
  title: 'SQL Server',
  session: [],
  statement: (text, parameters) => new SqlServerWriter(parameters).statement(text),
  columnType,
  storage: () => '',
  cell: (value, type) => (type === 'text[]' && value !== null ? JSON.stringify(value) : value),
};
