/** What would be published, as npm packs it: whoever tries the package takes this. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const tarball = '.build/package/overblik.tgz';

/** Packs what was built, with a README whose links lead to files of the package, and a lean manifest. */
export function pack() {
  const folder = dirname(tarball);
  const staged = join(folder, 'staged');
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const { name, version, files } = manifest;
  for (const each of ['LICENSE', ...files]) cpSync(each, join(staged, each), { recursive: true });
  writeFileSync(join(staged, 'package.json'), JSON.stringify(ofHosts(manifest), null, 2));
  writeFileSync(join(staged, 'README.md'), ofPackage(readFileSync('README.md', 'utf8')));
  execFileSync('npm', ['pack', `./${staged}`, '--pack-destination', folder, '--ignore-scripts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  renameSync(join(folder, `${name}-${version}.tgz`), tarball);
}

/** The manifest without what only the repository is worked with. */
function ofHosts(manifest) {
  const { scripts, workspaces, devDependencies, overrides, browserslist, ...rest } = manifest;
  delete rest['size-limit'];
  return { ...rest, sideEffects: rest.sideEffects.filter((file) => !file.startsWith('./src/')) };
}

/** The docs are Markdown in the package; how the repository is worked in is not in it. */
function ofPackage(readme) {
  return readme
    .replace(/\]\(stories\/docs\/([\w/-]+)\.mdx?/g, '](dist/docs/$1.md')
    .replace(/\[CONTRIBUTING\]\(CONTRIBUTING\.md\)/, '`CONTRIBUTING.md` in the repository');
}
