/**
 * Mutation tests (Stryker). Each room is held against its own tests: `npm run mutate`, or a part of it,
 * `npm run mutate -- --mutate src/record/codes.ts,src/profile/shape.ts:40-80`.
 */
import { spawnSync } from 'node:child_process';

const rooms = ['record', 'profile', 'engine'];
const at = process.argv.indexOf('--mutate');
const [asked, others] =
  at < 0
    ? [rooms.map((room) => `src/${room}/**/*.ts`), process.argv.slice(2)]
    : [process.argv[at + 1].split(','), process.argv.toSpliced(at, 2).slice(2)];

for (const room of rooms) {
  const files = asked.filter((each) => each.startsWith(`src/${room}/`));
  if (files.length === 0) continue;
  const { status } = spawnSync(
    'stryker',
    ['run', '.tools/stryker.config.mjs', '--mutate', files.join(','), ...others],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, OVERBLIK_ROOM: room },
    },
  );
  if (status !== 0) process.exit(1);
}
