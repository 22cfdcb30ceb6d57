/** What the documentation tells hosts to do does what it says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPostgres } from '../engine/sql/databases.ts';
import { outcome, seal } from './stage.ts';

const text = readFileSync('src/share/README.md', 'utf8');
const statement = /```sql by=.*\n(.*)\n```/.exec(text)?.[1] ?? '';

it('the statement that counts lets one of many screens open a share', async () => {
  const database = await openPostgres();
  await database.run('CREATE TABLE opened (share text PRIMARY KEY)');
  expect(text).toContain('(await database.query(statement, [id])).rows.length === 0');
  const seen = async (id: string) => (await database.run(statement, [id])).length === 0;
  const [one, other] = [await seal(), await seal()];
  const screens = await Promise.all(Array.from({ length: 8 }, () => outcome(one, { seen })));
  expect(screens.sort()).toEqual(['opened', ...Array<string>(7).fill('replayed')]);
  expect(await outcome(other, { seen })).toBe('opened');
  await database.close();
});

it('to ask first and note afterwards lets several', async () => {
  const opened = new Set<string>();
  const asked: (() => void)[] = [];
  const seen = async (id: string) => {
    const was = opened.has(id);
    // The store answers when both screens have asked.
    await new Promise<void>((answer) => {
      if (asked.push(answer) === 2) asked.forEach((each) => each());
    });
    opened.add(id);
    return was;
  };
  const envelope = await seal();
  const screens = await Promise.all([outcome(envelope, { seen }), outcome(envelope, { seen })]);
  expect(screens).toEqual(['opened', 'opened']);
});
