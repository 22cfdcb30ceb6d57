/**
 * ClickHouse. Its own days end in 1900 and 2299, and stop there in silence: days are whole numbers here, counted from
 * 1970. Where the standard has NULL it has a type's zero, unless it is told otherwise, and to it NULL is in no list.
 */
import { dayOf } from '../../../record/days.ts';
import type { Parameter } from '../draft.ts';
import type { Column, TableName } from '../layout.ts';
import { bare } from './flatten.ts';
import { found, held, type Columns, type Kind, type Scope } from './kinds.ts';
import { mentionsIn } from './mentions.ts';
import type { Call, Expression, Query, Source, Table } from './tree.ts';
import type { Dialect } from './dialect.ts';
import { Writer, type Written } from './writer.ts';

/** What the statement needs, whatever the server's own settings are. */
const settings = [
  'join_use_nulls = 1',
  'enable_materialized_cte = 1',
  'prefer_column_name_to_alias = 1',
  "union_default_mode = 'DISTINCT'",
  'transform_null_in = 0',
  'least_greatest_legacy_null_behavior = 0',
  "short_circuit_function_evaluation = 'enable'",
];

const types: Readonly<Record<string, string>> = {
  TEXT: 'String',
  DATE: 'Int32',
  INTEGER: 'Int64',
  'DOUBLE PRECISION': 'Float64',
};

/**
 * Days of the calendar repeat after 400 years, which is as many as ClickHouse has: a day of another time is moved among
 * those, and back. It is exact while that day and the one so many months later are in one of them: from 1900 to 2299 of
 * all that there are.
 */
const calendar = [
  '(d) -> intDiv(d + 756052, 146097) - 5 AS overblik_moved',
  "(d) -> addDays(toDate32('1970-01-01'), d - 146097 * overblik_moved(d)) AS overblik_there",
  '(d, n) -> toInt32(toInt32(addMonths(overblik_there(d), n)) + 146097 * overblik_moved(d)) AS overblik_months_later',
];

class ClickHouseWriter extends Writer {
  protected override readonly end = `\nSETTINGS ${settings.join(', ')}`;
  readonly #mentions = new Map<string, number>();
  /** A table that reads itself has another name within. */
  #within: string | undefined;
  #dates = new Set<number>();

  protected override readonly withRecursive = 'WITH';

