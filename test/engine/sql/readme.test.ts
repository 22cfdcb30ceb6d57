/** The README's own examples run, in both databases. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createLayout, schemaName, sqlEngine } from '../../../src/engine/sql/index.ts';
import type { Criterion } from '../../../src/profile/index.ts';
import { profileOf } from '../build.ts';
import { openDuckDb, openPostgres } from './databases.ts';

const readme = readFileSync('src/engine/sql/README.md', 'utf8');
const block = (name: string): string => {
  const [, text] = new RegExp(`\`\`\`\\w+ ${name} .*\n([^]*?)\`\`\``).exec(readme) ?? [];
  if (text === undefined) throw new Error(`The README has no block ${name}.`);
  return text.trim();
};

it('states the layout as it is', () => {
  expect(block('layout')).toBe(createLayout());
});

it.each([
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
])('a vendor’s tables by views, in %s', async (_, open) => {
  const database = await open();
  await database.run(`DROP SCHEMA ${schemaName} CASCADE`);
  for (const statement of [...block('vendor').split(';'), ...block('views').split(';')])
    if (statement.trim()) await database.run(statement);
  const { include, marker, date } = JSON.parse(block('answer')) as {
    include: Criterion;
    marker: Criterion;
    date: string;
  };
  const markers = [{ id: 'low', level: 'info', title: { da: 'Lav' }, when: marker }];
  const said = await sqlEngine.evaluate(
    { profile: profileOf(include, { markers }) },
    database,
    date,
  );
  expect(Object.fromEntries(said)).toEqual({
    1: { member: 'yes', m0: 'yes' },
    2: { member: 'unknown', m0: 'unknown' },
    3: { member: 'yes', m0: 'unknown' },
  });
  await database.close();
});
