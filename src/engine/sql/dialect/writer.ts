/** Writes a statement again, in words that differ from one dialect to the next. */
import type { Parameter } from '../column.ts';
import type { Step, Written } from './dialect.ts';
import { flattened, isRecursive } from './flatten.ts';
import {
  columnsOf,
  columnsOfRecursive,
  held,
  scopeOf,
  type Columns,
  type Kind,
  type Known,
  type Scope,
} from './kinds.ts';
import { readStatement } from './read-query.ts';
import type {
  Call,
  Expression,
  Join,
  Order,
  Query,
  Select,
  Source,
  Table,
  Window,
} from './tree.ts';

type Cast = Extract<Expression, { kind: 'cast' }>;

/** What most dialects have in common; each says what it says otherwise. One writer writes one statement. */
export class Writer {
  protected readonly known: Known = new Map();

  constructor(protected readonly parameters: readonly Parameter[]) {}

  statement(text: string): Written {
    const query = flattened(readStatement(text));
    const tables = query.tables.map((table) => this.table(table));
    const beginning = query.tables.some(isRecursive) ? this.withRecursive : 'WITH';
    const whole = `${beginning} ${tables.join(',\n')}\n${this.query(query)}`;
    return { before: [], ...this.finished(whole), after: [] };
  }

  protected readonly withRecursive: string = 'WITH RECURSIVE';

  /** With the placeholders that the dialect has: `$1`, `$2` … until then. */
  protected finished(text: string): Step {
    return { text, parameters: this.parameters };
  }

  /** A table of the statement's own, with its name; those that it reads have been written. */
  protected table(table: Table): string {
    const { name, query } = table;
    const recursive = isRecursive(table);
    const columns = recursive
      ? columnsOfRecursive(query, this.known)
      : columnsOf(query, this.known);
    this.known.set(name, columns);
    return recursive
      ? this.recursiveTable(table, columns)
      : this.namedTable(name, this.query(query));
  }

  protected namedTable(name: string, query: string): string {
    return `${name} AS (${query})`;
  }

  protected recursiveTable({ name, query }: Table, columns: Columns): string {
    return `${name} (${[...columns.keys()].join(', ')}) AS (${this.query(query)})`;
  }

  protected query(query: Query, around?: Scope): string {
    const union = query.isAll ? '\nUNION ALL\n' : `\n${this.unionOfDifferent}\n`;
    return query.selects.map((select) => this.select(select, around)).join(union);
  }

  protected readonly unionOfDifferent: string = 'UNION';

  protected select(select: Select, around: Scope | undefined): string {
    const scope = scopeOf(select, this.known, around);
    const { isDistinct, from, joins, where, group, having, windows } = select;
    this.windows = windows;
    const items = select.items.map(({ of, name }) => this.item(of, name, scope));
    const parts = [
      `SELECT ${isDistinct ? 'DISTINCT ' : ''}${items.join(', ')}`,
      ...(from ? [`FROM ${this.source(from, around)}`] : []),
      ...joins.map((join) => this.join(join, select, scope, around)),
      ...(where ? [`WHERE ${this.condition(where, scope)}`] : []),
      ...(group.length > 0
        ? [`GROUP BY ${group.map((each) => this.value(each, scope)).join(', ')}`]
        : []),
      ...(having ? [`HAVING ${this.condition(having, scope)}`] : []),
    ];
    return parts.join('\n');
  }

  /** The windows that the SELECT names, which are written where they are used. */
  protected windows: ReadonlyMap<string, Window> = new Map();

  protected item(of: Expression, name: string | undefined, scope: Scope): string {
    return name === undefined ? this.value(of, scope) : `${this.value(of, scope)} AS ${name}`;
  }

  protected source(source: Source, around: Scope | undefined): string {
    switch (source.kind) {
      case 'query': {
        const own = this.windows;
        const text = `(${this.query(source.query, around)}) AS ${source.as}`;
        this.windows = own;
        return text;
      }
      case 'series':
        return `(${this.series(source)}) AS ${source.as}`;
      case 'table': {
        const name = source.schema === undefined ? source.name : `${source.schema}.${source.name}`;
        return source.as === source.name ? name : `${name} AS ${source.as}`;
      }
    }
  }

