/** Statements in the words of each database. `npm run test:databases` runs them there, and has others' parsers read them. */
import { describe, expect, it } from 'vitest';
import { Random } from '../../../fixtures/clinic/random.ts';
import { readStatement } from '../../../src/engine/sql/dialect/read-query.ts';
import { dialects, toLeavesSql, toSql, type DialectName } from '../../../src/engine/sql/index.ts';
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

describe.each(Object.values(dialects))('$title', (dialect) => {
  const { place, never } = said[dialect.name];

  it('every statement, with each parameter in its place and no word that is not known there', () => {
    for (const include of drawn) {
      const { text, parameters } = toSql(planOf(include), asOf, { dialect });
      for (const word of never) expect(text).not.toContain(word);
      const places = Array.from(text.matchAll(place), ([, number]) => number);
      if (dialect.name === 'trino') expect(parameters).toHaveLength(places.length);
      else
        expect([...new Set(places.map(Number))].sort((one, other) => one - other)).toEqual(
          parameters.map((_, index) => index + 1),
        );
    }
  });

  it('leaves too', () => {
    const profile = profileOf(drawn[0]!, {
      indicators: [{ id: 'i', title: { da: 'I' }, numerator: drawn[1]!, denominator: drawn[2]! }],
    });
    const { text } = toLeavesSql([{ profile }], [asOf], { dialect });
    for (const word of never) expect(text).not.toContain(word);
    expect(text).toContain('AS rest');
  });
});

it('DuckDB and PostgreSQL share their words', () => {
  for (const include of drawn)
    expect(toSql(planOf(include), asOf, { dialect: dialects.postgresql })).toEqual(
      toSql(planOf(include), asOf, { dialect: dialects.duckdb }),
    );
});

it('a day is a number to ClickHouse, in the text and beside it', () => {
  const { text, parameters } = toSql(
    planOf({ diagnosis: { when: { last: 'P3M' } } }),
    '1970-01-11',
    { dialect: dialects.clickhouse },
  );
  expect(parameters).toContain(10);
  expect(text).toContain('toInt32(2932896)');
});

it.each([
  ['SELECT clinic FROM a ORDER BY clinic', 'end'],
  ['SELECT clinic FROM a WHERE b LIKE c', 'end'],
  ['SELECT a; DROP TABLE b', 'No statement of ours has this: ;'],
  ['SELECT a FROM b UNION SELECT a FROM c UNION ALL SELECT a FROM d', 'one kind of UNION'],
])('%s is no statement of ours', (text, message) => {
  expect(() => readStatement(text)).toThrow(message);
});
