/** What the columns and expressions of a statement hold: dialects differ in how days are counted, and in what is NULL. */
import { layout, schemaName, type ColumnType as LayoutType } from '../layout.ts';
import type { Expression, Query, Select, Source } from './tree.ts';

export type Kind = 'day' | 'truth' | 'number' | 'text' | 'texts' | 'nothing';

export interface Held {
  readonly kind: Kind;
  /** May be NULL. */
  readonly isOptional: boolean;
}

export type Columns = ReadonlyMap<string, Held>;

/** Where a column is looked up. */
export interface Scope {
  /** By the names that they have here. */
  readonly sources: ReadonlyMap<string, Columns>;
  /** Around it, of a query that stands in an expression. */
  readonly around?: Scope | undefined;
}

/** The tables of the statement's own, by name. */
export type Known = Map<string, Columns>;

const kindOfType: Readonly<Record<LayoutType, Kind>> = {
  text: 'text',
  'text[]': 'texts',
  integer: 'number',
  'double precision': 'number',
  boolean: 'truth',
  date: 'day',
};

const ofLayout: ReadonlyMap<string, Columns> = new Map(
  Object.entries(layout).map(([table, columns]) => [
    table,
    new Map(
      columns.map(({ name, type, optional }) => [
        name,
        { kind: kindOfType[type], isOptional: optional === true },
      ]),
    ),
  ]),
);

export function scopeOf({ from, joins }: Select, known: Known, around?: Scope): Scope {
  const sources = new Map<string, Columns>();
  if (from) sources.set(from.as, sourceColumns(from, known, around));
  for (const { source, isLeft } of joins) {
    const columns = sourceColumns(source, known, around);
    sources.set(source.as, isLeft ? optional(columns) : columns);
  }
  return { sources, around };
}

function optional(columns: Columns): Columns {
  return new Map([...columns].map(([name, { kind }]) => [name, { kind, isOptional: true }]));
}

function sourceColumns(source: Source, known: Known, around: Scope | undefined): Columns {
  if (source.kind === 'query') return columnsOf(source.query, known, around);
  if (source.kind === 'series')
    return new Map([[source.column, { kind: 'number', isOptional: false }]]);
  const columns = source.schema === schemaName ? ofLayout.get(source.name) : known.get(source.name);
  if (!columns) throw new SyntaxError(`No table of the statement is called ${source.name}.`);
  return columns;
}

/** What a query gives: by the names of its first part. */
export function columnsOf(query: Query, known: Known, around?: Scope): Columns {
  const [first, ...others] = query.selects.map((select) => itemsOf(select, known, around));
  return new Map(
    first!.map(([name, held], index) => {
      const all = [held, ...others.map((columns) => columns[index]?.[1] ?? held)];
      return [name, together(all)];
    }),
  );
}

/** A table that reads itself holds what its first part does. */
export function columnsOfRecursive(query: Query, known: Known): Columns {
  return columnsOf({ ...query, selects: query.selects.slice(0, 1) }, known);
}

function itemsOf(
  select: Select,
  known: Known,
  around: Scope | undefined,
): readonly (readonly [string, Held])[] {
  const scope = scopeOf(select, known, around);
  return select.items.flatMap(({ of, name }): readonly (readonly [string, Held])[] =>
    of.kind === 'star'
      ? [...new Map([...scope.sources.values()].flatMap((columns) => [...columns]))]
      : [[name ?? (of.kind === 'column' ? of.name : ''), held(of, scope)]],
  );
}

/** The source that a column is of, and what it holds. */
export function found(
  { table, name }: { readonly table?: string; readonly name: string },
  { sources, around }: Scope,
): { readonly source: string; readonly held: Held } | undefined {
  for (const [source, columns] of sources) {
    const own = table === undefined || table === source ? columns.get(name) : undefined;
    if (own) return { source, held: own };
  }
  return around && found({ ...(table !== undefined && { table }), name }, around);
}

const numbers = new Set(['count', 'length', 'sum', 'row_number', 'abs']);
const texts = new Set(['left', 'upper', 'split_part']);

export function held(expression: Expression, scope: Scope): Held {
  const of = (each: Expression) => held(each, scope);
  switch (expression.kind) {
    case 'number':
      return { kind: 'number', isOptional: false };
    case 'text':
      return { kind: 'text', isOptional: false };
    case 'truth':
      return { kind: 'truth', isOptional: false };
    case 'day':
      return { kind: 'day', isOptional: false };
    case 'null':
    case 'star':
      return { kind: 'nothing', isOptional: true };
    case 'column': {
      const column = found(expression, scope);
      if (!column) throw new SyntaxError(`No table here has a column ${expression.name}.`);
      return column.held;
    }
    case 'cast':
      return {
        kind: kindOfCast(expression.type),
        isOptional: expression.of.kind !== 'parameter' && of(expression.of).isOptional,
      };
    case 'parameter':
      throw new SyntaxError('A parameter stands in a CAST that says what it is.');
    case 'call':
      return heldByCall(expression.name, expression.of.map(of));
    case 'case':
      return {
        kind: together([
          ...expression.branches.map(({ then }) => of(then)),
          ...(expression.otherwise ? [of(expression.otherwise)] : []),
        ]).kind,
        isOptional: true,
      };
    case 'operation':
      return heldByOperation(expression.operator, of(expression.left), of(expression.right));
    case 'is':
    case 'distinct':
    case 'exists':
      return { kind: 'truth', isOptional: false };
    case 'not':
    case 'in':
    case 'any':
      return { kind: 'truth', isOptional: of(expression.of).isOptional };
    case 'between':
    case 'row-in':
      return { kind: 'truth', isOptional: true };
    case 'day-of-month':
    case 'interval':
      return { kind: 'number', isOptional: true };
    case 'group':
    case 'collated':
      return of(expression.of);
  }
}

function kindOfCast(type: string): Kind {
  if (type === 'DATE') return 'day';
  return type === 'TEXT' ? 'text' : 'number';
}

function heldByCall(name: string, of: readonly Held[]): Held {
  if (texts.has(name)) return { kind: 'text', isOptional: of[0]!.isOptional };
  if (numbers.has(name))
    return { kind: 'number', isOptional: name !== 'count' && name !== 'row_number' };
  if (name === 'bool_or' || name === 'bool_and') return { kind: 'truth', isOptional: true };
  const { kind } = together(of);
  // Of these one that is there is enough.
  const isThere = ['COALESCE', 'GREATEST', 'LEAST'].includes(name);
  return { kind, isOptional: !isThere || of.every(({ isOptional }) => isOptional) };
}

function heldByOperation(operator: string, left: Held, right: Held): Held {
  const isOptional = left.isOptional || right.isOptional;
  if (operator === '||') return { kind: 'text', isOptional };
  if (['*', '/', '%'].includes(operator)) return { kind: 'number', isOptional };
  if (operator !== '+' && operator !== '-') return { kind: 'truth', isOptional };
  const isDay = left.kind === 'day' && !(operator === '-' && right.kind === 'day');
  return { kind: isDay ? 'day' : 'number', isOptional };
}

function together(all: readonly Held[]): Held {
  return {
    kind: all.find(({ kind }) => kind !== 'nothing')?.kind ?? 'nothing',
    isOptional: all.some(({ isOptional }) => isOptional),
  };
}
