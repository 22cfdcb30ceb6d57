import type { Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Parameter } from './column.ts';
import { columnNames, tableOf, type TableName } from './layout.ts';
import { join, nameOf, refOf, sql, type NameKind, type Sql } from './text.ts';

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

/** What a statement is written of beside a profile and a day. */
export interface DraftOptions {
  /** R19b: the draft that asks on the days of records, and the days; absent: all are asked on the day of evaluation. */
  readonly outer?: Outer;
  /** The draft whose tables are read too: another profile or another day of the same statement. */
  readonly beside?: Draft;
  /** A draft of the same statement that is written before this one: its parameters and names are not taken twice. */
  readonly after?: Draft;
  /** Of whom it is asked: read of this draft. */
  readonly among?: (draft: Draft) => Among;
}

/** Patients of whom alone something is asked. */
export interface Among {
  /** A table with the columns of `patient`. */
  readonly patients: Sql;
  /** Of the columns of records, `own`: whether they may be theirs. */
  readonly isTheirs: Sql;
}

/**
 * A statement while it is written. The same value is one parameter, the same text one table or column: what
 * a profile asks twice is asked once.
 */
export class Draft {
  readonly #written: Written;
  readonly #read: TablesRead;
  readonly #answers = new Map<Sql, Answer & { readonly joined: ReadonlySet<Sql> }>();
  /** The tables that the next answer is read from. */
  #joined = new Set<Sql>();
  readonly #outer: Outer | undefined;
  readonly #among: Among | undefined = undefined;

  constructor(
    readonly profile: Profile,
    readonly asOf: CalendarDate,
    { outer, beside, after, among }: DraftOptions = {},
  ) {
    const before = outer?.draft ?? beside ?? after;
    this.#outer = outer;
    this.#written = before
      ? before.#written
      : {
          parameters: [],
          refs: new Map<string, Sql>(),
          counts: new Map<NameKind, number>(),
        };
    this.#read = beside
      ? beside.#read
      : {
          tables: new Map<Sql, Sql>(),
          recursive: new Map<Sql, Sql>(),
          aggregates: new Map<Sql, Aggregate>(),
        };
    if (among) this.#among = among(this);
    else if (beside) this.#among = beside.#among;
  }

  /** Whether each patient is asked on a day of its own, `asked_on` in every table. */
  get isAnchored(): boolean {
    return this.#outer !== undefined;
  }

  /** The further column of rows that are read from the tables: the day that is asked, where it is not the same for all. */
  get ownDay(): Sql {
    return this.#outer ? sql`, asked_on` : sql``;
  }

