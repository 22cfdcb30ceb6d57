/** Trino. It has only places for parameters, in their order, and NULL is the greatest where one of several is NULL. */
import type { Column, Parameter } from '../column.ts';
import type { Dialect, Step } from './dialect.ts';
import type { Kind, Scope } from './kinds.ts';
import type { Call } from './tree.ts';
import { Writer } from './writer.ts';

const types: Readonly<Record<string, string>> = {
  TEXT: 'VARCHAR',
  'DOUBLE PRECISION': 'DOUBLE',
};

class TrinoWriter extends Writer {
  protected override finished(text: string): Step {
    const parameters: Parameter[] = [];
    const written = text.replace(/\$(\d+)/g, (_, number: string) => {
      parameters.push(this.parameters[Number(number) - 1]!);
      return '?';
    });
    return { text: written, parameters };
  }

  protected override typeName(type: string): string {
    return types[type] ?? type;
  }

  protected override function(node: Call, scope: Scope): string | undefined {
    const { name, of } = node;
    const values = of.map((each) => (each.kind === 'star' ? '*' : this.value(each, scope)));
    switch (name) {
      case 'left':
        return Number(values[1]) < 0
          ? `substr(${values[0]}, 1, length(${values[0]}) - ${-Number(values[1])})`
          : `substr(${values[0]}, 1, ${values[1]})`;
      case 'split_part':
        // Powers of ten stand behind a capital.
        return `COALESCE(split_part(${values[0]}, 'E', ${values[2]}), '')`;
      case 'GREATEST':
      case 'LEAST':
        return `COALESCE(${name}(${values.join(', ')}), ${values.join(', ')})`;
      default:
        return undefined;
    }
  }

  protected override asText(value: string, kind: Kind): string {
    return kind === 'day' ? `date_format(${value}, '%Y-%m-%d')` : super.asText(value, kind);
  }
}

function columnType({ type, optional }: Column): string {
  const own = {
    text: 'VARCHAR',
    'text[]': 'ARRAY(VARCHAR)',
    integer: 'INTEGER',
    'double precision': 'DOUBLE',
    boolean: 'BOOLEAN',
    date: 'DATE',
  }[type];
  return `${own}${optional ? '' : ' NOT NULL'}`;
}

export const trino: Dialect = {
  name: 'trino',
  title: 'Trino',
  session: [],
  statement: (text, parameters) => new TrinoWriter(parameters).statement(text),
  columnType,
  storage: () => '',
  cell: (value) => value,
};
