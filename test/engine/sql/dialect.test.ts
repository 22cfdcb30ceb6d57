/** Statements in the words of each database. `npm run test:databases` runs them there, and has others' parsers read them. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../../fixtures/clinic/random.ts';
import { readStatement } from '../../../src/engine/sql/dialect/read-query.ts';
import {
  dialects,
  toLeavesSql,
  toSql,
  type DialectName,
  type Written,
} from '../../../src/engine/sql/index.ts';
import type { Criterion, Profile } from '../../../src/profile/index.ts';
import { profileOf } from '../build.ts';
import { asOf } from '../cases.ts';
import { drawCriterion } from './arbitraries.ts';

const random = new Random('dialects');
const drawn = Array.from({ length: 12 }, () => drawCriterion(random, 1));
const planOf = (include: Criterion) => ({
  profile: { population: { include } } as unknown as Profile,
});

/** How a parameter is written, and which words of the standard text the database does not know. */
const said: Readonly<Record<DialectName, { place: RegExp; never: readonly string[] }>> = {
  duckdb: { place: /\$(\d+)/g, never: [] },
  postgresql: { place: /\$(\d+)/g, never: [] },
  clickhouse: {
    place: /\{p(\d+):\w+\}/g,
    never: ['$', 'FILTER', 'COLLATE', 'bool_or', 'DATE ', ' IS TRUE', 'INTERVAL', ' ANY'],
  },
  trino: {
    place: /\?/g,
    never: ['$', 'FILTER', 'COLLATE', 'MATERIALIZED', ' IS TRUE', 'INTERVAL', ' ANY', 'left('],
  },
  spark: {
    place: /:p(\d+)/g,
    never: ['$', 'FILTER', 'COLLATE', 'MATERIALIZED', 'INTERVAL', ' ANY', 'generate_series'],
  },
  sqlserver: {
    place: /@p(\d+)/g,
    never: ['$', 'FILTER', '"C"', 'MATERIALIZED', ' TRUE', ' FALSE', 'INTERVAL', 'USING', 'bool_'],
  },
};

const textsOf = ({ before, after, ...statement }: Written) => [...before, statement, ...after];

describe.each(Object.values(dialects))('$title', (dialect) => {
  const { place, never } = said[dialect.name];

  it('every statement, with each parameter in its place and no word that is not known there', () => {
    for (const include of drawn) {
      const statement = toSql(planOf(include), asOf, { dialect });
      for (const { text, parameters } of textsOf(statement)) {
        for (const word of never) expect(text).not.toContain(word);
        const places = Array.from(text.matchAll(place), ([, number]) => number);
        if (dialect.name === 'trino') expect(parameters).toHaveLength(places.length);
        else
          expect([...new Set(places.map(Number))].sort((one, other) => one - other)).toEqual(
            parameters.map((_, index) => index + 1),
          );
      }
    }
  });

  it('leaves too', () => {
    const profile = profileOf(drawn[0]!, {
      indicators: [{ id: 'i', title: { da: 'I' }, numerator: drawn[1]!, denominator: drawn[2]! }],
    });
    const statement = toLeavesSql([{ profile }], [asOf], { dialect });
    for (const { text } of textsOf(statement))
      for (const word of never) expect(text).not.toContain(word);
    expect(statement.text).toContain('AS rest');
  });

  it('a statement is one text, but in ClickHouse', () => {
    const { before, after } = toSql(planOf(drawn[0]!), asOf, { dialect });
    const isOne = dialect.name !== 'clickhouse';
    expect([before.length === 0, after.length === 0]).toEqual([isOne, isOne]);
  });
});

it('DuckDB and PostgreSQL share their words', () => {
  for (const include of drawn)
    expect(toSql(planOf(include), asOf, { dialect: dialects.postgresql })).toEqual(
      toSql(planOf(include), asOf, { dialect: dialects.duckdb }),
    );
});

describe('ClickHouse', () => {
  const dialect = dialects.clickhouse;

  it('a day is a number, in the text and beside it', () => {
    const all = textsOf(
      toSql(planOf({ diagnosis: { when: { last: 'P3M' } } }), '1970-01-11', { dialect }),
    );
    expect(all.flatMap(({ parameters }) => parameters)).toContain(10);
    expect(all.map(({ text }) => text).join(' ')).toContain('toInt32(2932896)');
  });

  it('each temporary table is made before it is read, read until it is dropped, and dropped in the end', () => {
    for (const include of drawn) {
      const statement = toSql(planOf(include), asOf, { dialect, temporary: 'mine_' });
      const there = new Set<string>();
      const made = new Set<string>();
      for (const { text } of textsOf(statement)) {
        const names = [...text.matchAll(/\bmine_\w+/g)].map(([name]) => name);
        const isMade = /^CREATE TEMPORARY TABLE \w+ ENGINE = Memory AS\n/.test(text);
        const read = isMade ? names.slice(1) : names;
        if (text.startsWith('DROP TEMPORARY TABLE IF EXISTS '))
          for (const name of read) there.delete(name);
        else expect([...there]).toEqual(expect.arrayContaining(read));
        if (!isMade) continue;
        expect(made).not.toContain(names[0]);
        made.add(names[0]!);
        there.add(names[0]!);
      }
      expect([...there]).toEqual([]);
      // Whatever happened midway.
      const { after } = statement;
      expect(after).toHaveLength(made.size > 0 ? 1 : 0);
      for (const name of made) expect(after[0]!.text).toContain(name);
    }
  });

  it('no two runs give a table the same name', () => {
    const ask = () => toSql(planOf(drawn[0]!), asOf, { dialect }).after[0]!.text;
    expect(ask()).toMatch(/^DROP TEMPORARY TABLE IF EXISTS overblik_[0-9a-z]{14}_\w+/);
    expect(ask()).not.toBe(ask());
  });

  it.each(['', 'a b', "a'", 'a;', '1a', 'å', 'a'.repeat(49)])(
    'no name begins with %j',
    (temporary) => {
      expect(() => toSql(planOf(drawn[0]!), asOf, { dialect, temporary })).toThrow(RangeError);
      expect(() => toLeavesSql([planOf(drawn[0]!)], [asOf], { dialect, temporary })).toThrow(
        'toLeavesSql: temporary is the beginning of names',
      );
    },
  );
});

it.each([
  ['SELECT clinic FROM a ORDER BY clinic', 'end'],
  ['SELECT clinic FROM a WHERE b LIKE c', 'end'],
  ['SELECT a; DROP TABLE b', 'No statement of ours has this: ;'],
  ['SELECT a FROM b UNION SELECT a FROM c UNION ALL SELECT a FROM d', 'one kind of UNION'],
])('%s is no statement of ours', (text, message) => {
  expect(() => readStatement(text)).toThrow(message);
});
