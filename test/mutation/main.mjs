/**
 * Mutation tests (Stryker). Each room is held against its own tests: `npm run mutate`, or a part of it,
 * `npm run mutate -- --mutate src/record/codes.ts,src/profile/issues.ts:40-80`.
 */
import { spawnSync } from 'node:child_process';
import { installOwn } from '../../.tools/own-packages.mjs';

installOwn('test/mutation');

/** A room within another comes first: its databases are not asked about what is outside it. */
const rooms = ['record', 'profile', 'engine/sql', 'engine'];
const roomOf = (file) => rooms.find((room) => file.startsWith(`src/${room}/`));
const at = process.argv.indexOf('--mutate');
const [asked, others] =
  at < 0
    ? [rooms.map((room) => `src/${room}/**/*.ts`), process.argv.slice(2)]
    : [process.argv[at + 1].split(','), process.argv.toSpliced(at, 2).slice(2)];
const inner = (room) =>
  rooms.filter((each) => each.startsWith(`${room}/`)).map((each) => `!src/${each}/**`);

for (const room of rooms) {
  const files = asked.filter((each) => roomOf(each) === room);
  if (files.length === 0) continue;
  const { status } = spawnSync(
    'test/mutation/node_modules/.bin/stryker',
    [
      'run',
      'test/mutation/stryker.config.mjs',
      '--mutate',
      [...files, ...inner(room)].join(','),
      ...others,
    ],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, OVERBLIK_ROOM: room },
    },
  );
  if (status !== 0) process.exit(1);
}
