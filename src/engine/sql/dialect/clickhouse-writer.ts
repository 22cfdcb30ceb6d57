/** A statement in ClickHouse's words: each of its tables that is read more than once is a statement of its own. */
import { dayOf } from '../../../record/days.ts';
import type { Parameter } from '../column.ts';
import type { Step, Written } from './dialect.ts';
import { bare, flattened } from './flatten.ts';
import { found, held, type Columns, type Kind, type Scope } from './kinds.ts';
import { partsOf } from './parts.ts';
import { readStatement } from './read-query.ts';
import type { Call, Expression, Source, Table } from './tree.ts';
import { Writer } from './writer.ts';

/** What the statement needs, whatever the server's own settings are. */
const settings = [
  'join_use_nulls = 1',
  'prefer_column_name_to_alias = 1',
  "union_default_mode = 'DISTINCT'",
  'enable_global_with_statement = 1',
  'transform_null_in = 0',
  'least_greatest_legacy_null_behavior = 0',
  "short_circuit_function_evaluation = 'enable'",
  // What is compared with a text of which there are few is a truth of which there are few, in a temporary table too.
  'allow_suspicious_low_cardinality_types = 1',
];
const end = `\nSETTINGS ${settings.join(', ')}`;

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

export class ClickHouseWriter extends Writer {
  /** The tables that are kept, which are temporary ones. */
  readonly #kept = new Set<string>();
  /** A table that reads itself has another name within. */
  #within: string | undefined;
  readonly #days = new Set<number>();

  constructor(
    parameters: readonly Parameter[],
    /** What the names of temporary tables begin with. */
    readonly temporary: string,
  ) {
    super(parameters);
  }

  /** A part at a time: to plan a statement of many tables takes ClickHouse longer than to run it. */
  override statement(text: string): Written {
    const query = flattened(readStatement(text));
    const parts = partsOf(query);
    for (const { kept } of parts) if (kept) this.#kept.add(kept.name);
    const tables = new Map(query.tables.map((table) => [table.name, this.table(table)]));
    const before: Step[] = [];
    for (const { kept, within, finished } of parts) {
      const head = within.map((each) => tables.get(each.name)!);
      if (!kept) {
        const after = this.#kept.size > 0 ? [this.#dropped([...this.#kept])] : [];
        return { before, ...this.#step(head, this.query(query)), after };
      }
      const name = this.#nameOf(kept.name);
      const made = this.#step(head, tables.get(kept.name)!);
      before.push({
        ...made,
        text: `CREATE TEMPORARY TABLE ${name} ENGINE = Memory AS\n${made.text}`,
      });
      // They are in memory: none is there longer than it is read.
      if (finished.length > 0) before.push(this.#dropped(finished));
    }
    throw new SyntaxError('A statement has no SELECT of its own.');
  }

  #nameOf(table: string): string {
    return `${this.temporary}${table}`;
  }

  #dropped(tables: readonly string[]): Step {
    const names = tables.map((table) => this.#nameOf(table));
    return { text: `DROP TEMPORARY TABLE IF EXISTS ${names.join(', ')}`, parameters: [] };
  }

  /** With the parameters that it has, counted anew: drivers carry each beside the text, and some have little room. */
  #step(tables: readonly string[], query: string): Step {
    const whole = [...tables, query].join(' ');
    const isMoved = whole.includes('overblik_months_later(') || whole.includes('overblik_there(');
    const head = [...(isMoved ? calendar : []), ...tables];
    const text = `${head.length > 0 ? `WITH ${head.join(',\n')}\n` : ''}${query}${end}`;
    const own = new Map<string, number>();
    const parameters: Parameter[] = [];
    const counted = text.replace(/\{p(\d+):/g, (_, number: string) => {
      const place = own.get(number) ?? parameters.push(this.#valueOf(Number(number)));
      own.set(number, place);
      return `{p${place}:`;
    });
    return { text: counted, parameters };
  }

  #valueOf(number: number): Parameter {
    const value = this.parameters[number - 1]!;
    return this.#days.has(number) ? dayOf(String(value)) : value;
  }

  /** What is kept has its name elsewhere. */
  protected override namedTable(name: string, query: string): string {
    return this.#kept.has(name) ? query : super.namedTable(name, query);
  }

  /** It is kept, as all that reads itself. */
  protected override recursiveTable({ name, query }: Table, _columns: Columns): string {
    const within = `${name}_within`;
    this.#within = name;
    const body = this.query(query);
    this.#within = undefined;
    return `SELECT * FROM (WITH RECURSIVE ${within} AS (${body}) SELECT * FROM ${within}) AS made`;
  }

  protected override source(source: Source, around: Scope | undefined): string {
    if (source.kind !== 'table') return super.source(source, around);
    const { name, schema, as } = source;
    const isOwn = schema === undefined;
    const own =
      isOwn && name === this.#within
        ? `${name}_within`
        : isOwn && this.#kept.has(name)
          ? this.#nameOf(name)
          : name;
    const whole = isOwn ? own : `${schema}.${own}`;
    return whole === as ? whole : `${whole} AS ${as}`;
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
    if (type === 'DATE') this.#days.add(number);
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