  /**
   * One of the tables of the layout. Where patients are asked on days of their own, each patient and day is a patient
   * there, with the records of that patient; `patient` has `is_tried` of those with several days.
   */
  tableOf(name: TableName): Sql {
    if (!this.#outer || name === 'clinic_coverage')
      return name === 'patient' ? (this.#among?.patients ?? tableOf.patient) : tableOf[name];
    const { draft, days } = this.#outer;
    const [, id = sql`id`, ...others] = columnNames(name);
    const more = name === 'patient' ? sql`, d.is_tried` : sql``;
    const columns = others.map((column) => sql`, r.${column}`);
    return this.table(
      'o',
      sql`
  SELECT d.clinic, d.patient_id || ' ' || CAST(d.day AS TEXT) AS ${id}, d.day AS asked_on${more}${join(columns, sql``)}
  FROM ${draft.tableOf(name)} AS r
  JOIN ${days} AS d ON d.clinic = r.clinic AND d.patient_id = r.${id}`,
    );
  }

  /** Of the columns of a table of records: whether a record is of those who are asked; none where all are. */
  get isAsked(): readonly Sql[] {
    return this.#among && !this.#outer ? [this.#among.isTheirs] : [];
  }

  /**
   * The answers of another draft, asked on days that are given, as a table of rows `clinic`, `patient_id`, `answer`: one for each
   * day of a patient.
   *
   * @param days `clinic`, `patient_id`, `day`, `is_tried`.
   */
  answersOn(days: Sql, ask: (draft: Draft) => Answer): Sql {
    const inner = new Draft(this.profile, this.asOf, { outer: { draft: this, days } });
    const { column } = ask(inner);
    const statement = inner.statement(inner.tableOf('patient'), sql`${column} AS answer`);
    // Without the day, and the space before it.
    return this.table(
      'o',
      sql`
  SELECT clinic, left(patient_id, -11) AS patient_id, answer
  FROM (${statement}) AS asked`,
    );
  }

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
    let name = this.#read.tables.get(body);
    if (!name) this.#read.tables.set(body, (name = this.name(kind)));
    return name;
  }

  /** A table of the statement's own that reads itself: what it is made of is told its name. */
  recursive(kind: NameKind, body: (name: Sql) => Sql): Sql {
    const key = body(sql`itself`);
    let name = this.#read.recursive.get(key);
    if (!name) {
      this.#read.recursive.set(key, (name = this.name(kind)));
      this.#read.tables.set(body(name), name);
    }
    return name;
  }

  /** A table with at most one row per patient, under `clinic` and `patient_id`: its columns are there for `answer`. */
  joined(kind: NameKind, body: Sql): Sql {
    const name = this.table(kind, body);
    this.#joined.add(name);
    return name;
  }

  /** A column that sums up a patient's rows; NULL of a patient who has none. The rows have a `clinic` and a `patient_id`. */
  aggregate(rows: Sql, expression: Sql): Sql {
    let aggregate = this.#read.aggregates.get(rows);
    if (!aggregate) {
      aggregate = { name: this.name('g'), columns: new Map() };
      this.#read.aggregates.set(rows, aggregate);
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
      answer = { column: this.name('c'), level, joined: this.#joined };
      this.#answers.set(expression, answer);
    }
    this.#joined = new Set();
    return answer;
  }

  get parameters(): readonly Parameter[] {
    return this.#written.parameters;
  }

  /** The whole statement: these columns of the answers, a row for each of `patients`. */
  statement(patients: Sql, columns: Sql): Sql {
    const { tables, last } = this.answered(patients);
    return sql`${this.beginning} ${join([...this.tables(), ...tables], sql`,\n`)}
SELECT clinic, patient_id, ${columns}
FROM ${last}`;
  }

  get beginning(): Sql {
    return this.#read.recursive.size > 0 ? sql`WITH RECURSIVE` : sql`WITH`;
  }

  /** The tables that answers are read from, each after those that it reads. */
  tables(): readonly Sql[] {
    return [
      ...[...this.#read.tables].map(([body, name]) => sql`${name} AS (${body})`),
      ...[...this.#read.aggregates].map(aggregateTable),
    ];
  }

  /** Tables of the answers, and the last of them: a row for each of `patients`, under `clinic` and `patient_id`. */
  answered(patients: Sql): { readonly tables: readonly Sql[]; readonly last: Sql } {
    const tables: Sql[] = [];
    const read = this.#answersAt(0);
    const groups: Sql[] = [];
    for (let first = 0; first < read.length; first += answersTogether) {
      const group = this.name('t');
      tables.push(readTable(group, patients, read.slice(first, first + answersTogether)));
      groups.push(group);
    }
    const [first = sql`t0`, ...others] = groups;
    let last = sql`${first}${join(
      others.map((group) => sql` JOIN ${group} USING (clinic, patient_id)`),
      sql``,
    )}`;
    for (let level = 1, made; (made = this.#answersAt(level)).length > 0; level++) {
      const step = this.name('step');
      // Kept as it is: an answer that is mentioned twice would else be worked out twice, and four times a
      // level above.
      tables.push(sql`${step} AS MATERIALIZED (\n  SELECT *${columnsOf(made)}\n  FROM ${last})`);
      last = step;
    }
    return { tables, last };
  }

  #answersAt(asked: number): readonly WrittenAnswer[] {
    return [...this.#answers]
      .filter(([, { level }]) => level === asked)
      .map(([expression, answer]) => ({ ...answer, expression }));
  }

  /** A name that nothing else of the statement has. */
  name(kind: NameKind): Sql {
    const { counts } = this.#written;
    const number = counts.get(kind) ?? 0;
    counts.set(kind, number + 1);
    return nameOf(kind, number);
  }

  #ref(value: Parameter, type: string): Sql {
    const { parameters, refs } = this.#written;
    const key = `${type} ${value}`;
    let ref = refs.get(key);
    if (!ref) refs.set(key, (ref = refOf(parameters.push(value))));
    return ref;
  }
}

/** What the parts of one statement have in common. */
interface Written {
  readonly parameters: Parameter[];
  readonly refs: Map<string, Sql>;
  readonly counts: Map<NameKind, number>;
}

interface TablesRead {
  readonly tables: Map<Sql, Sql>;
  /** The tables that read themselves, by what they are made of. */
  readonly recursive: Map<Sql, Sql>;
  readonly aggregates: Map<Sql, Aggregate>;
}

interface Outer {
  readonly draft: Draft;
  readonly days: Sql;
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
    (table) =>
      sql`\n  LEFT JOIN ${table} ON ${table}.clinic = p.clinic AND ${table}.patient_id = p.id`,
  );
  return sql`${name} AS (
  SELECT p.clinic, p.id AS patient_id${columnsOf(answers)}
  FROM ${patients} AS p${join(joins, sql``)})`;
}

function aggregateTable([rows, { name, columns }]: readonly [Sql, Aggregate]): Sql {
  const sums = [...columns].map(([sum, column]) => sql`,\n    ${sum} AS ${column}`);
  return sql`${name} AS (
  SELECT clinic, patient_id${join(sums, sql``)}
  FROM ${rows}
  GROUP BY clinic, patient_id)`;
}

function columnsOf(answers: readonly WrittenAnswer[]): Sql {
  const columns = answers.map(({ expression, column }) => sql`,\n    ${expression} AS ${column}`);
  return join(columns, sql``);
}
