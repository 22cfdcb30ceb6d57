/** A statement as a tree: what this folder reads of the standard text and writes in another dialect. */

export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  /** With its quotes: one of our own words. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'day'; readonly date: string }
  /** Counted from 1. */
  | { readonly kind: 'parameter'; readonly number: number }
  | { readonly kind: 'column'; readonly table?: string; readonly name: string }
  | { readonly kind: 'star' }
  | Call
  | { readonly kind: 'cast'; readonly of: Expression; readonly type: string }
  | {
      readonly kind: 'case';
      readonly of?: Expression;
      readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
      readonly otherwise?: Expression;
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** So many years or months, to be added to a day. */
  | { readonly kind: 'interval'; readonly count: Expression; readonly unit: 'YEAR' | 'MONTH' }
  | {
      readonly kind: 'between';
      readonly of: Expression;
      readonly from: Expression;
      readonly to: Expression;
    }
  | { readonly kind: 'in'; readonly of: Expression; readonly list: readonly Expression[] }
  /** Whether a row of columns is one of a query. */
  | { readonly kind: 'row-in'; readonly of: readonly Expression[]; readonly query: Query }
  /** Whether a text is in a list of texts. */
  | { readonly kind: 'any'; readonly of: Expression; readonly list: Expression }
  | {
      readonly kind: 'is';
      readonly of: Expression;
      readonly what: 'NULL' | 'TRUE' | 'FALSE';
      readonly isNot: boolean;
    }
  | { readonly kind: 'distinct'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'exists'; readonly query: Query }
  /** The day of the month. */
  | { readonly kind: 'day-of-month'; readonly of: Expression }
  /** In character order, whatever the database sorts by. */
  | { readonly kind: 'collated'; readonly of: Expression }
  | { readonly kind: 'group'; readonly of: Expression };

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly isDistinct: boolean;
  readonly of: readonly Expression[];
  readonly filter?: Expression;
  /** A window, or the name of one. */
  readonly over?: Window | string;
}

export interface Window {
  readonly partition: readonly Expression[];
  readonly order: readonly Order[];
  /** The rows before the one, without it. */
  readonly isBefore: boolean;
}

export interface Order {
  readonly of: Expression;
  readonly isDescending: boolean;
  readonly nulls?: 'FIRST' | 'LAST';
}

export interface Query {
  readonly tables: readonly Table[];
  /** Put together; `isAll`: with rows that are the same. */
  readonly selects: readonly Select[];
  readonly isAll: boolean;
}

/** A table of the statement's own. */
export interface Table {
  readonly name: string;
  readonly isMaterialized: boolean;
  readonly query: Query;
}

export interface Select {
  readonly isDistinct: boolean;
  readonly items: readonly Item[];
  readonly from?: Source;
  readonly joins: readonly Join[];
  readonly where?: Expression;
  readonly group: readonly Expression[];
  readonly having?: Expression;
  readonly windows: ReadonlyMap<string, Window>;
}

export interface Item {
  readonly of: Expression;
  readonly name?: string;
}

export type Source =
  | { readonly kind: 'table'; readonly schema?: string; readonly name: string; readonly as: string }
  | { readonly kind: 'query'; readonly query: Query; readonly as: string }
  /** Whole numbers from one to another, as the one column named. */
  | {
      readonly kind: 'series';
      readonly from: string;
      readonly to: string;
      readonly as: string;
      readonly column: string;
    };

export interface Join {
  readonly isLeft: boolean;
  readonly source: Source;
  readonly on?: Expression;
  readonly using: readonly string[];
}