  /** A query of whole numbers. */
  protected series({ from, to, column }: Extract<Source, { kind: 'series' }>): string {
    return `SELECT ${column} FROM UNNEST(sequence(${from}, ${to})) AS all_numbers(${column})`;
  }

  protected join(
    { isLeft, source, on, using }: Join,
    _select: Select,
    scope: Scope,
    around: Scope | undefined,
  ): string {
    const head = `${isLeft ? 'LEFT JOIN' : 'JOIN'} ${this.source(source, around)}`;
    return on ? `${head} ON ${this.condition(on, scope)}` : `${head} USING (${using.join(', ')})`;
  }

  /** Where something must be true. */
  protected condition(node: Expression, scope: Scope): string {
    return this.expression(node, scope);
  }

  /** Where it is a value, which may be a truth. */
  protected value(node: Expression, scope: Scope): string {
    return this.expression(node, scope);
  }

  protected expression(node: Expression, scope: Scope): string {
    switch (node.kind) {
      case 'number':
      case 'text':
        return node.text;
      case 'truth':
        return node.value ? 'TRUE' : 'FALSE';
      case 'null':
        return 'NULL';
      case 'star':
        return '*';
      case 'day':
        return this.day(node.date);
      case 'column':
        return this.column(node, scope);
      case 'call':
        return this.call(node, scope);
      case 'cast':
        return node.of.kind === 'parameter'
          ? this.parameter(node.of.number, node.type)
          : this.cast(node, scope);
      case 'case':
        return this.cases(node, scope);
      case 'not':
        return `NOT ${this.condition(node.of, scope)}`;
      case 'operation':
        return this.operation(node, scope);
      case 'between':
        return `${this.value(node.of, scope)} BETWEEN ${this.value(node.from, scope)} AND ${this.value(node.to, scope)}`;
      case 'in':
        return `${this.value(node.of, scope)} IN (${this.values(node.list, scope)})`;
      case 'row-in':
        return `(${this.values(node.of, scope)}) IN (${this.query(node.query, scope)})`;
      case 'any':
        return this.isInList(this.value(node.of, scope), this.value(node.list, scope));
      case 'is':
        return this.is(node, scope);
      case 'distinct':
        return `${this.value(node.left, scope)} IS DISTINCT FROM ${this.value(node.right, scope)}`;
      case 'exists': {
        const own = this.windows;
        const text = `EXISTS (${this.query(node.query, scope)})`;
        this.windows = own;
        return text;
      }
      case 'day-of-month':
        return `extract(DAY FROM ${this.value(node.of, scope)})`;
      case 'collated':
        return this.value(node.of, scope);
      case 'group':
        return `(${this.expression(node.of, scope)})`;
      case 'interval':
      case 'parameter':
        throw new SyntaxError(`A statement of ours has no ${node.kind} here.`);
    }
  }

  protected values(nodes: readonly Expression[], scope: Scope): string {
    return nodes.map((node) => this.value(node, scope)).join(', ');
  }

  protected day(date: string): string {
    return `DATE '${date}'`;
  }

  protected column(node: Extract<Expression, { kind: 'column' }>, _scope: Scope): string {
    return node.table === undefined ? node.name : `${node.table}.${node.name}`;
  }

  protected cases(node: Extract<Expression, { kind: 'case' }>, scope: Scope): string {
    const { of, branches, otherwise } = node;
    const whens = branches.map(({ when, then }) => {
      const asked = of ? this.value(when, scope) : this.condition(when, scope);
      return ` WHEN ${asked} THEN ${this.value(then, scope)}`;
    });
    const head = of ? ` ${this.value(of, scope)}` : '';
    return `CASE${head}${whens.join('')}${otherwise ? ` ELSE ${this.value(otherwise, scope)}` : ''} END`;
  }

  protected operation(
    { operator, left, right }: Extract<Expression, { kind: 'operation' }>,
    scope: Scope,
  ): string {
    if (operator === 'AND' || operator === 'OR')
      return `${this.condition(left, scope)} ${operator} ${this.condition(right, scope)}`;
    if ((operator === '+' || operator === '-') && this.kindOf(left, scope) === 'day') {
      const from = this.value(left, scope);
      const signed = (count: string) => (operator === '+' ? count : `-(${count})`);
      if (right.kind === 'interval') {
        const count = this.value(right.count, scope);
        return this.monthsLater(from, signed(right.unit === 'YEAR' ? `12 * ${count}` : count));
      }
      const other = this.value(right, scope);
      if (this.kindOf(right, scope) === 'day') return this.daysBetween(from, other);
      return this.daysLater(from, signed(other));
    }
    return `${this.value(left, scope)} ${operator} ${this.value(right, scope)}`;
  }