  protected override read(query: Query): void {
    mentionsIn(query, this.#mentions);
  }

  protected override finished(text: string): Written {
    const parameters = this.parameters.map((value, index): Parameter =>
      this.#dates.has(index + 1) ? dayOf(String(value)) : value,
    );
    const isMoved = text.includes('overblik_months_later(') || text.includes('overblik_there(');
    const head = isMoved ? `WITH ${calendar.join(',\n')},\n` : 'WITH ';
    return { text: text.replace(/^WITH /, () => head), parameters };
  }

  /** Else it is made again each time it is read. */
  protected override isKept(table: Table): boolean {
    return table.isMaterialized || (this.#mentions.get(table.name) ?? 0) > 1;
  }

  /** What is kept is not read by what reads itself, unless that is a statement within. */
  protected override recursiveTable({ name, query }: Table, _columns: Columns): string {
    const within = `${name}_within`;
    this.#within = name;
    const body = this.query(query);
    this.#within = undefined;
    return `${name} AS MATERIALIZED (SELECT * FROM (WITH RECURSIVE ${within} AS (${body}) SELECT * FROM ${within}) AS made)`;
  }

  protected override source(source: Source, around: Scope | undefined): string {
    if (source.kind !== 'table') return super.source(source, around);
    const own = source.name === this.#within ? `${source.name}_within` : source.name;
    const name = source.schema === undefined ? own : `${source.schema}.${own}`;
    return name === source.as ? name : `${name} AS ${source.as}`;
  }

  protected override series({ from, to, column }: Extract<Source, { kind: 'series' }>): string {
    return `SELECT toInt32(number) AS ${column} FROM numbers(${from}, ${Number(to) - Number(from) + 1})`;
  }

  /** A name that a SELECT gives is read by the rest of it, before a column of that name: each column says whose it is. */
  protected override column(node: Extract<Expression, { kind: 'column' }>, scope: Scope): string {
    const column = found(node, scope);
    return column ? `${column.source}.${node.name}` : super.column(node, scope);
  }

  protected override item(of: Expression, name: string | undefined, scope: Scope): string {
    const own = name ?? (of.kind === 'column' ? of.name : undefined);
    return super.item(of, own, scope);
  }

  protected override day(date: string): string {
    return `toInt32(${dayOf(date)})`;
  }

  protected override daysLater(day: string, days: string): string {
    return `toInt32(${day} + ${days})`;
  }

  protected override monthsLater(day: string, months: string): string {
    return `overblik_months_later(${day}, ${months})`;
  }

  protected override daysBetween(later: string, earlier: string): string {
    return `(${later} - ${earlier})`;
  }

  protected override isInList(text: string, list: string): string {
    return `has(JSONExtract(COALESCE(${list}, '[]'), 'Array(String)'), ${text})`;
  }

  protected override expression(node: Expression, scope: Scope): string {
    switch (node.kind) {
      case 'in': {
        const isIn = super.expression(node, scope);
        return held(node.of, scope).isOptional
          ? `if(isNull(${this.value(node.of, scope)}), NULL, ${isIn})`
          : isIn;
      }
      case 'day-of-month':
        return `toDayOfMonth(overblik_there(${this.value(node.of, scope)}))`;
      default:
        return super.expression(node, scope);
    }
  }

  protected override asText(value: string, kind: Kind): string {
    // Ten signs, so that they can be taken off again.
    if (kind === 'day') return `leftPad(toString(${value} + 10000000), 10, '0')`;
    return `toString(${value})`;
  }

  protected override cast(node: Extract<Expression, { kind: 'cast' }>, scope: Scope): string {
    const { of, type } = node;
    if (of.kind === 'null') return `CAST(NULL AS Nullable(${this.typeName(type)}))`;
    const value = this.value(of, scope);
    if (type.startsWith('DECIMAL')) return `toDecimal128OrNull(${value}, 18)`;
    if (type === 'INTEGER')
      return this.kindOf(of, scope) === 'text' ? `toInt32OrNull(${value})` : `toInt32(${value})`;
    return super.cast(node, scope);
  }

  protected override typeName(type: string): string {
    return types[type] ?? type;
  }

  protected override parameter(number: number, type: string): string {
    if (type === 'DATE') this.#dates.add(number);
    return `{p${number}:${this.typeName(type)}}`;
  }

  protected override function(node: Call, scope: Scope): string | undefined {
    const { name, of } = node;
    const values = of.map((each) => (each.kind === 'star' ? '*' : this.value(each, scope)));
    const isCount = of.length === 2 && bare(of[1]!).kind === 'number';
    switch (name) {
      case 'left':
        // A number of signs to leave out is one of our own, of which each is a byte.
        return isCount && Number(values[1]) < 0
          ? `left(${values.join(', ')})`
          : `leftUTF8(${values.join(', ')})`;
      case 'length':
        return `toInt32(lengthUTF8(${values.join(', ')}))`;
      case 'upper':
        return `upperUTF8(${values.join(', ')})`;
      case 'split_part':
        return `splitByString(${values[1]}, ${values[0]})[${values[2]}]`;
      default:
        return undefined;
    }
  }

  protected override aggregate(name: string, of: string, isOver: boolean): string {
    if (name === 'count' || name === 'row_number' || name === 'sum')
      return isOver ? `${name}(${of})` : `toInt64(${name}(${of}))`;
    const own = name === 'bool_or' ? 'max' : name === 'bool_and' ? 'min' : name;
    // Of no rows the greatest is NULL, and not zero.
    return ['min', 'max'].includes(own) ? `${own}(toNullable(${of}))` : `${own}(${of})`;
  }
}

/** Texts of which a table has many, each its own. */
const varied = new Set(['id', 'patient_id', 'text_value', 'on_time']);

function columnType({ name, type, optional }: Column): string {
  const own = {
    text: 'String',
    // There is no list that may be NULL: the texts stand as JSON.
    'text[]': 'String',
    integer: 'Int32',
    'double precision': 'Float64',
    boolean: 'Bool',
    date: 'Int32',
  }[type];
  const whole = optional ? `Nullable(${own})` : own;
  return type === 'text' && !varied.has(name) ? `LowCardinality(${whole})` : whole;
}

function storage(table: TableName): string {
  const order = {
    patient: 'clinic, id',
    coverage: 'type, clinic, patient_id',
    clinic_coverage: 'type, clinic',
    set_aside: 'type, clinic, patient_id',
  } as Readonly<Partial<Record<TableName, string>>>;
  return ` ENGINE = MergeTree ORDER BY (${order[table] ?? 'system, code, clinic, patient_id'})`;
}

export const clickhouse: Dialect = {
  name: 'clickhouse',
  title: 'ClickHouse',
  // A statement of some profiles and days is longer than what it reads by default.
  session: [
    'SET max_query_size = 100000000',
    'SET max_ast_elements = 10000000',
    'SET max_expanded_ast_elements = 100000000',
    'SET max_ast_depth = 10000',
    'SET max_subquery_depth = 10000',
    'SET max_parser_backtracks = 0',
  ],
  statement: (text, parameters) => new ClickHouseWriter(parameters).statement(text),
  columnType,
  storage,
  cell(value, type) {
    if (value === null) return null;
    if (type === 'date') return dayOf(value as string);
    return type === 'text[]' ? JSON.stringify(value) : value;
  },
};
