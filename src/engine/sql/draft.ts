import type { Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { join, nameOf, placeOf, sql, type NameKind, type Sql } from './text.ts';

/** A value that goes beside the statement, never into it. Dates are texts `YYYY-MM-DD`. */
export type Parameter = string | number;

/** The truth of a criterion: a boolean column, NULL where it is unknown. */
export interface Answer {
  readonly column: Sql;
  /** 0: read from the tables; else one more than the highest of the answers it is made from. */
  readonly level: number;
}

/**
 * A statement while it is written. The same value is one parameter, the same text one table or column: what
 * a profile asks twice is asked once.
 */
export class Draft {
  readonly #parameters: Parameter[] = [];
  readonly #places = new Map<string, Sql>();
  readonly #tables = new Map<Sql, Sql>();
  readonly #joined = new Set<Sql>();
  readonly #answers = new Map<Sql, Answer>();
  readonly #counts = new Map<NameKind, number>();

  constructor(
    readonly profile: Profile,
    readonly asOf: CalendarDate,
  ) {}

  text(value: string): Sql {
    return sql`CAST(${this.#place(value, 'text')} AS TEXT)`;
  }

  date(value: CalendarDate): Sql {
    return sql`CAST(${this.#place(value, 'date')} AS DATE)`;
  }

  integer(value: number): Sql {
    return sql`CAST(${this.#place(value, 'integer')} AS INTEGER)`;
  }

  number(value: number): Sql {
    return sql`CAST(${this.#place(value, 'number')} AS DOUBLE PRECISION)`;
  }

  /** A table of the statement's own. */
  table(kind: NameKind, body: Sql): Sql {
    let name = this.#tables.get(body);
    if (!name) this.#tables.set(body, (name = this.#name(kind)));
    return name;
  }

  /** A table with at most one row per patient, under `patient_id`: its columns are there for `answer`. */
  joined(kind: NameKind, body: Sql): Sql {
    const name = this.table(kind, body);
    this.#joined.add(name);
    return name;
  }

  /** An answer read from the patient, `p`, and the joined tables; or made from other answers. */
  answer(expression: Sql, from: readonly Answer[] = []): Answer {
    let answer = this.#answers.get(expression);
    if (!answer) {
      const level = from.length === 0 ? 0 : 1 + Math.max(...from.map((each) => each.level));
      this.#answers.set(expression, (answer = { column: this.#name('c'), level }));
    }
    return answer;
  }

  get parameters(): readonly Parameter[] {
    return this.#parameters;
  }

  /** The whole statement, with these columns of the answers. */
  statement(patients: Sql, columns: Sql): Sql {
    const joins = [...this.#joined].map(
      (name) => sql`\n  LEFT JOIN ${name} ON ${name}.patient_id = p.id`,
    );
    const tables = [...this.#tables].map(([body, name]) => sql`${name} AS (${body})`);
    let last = sql`step0`;
    tables.push(
      sql`${last} AS (\n  SELECT p.id AS patient_id${this.#columnsOf(0)}\n  FROM ${patients} AS p${join(joins, sql``)})`,
    );
    const highest = Math.max(0, ...[...this.#answers.values()].map(({ level }) => level));
    for (let level = 1; level <= highest; level++) {
      const step = nameOf('step', level);
      // Kept as it is: an answer that is mentioned twice would else be worked out twice, and four times a
      // level above.
      tables.push(
        sql`${step} AS MATERIALIZED (\n  SELECT ${last}.*${this.#columnsOf(level)}\n  FROM ${last})`,
      );
      last = step;
    }
    return sql`WITH ${join(tables, sql`,\n`)}\nSELECT patient_id, ${columns}\nFROM ${last}`;
  }

  #columnsOf(asked: number): Sql {
    const columns = [...this.#answers]
      .filter(([, { level }]) => level === asked)
      .map(([expression, { column }]) => sql`,\n    ${expression} AS ${column}`);
    return join(columns, sql``);
  }

  #name(kind: NameKind): Sql {
    const number = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, number + 1);
    return nameOf(kind, number);
  }

  #place(value: Parameter, type: string): Sql {
    const key = `${type} ${value}`;
    let place = this.#places.get(key);
    if (!place) this.#places.set(key, (place = placeOf(this.#parameters.push(value))));
    return place;
  }
}
