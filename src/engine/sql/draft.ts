import type { Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { join, nameOf, refOf, sql, type NameKind, type Sql } from './text.ts';

/** A value that goes beside the statement, never into it. Dates are texts `YYYY-MM-DD`. */
export type Parameter = string | number;

/** The truth of a criterion: a boolean column, NULL where it is unknown. */
export interface Answer {
  readonly column: Sql;
  /** 0: read from the tables; else one more than the highest of the answers it is made from. */
  readonly level: number;
}

/** What is summed up of the same rows, by patient. */
interface Aggregate {
  readonly name: Sql;
  readonly columns: Map<Sql, Sql>;
}

/**
 * A statement while it is written. The same value is one parameter, the same text one table or column: what
 * a profile asks twice is asked once.
 */
export class Draft {
  readonly #parameters: Parameter[] = [];
  readonly #refs = new Map<string, Sql>();
  readonly #tables = new Map<Sql, Sql>();
  /** The tables that read themselves, by what they are made of. */
  readonly #recursive = new Map<Sql, Sql>();
  readonly #aggregates = new Map<Sql, Aggregate>();
  readonly #answers = new Map<Sql, Answer & { readonly joined: ReadonlySet<Sql> }>();
  /** The tables that the next answer is read from. */
  #joined = new Set<Sql>();
  readonly #counts = new Map<NameKind, number>();

  constructor(
    readonly profile: Profile,
    readonly asOf: CalendarDate,
  ) {}

  text(value: string): Sql {
    return sql`CAST(${this.#ref(value, 'text')} AS TEXT)`;
  }

  date(value: CalendarDate): Sql {
    return sql`CAST(${this.#ref(value, 'date')} AS DATE)`;
  }

  integer(value: number): Sql {
    return sql`CAST(${this.#ref(value, 'integer')} AS INTEGER)`;
  }

  number(value: number): Sql {
    return sql`CAST(${this.#ref(value, 'number')} AS DOUBLE PRECISION)`;
  }

  /** A table of the statement's own. */
  table(kind: NameKind, body: Sql): Sql {
    let name = this.#tables.get(body);
    if (!name) this.#tables.set(body, (name = this.#name(kind)));
    return name;
  }

  /** A table of the statement's own that reads itself: what it is made of is told its name. */
  recursive(kind: NameKind, body: (name: Sql) => Sql): Sql {
    const key = body(sql`itself`);
    let name = this.#recursive.get(key);
    if (!name) {
      this.#recursive.set(key, (name = this.#name(kind)));
      this.#tables.set(body(name), name);
    }
    return name;
  }

  /** A table with at most one row per patient, under `patient_id`: its columns are there for `answer`. */
  joined(kind: NameKind, body: Sql): Sql {
    const name = this.table(kind, body);
    this.#joined.add(name);
    return name;
  }

  /** A column that sums up a patient's rows; NULL of a patient who has none. The rows have a `patient_id`. */
  aggregate(rows: Sql, expression: Sql): Sql {
    let aggregate = this.#aggregates.get(rows);
    if (!aggregate) {
      aggregate = { name: this.#name('g'), columns: new Map() };
      this.#aggregates.set(rows, aggregate);
    }
    const { name, columns } = aggregate;
    this.#joined.add(name);
    let column = columns.get(expression);
    if (!column) columns.set(expression, (column = nameOf('a', columns.size)));
    return sql`${name}.${column}`;
  }

  /** An answer read from the patient, `p`, and the joined tables; or made from other answers. */
  answer(expression: Sql, from: readonly Answer[] = []): Answer {
    let answer = this.#answers.get(expression);
    if (!answer) {
      const level = from.length === 0 ? 0 : 1 + Math.max(...from.map((each) => each.level));
      answer = { column: this.#name('c'), level, joined: this.#joined };
      this.#answers.set(expression, answer);
    }
    this.#joined = new Set();
    return answer;
  }

  get parameters(): readonly Parameter[] {
    return this.#parameters;
  }

  /** The whole statement: these columns of the answers, a row for each of `patients`. */
  statement(patients: Sql, columns: Sql): Sql {
    const tables = [
      ...[...this.#tables].map(([body, name]) => sql`${name} AS (${body})`),
      ...[...this.#aggregates].map(aggregateTable),
    ];
    const read = this.#answersAt(0);
    const groups: Sql[] = [];
    for (let first = 0; first < read.length; first += answersTogether) {
      const group = nameOf('t', groups.length);
      tables.push(readTable(group, patients, read.slice(first, first + answersTogether)));
      groups.push(group);
    }
    const [first = sql`t0`, ...others] = groups;
    let last = sql`${first}${join(
      others.map((group) => sql` JOIN ${group} USING (patient_id)`),
      sql``,
    )}`;
    for (let level = 1, made; (made = this.#answersAt(level)).length > 0; level++) {
      const step = nameOf('step', level);
      // Kept as it is: an answer that is mentioned twice would else be worked out twice, and four times a
      // level above.
      tables.push(sql`${step} AS MATERIALIZED (\n  SELECT *${columnsOf(made)}\n  FROM ${last})`);
      last = step;
    }
    const withTables = this.#recursive.size > 0 ? sql`WITH RECURSIVE` : sql`WITH`;
    return sql`${withTables} ${join(tables, sql`,\n`)}\nSELECT patient_id, ${columns}\nFROM ${last}`;
  }

  #answersAt(asked: number): readonly WrittenAnswer[] {
    return [...this.#answers]
      .filter(([, { level }]) => level === asked)
      .map(([expression, answer]) => ({ ...answer, expression }));
  }

  #name(kind: NameKind): Sql {
    const number = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, number + 1);
    return nameOf(kind, number);
  }

  #ref(value: Parameter, type: string): Sql {
    const key = `${type} ${value}`;
    let ref = this.#refs.get(key);
    if (!ref) this.#refs.set(key, (ref = refOf(this.#parameters.push(value))));
    return ref;
  }
}

interface WrittenAnswer extends Answer {
  readonly expression: Sql;
  readonly joined: ReadonlySet<Sql>;
}

/**
 * How many answers are read in one go. A row that is joined to many tables carries all their columns through
 * every join: read some at a time, only the answers are carried on.
 */
const answersTogether = 8;

function readTable(name: Sql, patients: Sql, answers: readonly WrittenAnswer[]): Sql {
  const tables = new Set(answers.flatMap(({ joined }) => [...joined]));
  const joins = [...tables].map(
    (table) => sql`\n  LEFT JOIN ${table} ON ${table}.patient_id = p.id`,
  );
  return sql`${name} AS (
  SELECT p.id AS patient_id${columnsOf(answers)}
  FROM ${patients} AS p${join(joins, sql``)})`;
}

function aggregateTable([rows, { name, columns }]: readonly [Sql, Aggregate]): Sql {
  const sums = [...columns].map(([sum, column]) => sql`,\n    ${sum} AS ${column}`);
  return sql`${name} AS (
  SELECT patient_id${join(sums, sql``)}
  FROM ${rows}
  GROUP BY patient_id)`;
}

function columnsOf(answers: readonly WrittenAnswer[]): Sql {
  const columns = answers.map(({ expression, column }) => sql`,\n    ${expression} AS ${column}`);
  return join(columns, sql``);
}
