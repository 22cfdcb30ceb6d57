/**
 * Makes what a release consists of, and publishes nothing: gathers the changesets into the version and CHANGELOG,
 * runs the whole of `npm test` (which builds), and packs `.build/overblik-<version>.tgz`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';
import { tarball } from './tarball.mjs';

if (read('git', ['status', '--porcelain']))
  throw new Error('There are changes that are not committed: a release is made of what is.');

run('changeset', ['version']);
run('oxfmt', ['CHANGELOG.md']);
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
// What a page reads as `version`.
const source = readFileSync('src/version.ts', 'utf8');
writeFileSync('src/version.ts', source.replace(/'[^']*';$/m, `'${version}';`));
// The lock names the version as well.
run('npm', ['install', '--package-lock-only', '--ignore-scripts']);
run('node', ['.tools/test.mjs']);
copyFileSync(tarball, `.build/${name}-${version}.tgz`);

console.log(`
.build/${name}-${version}.tgz is ready. Nothing has been committed, tagged or published. Look at the changes, then:
  git commit --all --message "Release ${version}" && git tag v${version}`);

function read(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
  return stdout.trim();
}
