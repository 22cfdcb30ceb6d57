/** A profile as one statement over the tables of `layout`. */
import { denominatorOf } from '../../profile/index.ts';
import { requireDate, type CalendarDate } from '../../record/index.ts';
import { outcomeColumns, type OutcomeColumn } from '../engine.ts';
import { requirePlan, type Plan } from '../query/compile.ts';
import { isOneOf } from './codes.ts';
import { answerCriterion } from './criterion.ts';
import { Draft, type Among, type Answer } from './draft.ts';
import type { Dialect, Written } from './dialect/dialect.ts';
import { postgresql } from './dialect/standard.ts';
import { columnNames, tableOf } from './layout.ts';
import { drawPrefix, requirePrefix } from './run.ts';
import { and, join, nameOf, sql, type Sql } from './text.ts';

/** `text` is one SELECT, in the dialect asked: one row per patient, in no certain order. Of `parameters` dates are texts. */
export interface Statement extends Written {
  /** Booleans, NULL meaning *unknown*, but for the ids of patient and clinic; `clinic` stands before them. */
  readonly columns: readonly OutcomeColumn[];
}

export interface StatementOptions {
  /** The words of the database; absent: those that DuckDB and PostgreSQL share. */
  readonly dialect?: Dialect;
  /** The clinics that are asked, of a database that has several; absent: all that it has. */
  readonly clinics?: readonly string[];
  /**
   * What the names of its temporary tables begin with, where the dialect has any: no two runs of a session at the same
   * time may have the same. Absent: it is drawn.
   */
  readonly temporary?: string;
}

/**
 * A profile as one parameterised SQL statement over the tables of `layout`. Nothing that the profile says is
 * in its text: codes, dates, sources, texts, numbers and units are parameters, and columns have our names.
 * @throws {TypeError} of what is no plan, or no text for a date. @throws {RangeError} of a day that does not exist, and of
 * a beginning that names cannot have.
 */
export function toSql(
  plan: Pick<Plan, 'profile'>,
  asOf: CalendarDate,
  { clinics, dialect = postgresql, temporary = drawPrefix() }: StatementOptions = {},
): Statement {
  const { profile } = requirePlan(plan, 'toSql');
  requireDate(asOf, 'toSql: asOf');
  const draft = new Draft(profile, asOf, clinics ? { among: amongClinics(clinics) } : {});
  const { markers = [], indicators = [] } = profile;
  const member = answerMembership(draft);
  const texts = [sql`${member.column} AS member`];
  // R22: of a patient who is no member always NULL.
  const ask = (name: Sql, { column }: Answer) => {
    texts.push(sql`CASE WHEN ${member.column} THEN ${column} END AS ${name}`);
  };
  markers.forEach(({ when }, index) => {
    ask(nameOf('m', index), answerCriterion(draft, when));
  });
  indicators.forEach((indicator, index) => {
    const denominator = denominatorOf(indicator);
    const whole = denominator ? answerCriterion(draft, denominator) : member;
    ask(nameOf('n', index), answerCriterion(draft, indicator.numerator));
    ask(nameOf('d', index), whole);
  });
  const text = draft.statement(draft.tableOf('patient'), join(texts, sql`, `));
  const written = dialect.statement(text, draft.parameters, requirePrefix(temporary, 'toSql'));
  return { ...written, columns: outcomeColumns(profile) };
}

/** The patients of some clinics. */
export function amongClinics(clinics: readonly string[]): (draft: Draft) => Among {
  return (draft) => {
    const isOf = (column: Sql) =>
      clinics.length > 0 ? isOneOf(draft, column, clinics) : sql`FALSE`;
    const columns = join(columnNames('patient'), sql`, `);
    return {
      patients: draft.table(
        'o',
        sql`
  SELECT ${columns} FROM ${tableOf.patient} WHERE ${isOf(sql`clinic`)}`,
      ),
      isTheirs: isOf(sql`own.clinic`),
    };
  };
}

/**
 * R21: include and not exclude; the dead and the unborn are out, whatever the criteria say. Of those who may be dead
 * or unborn (R3, R4a) nobody knows.
 */
export function answerMembership(draft: Draft): Answer {
  const { include, exclude } = draft.profile.population;
  const day = draft.date(draft.asOf);
  const alive = draft.answer(sql`CASE
      WHEN p.death_last <= ${day} OR p.birth_first > ${day} THEN FALSE
      WHEN p.death_first <= ${day} OR p.birth_last > ${day} OR p.death_unreadable THEN NULL
      ELSE TRUE
    END`);
  const included = answerCriterion(draft, include);
  const excluded = exclude && answerCriterion(draft, exclude);
  return draft.answer(
    and([alive.column, included.column, ...(excluded ? [sql`NOT ${excluded.column}`] : [])]),
    [alive, included, ...(excluded ? [excluded] : [])],
  );
}
