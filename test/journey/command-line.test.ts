/** The program as it is published: its file, its ends, its streams. What it answers is asked in `test/cli`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const program = join(process.cwd(), manifest.bin.overblik);
const folder = mkdtempSync(join(tmpdir(), 'overblik-program-'));
const profile = join(process.cwd(), 'fixtures/profiles/demens.json');

function overblik(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the program', () => {
  it('tells its version', () => {
    expect(overblik(['--version'])).toEqual({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
  });

  it('ends as it says, and says what went wrong beside the answer', () => {
    expect(overblik(['check', '-'], '{}')).toMatchObject({ status: 1, stderr: '' });
    expect(overblik(['chek'])).toMatchObject({ status: 2, stdout: '', stderr: /./ });
    expect(overblik(['check', 'nothing.json'])).toMatchObject({ status: 3, stdout: '' });
  });

  it('counts through an adapter that imports the package, and that keeps a connection open', () => {
    writeFileSync(
      join(folder, 'adapter.mjs'),
      `import { memoryAdapter } from ${JSON.stringify(join(process.cwd(), 'dist/adapter/memory.js'))};
       setInterval(() => undefined, 1000);
       const patient = { id: 'a', name: 'Made-up', birthDate: '1940-01-01', sex: 'male' };
       const diagnoses = [{ code: 'P70', from: '2020-01-01' }];
       export default () => memoryAdapter({
         description: { name: 'Ours', coverage: { medication: { available: true } } },
         patients: [{ patient, diagnoses, medications: [], results: [] }],
       });`,
    );
    const { status, stdout } = overblik(['count', profile, '--adapter', 'adapter.mjs', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ members: 1, undecided: 0, clinic: 'Ours' });
    expect([0, 1]).toContain(status);
  });

  it('says what to do with a module in a folder whose scripts are CommonJS', () => {
    mkdirSync(join(folder, 'commonjs'));
    writeFileSync(join(folder, 'commonjs/package.json'), '{ "type": "commonjs" }');
    for (const [name, text] of [
      ['imports.js', "import 'node:fs';"],
      ['exports.js', 'export default {};'],
    ] as const) {
      writeFileSync(join(folder, 'commonjs', name), text);
      const { status, stderr } = overblik(['count', profile, '--adapter', `commonjs/${name}`]);
      expect(status).toBe(3);
      expect(stderr).toContain('npm pkg set type=module');
      expect(stderr).not.toContain('    at ');
    }
  });

  it('has the made-up clinic at hand, some of whose records nobody can read', () => {
    const { status, stdout } = overblik(['count', profile, '--clinic', 'sample', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ members: 28, undecided: 4, patients: 600 });
    expect(status).toBe(1);
  });

  it('ends in peace when nobody reads on', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" describe "${profile}" --json | head -1`],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
