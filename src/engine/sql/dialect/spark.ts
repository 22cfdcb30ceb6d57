/** Spark SQL. Parameters have names, `:p1`; a filter is no part of a window. */
import type { Column } from '../column.ts';
import type { Dialect, Step } from './dialect.ts';
import type { Kind, Scope } from './kinds.ts';
import type { Call, Source } from './tree.ts';
import { Writer } from './writer.ts';

const types: Readonly<Record<string, string>> = {
  TEXT: 'STRING',
  INTEGER: 'INT',
  'DOUBLE PRECISION': 'DOUBLE',
};

class SparkWriter extends Writer {
  protected override finished(text: string): Step {
    return { text: text.replace(/\$(\d+)/g, ':p$1'), parameters: this.parameters };
  }

  protected override typeName(type: string): string {
    return types[type] ?? type;
  }

  protected override series({ from, to, column }: Extract<Source, { kind: 'series' }>): string {
    return `SELECT explode(sequence(${from}, ${to})) AS ${column}`;
  }

  protected override daysLater(day: string, days: string): string {
    return `date_add(${day}, ${days})`;
  }

  protected override monthsLater(day: string, months: string): string {
    return `add_months(${day}, ${months})`;
  }

  protected override daysBetween(later: string, earlier: string): string {
    return `datediff(${later}, ${earlier})`;
  }

  protected override isInList(text: string, list: string): string {
    return `array_contains(${list}, ${text})`;
  }

  protected override function(node: Call, scope: Scope): string | undefined {
    const { name, of } = node;
    const values = of.map((each) => (each.kind === 'star' ? '*' : this.value(each, scope)));
    if (name === 'left' && Number(values[1]) < 0)
      return `substr(${values[0]}, 1, length(${values[0]}) - ${-Number(values[1])})`;
    // Powers of ten stand behind a capital.
    if (name === 'split_part') return `split_part(${values[0]}, 'E', ${values[2]})`;
    return undefined;
  }

  protected override asText(value: string, kind: Kind): string {
    return kind === 'day' ? `date_format(${value}, 'yyyy-MM-dd')` : super.asText(value, kind);
  }
}

function columnType({ type, optional }: Column): string {
  const own = {
    text: 'STRING',
    'text[]': 'ARRAY<STRING>',
    integer: 'INT',
    'double precision': 'DOUBLE',
    boolean: 'BOOLEAN',
    date: 'DATE',
  }[type];
  return `${own}${optional ? '' : ' NOT NULL'}`;
}

export const spark: Dialect = {
  name: 'spark',
  title: 'Spark SQL',
  session: [],
  statement: (text, parameters) => new SparkWriter(parameters).statement(text),
  columnType,
  storage: () => '',
  cell: (value) => value,
};
