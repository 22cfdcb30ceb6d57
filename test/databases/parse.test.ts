/**
 * Dialects of databases that cannot be run here: a parser that others wrote for each of them takes every statement. What
 * the databases would answer is not shown by that. Spark's is that of Databricks, which is Spark: the other that there is
 * takes minutes for one statement.
 */
import { init, validate } from '@guanmingchiu/sqlparser-ts';
import { TrinoSQL } from 'dt-sql-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import demens from '../../fixtures/profiles/demens.json' with { type: 'json' };
import { Random } from '../../fixtures/clinic/random.ts';
import {
  createLayout,
  spark,
  sqlserver,
  toLeavesSql,
  toSql,
  trino,
} from '../../src/engine/sql/index.ts';
import type { Profile } from '../../src/profile/index.ts';
import { cases } from '../depth.ts';
import { asOf } from '../engine/cases.ts';
import { drawCriterion } from '../engine/sql/arbitraries.ts';

type Problems = (text: string) => readonly string[];

function parser(dialect: 'databricks' | 'mssql'): Problems {
  return (text) => {
    try {
      validate(text, dialect);
      return [];
    } catch (error) {
      return [String(error)];
    }
  };
}

/** How many criteria are drawn goes by how long a parser takes for one. */
const parsers = [
  {
    dialect: trino,
    drawn: 4,
    problems: (text) => new TrinoSQL().validate(text).map(({ message }) => message),
  },
  { dialect: spark, drawn: 40, problems: parser('databricks') },
  { dialect: sqlserver, drawn: 40, problems: parser('mssql') },
] as const satisfies readonly { problems: Problems; [name: string]: unknown }[];

beforeAll(async () => {
  await init();
});

describe.each(parsers)('a parser of $dialect.title', ({ dialect, drawn, problems }) => {
  it('finds nothing wrong with the statements of a profile, and with the layout', () => {
    const plan = { profile: demens as unknown as Profile };
    expect(problems(toSql(plan, asOf, { dialect }).text)).toEqual([]);
    expect(problems(toLeavesSql([plan], [asOf], { dialect }).text)).toEqual([]);
    for (const statement of createLayout(dialect).split(';'))
      if (statement.includes('TABLE')) expect(problems(statement)).toEqual([]);
  });

  it('nor with drawn criteria', () => {
    const random = new Random(`parse ${process.env['OVERBLIK_SEED'] ?? ''}`);
    for (let round = 0; round < cases(drawn, 1); round++) {
      const include = drawCriterion(random, dialect === trino ? 0 : 1);
      const { text } = toSql({ profile: { population: { include } } as unknown as Profile }, asOf, {
        dialect,
      });
      expect({ include, problems: problems(text) }).toEqual({ include, problems: [] });
    }
  });

  it('finds what is wrong', () => {
    expect(problems('SELECT clinic FROM (SELECT 1')).not.toEqual([]);
    expect(problems('SELECT clinic, CASE WHEN TRUE 1 END FROM patient')).not.toEqual([]);
  });
});