  protected kindOf(node: Expression, scope: Scope): Kind {
    return held(node, scope).kind;
  }

  protected daysLater(day: string, days: string): string {
    return `date_add('day', ${days}, ${day})`;
  }

  /** In months; a day that its month does not have is the last that it has. */
  protected monthsLater(day: string, months: string): string {
    return `date_add('month', ${months}, ${day})`;
  }

  /** How many days after another one. */
  protected daysBetween(later: string, earlier: string): string {
    return `date_diff('day', ${earlier}, ${later})`;
  }

  protected isInList(text: string, list: string): string {
    return `contains(${list}, ${text})`;
  }

  protected is({ of, what, isNot }: Extract<Expression, { kind: 'is' }>, scope: Scope): string {
    if (what === 'NULL') return `${this.value(of, scope)} IS ${isNot ? 'NOT ' : ''}NULL`;
    const isOther = (what === 'TRUE') === isNot;
    return `${isOther ? 'NOT ' : ''}COALESCE(${this.value(of, scope)}, ${this.truth(what === 'FALSE')})`;
  }

  protected truth(value: boolean): string {
    return value ? 'TRUE' : 'FALSE';
  }

  protected cast({ of, type }: Cast, scope: Scope): string {
    const value = this.value(of, scope);
    // A day and some months is a day already.
    if (type === 'DATE' && this.kindOf(of, scope) === 'day') return value;
    if (type === 'TEXT') return this.asText(value, this.kindOf(of, scope));
    return `CAST(${value} AS ${this.typeName(type)})`;
  }

  /** The text of a day has ten signs; that of a number is as short as it can be. */
  protected asText(value: string, _kind: Kind): string {
    return `CAST(${value} AS ${this.typeName('TEXT')})`;
  }

  /** The type that the standard text names, as it is called here. */
  protected typeName(type: string): string {
    return type;
  }

  protected call(node: Call, scope: Scope): string {
    const { name, of, isDistinct, filter, over } = node;
    const own = this.function(node, scope);
    if (own !== undefined) return own;
    const asked = filter
      ? this.filtered(of[0]!, filter, scope)
      : of.map((each) => this.value(each, scope)).join(', ');
    const call = this.aggregate(
      name,
      `${isDistinct ? 'DISTINCT ' : ''}${asked}`,
      over !== undefined,
    );
    return over === undefined ? call : `${call} OVER (${this.window(over, scope)})`;
  }

  /** What is no call of that name here. */
  protected function(_node: Call, _scope: Scope): string | undefined {
    return undefined;
  }

  /** What is summed up of the rows that a filter leaves: NULL is never counted. */
  protected filtered(of: Expression, filter: Expression, scope: Scope): string {
    const value = of.kind === 'star' ? '1' : this.value(of, scope);
    return `CASE WHEN ${this.condition(filter, scope)} THEN ${value} END`;
  }

  protected aggregate(name: string, of: string, _isOver: boolean): string {
    return `${name}(${of})`;
  }

  protected window(over: Window | string, scope: Scope): string {
    const window = typeof over === 'string' ? this.windows.get(over) : over;
    if (!window) throw new SyntaxError('A window has no name that is known.');
    const order = window.order.map((each) => this.order(each, scope)).join(', ');
    return (
      `PARTITION BY ${this.values(window.partition, scope)}` +
      `${order && ` ORDER BY ${order}`}` +
      `${window.isBefore ? ' ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING' : ''}`
    );
  }

  protected order({ of, isDescending, nulls }: Order, scope: Scope): string {
    return `${this.value(of, scope)}${isDescending ? ' DESC' : ''}${nulls ? ` NULLS ${nulls}` : ''}`;
  }

  protected parameter(number: number, type: string): string {
    return `CAST($${number} AS ${this.typeName(type)})`;
  }
}
