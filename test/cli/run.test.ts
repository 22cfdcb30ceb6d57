/** What every call of the command line has in common: commands, options, help and exit codes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { diabetes, Folder, lines, patient } from './call.ts';

const folder = new Folder();
const fine = folder.write('fine.json', diabetes());
const wrong = folder.write('wrong.json', diabetes({ population: {} }));
const people = folder.write(
  'people.ndjson',
  lines(patient('a', 'T90', '2026-01-01'), patient('b')),
);
const half = folder.write('half.ndjson', `${lines(patient('a', 'T90'))}{"patient": {"id": `);
const none = folder.write('none.ndjson', '');
const empty = folder.write('empty.mjs', 'export const adapter = {};');

describe('exit codes', () => {
  it.each<readonly [code: number, words: string]>([
    [0, '--help'],
    [0, '--version'],
    [0, 'help count'],
    [0, 'check --help'],
    [0, `check ${fine}`],
    [1, `check ${wrong}`],
    [1, `check ${fine} ${wrong}`],
    [0, `describe ${fine}`],
    [0, `count ${fine} --records ${people}`],
    [1, `count ${fine} --records ${half}`],
    [0, `diff ${fine} ${fine}`],
    [0, `diff ${fine} ${fine} --exit-code`],
    [2, ''],
    [2, 'chek'],
    [2, `check ${fine} --strit`],
    [2, 'check'],
    [2, 'describe'],
    [2, `describe ${fine} --lang sv`],
    [2, `count ${fine}`],
    [2, `count --records ${people}`],
    [2, `count ${fine} ${fine} --records ${people}`],
    [2, `count ${fine} --records ${people} --clinic sample`],
    [2, `count ${fine} --records ${people} --as-of 2026-02-30`],
    [2, `count ${fine} --records ${people} --deadline soon`],
    [2, `count ${fine} --records ${people} --size 4`],
    [2, `diff ${fine}`],
    [2, 'diff - -'],
    [3, 'check not-there.json'],
    [3, 'check "*.yaml"'],
    [3, 'check .'],
    [3, `describe ${wrong}`],
    [3, `count ${wrong} --records ${people}`],
    [3, `count ${fine} --records not-there.ndjson`],
    [3, `count ${fine} --records ${none}`],
    [3, `count ${fine} --adapter ${empty}`],
    [3, `count ${fine} --adapter not-there.mjs`],
  ])('%i: overblik %s', async (code, words) => {
    const ended = await folder.call(words.replaceAll('"', '').split(' ').filter(Boolean));
    expect(ended).toMatchObject({ code });
    // What went wrong is said where programs that read the answer do not look.
    if (code >= 2 && words !== '') expect(ended).toMatchObject({ out: '', err: /./ });
    else expect(ended.err).toBe('');
  });
});

describe('help', () => {
  it.each(commands.map(({ name }) => name))('%s tells all that it takes', async (name) => {
    const command = await commands.find((each) => each.name === name)!.load();
    const { out } = await folder.call([name, '--help']);
    expect(command.name).toBe(name);
    for (const option of [...Object.keys(command.options), 'json', 'help'])
      expect(out).toContain(`--${option}`);
    for (const option of Object.values(command.options))
      expect(out.replaceAll(/\s+/g, ' ')).toContain(option.about);
    for (const example of command.examples) expect(out).toContain(example);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('of each command stands in the docs, where it is run', () => {
    const page = readFileSync('stories/docs/command-line.mdx', 'utf8');
    for (const { name } of commands) expect(page).toContain(`\n## ${name}\n`);
    for (const { name } of commands)
      expect(page).toContain(`\`\`\`sh run\nnpx overblik ${name} --help\n\`\`\``);
  });

  it('lists the commands', async () => {
    const { out } = await folder.call(['--help']);
    for (const { load } of commands) expect(out).toContain((await load()).summary);
  });
});

it('suggests what was probably meant', async () => {
  expect((await folder.call(['cont'])).err).toContain('did you mean "count"?');
  expect((await folder.call(['check', '--stict', fine])).err).toContain('did you mean "--strict"?');
});

it('tells a fault of its own as such', async () => {
  const broken = {
    out: () => {
      throw new Error('no more room');
    },
    err: () => undefined,
    stdin: () => Promise.resolve(new Uint8Array()),
    folder: folder.path,
    today: () => '2026-11-24',
    now: () => '2026-11-24T09:00:00+01:00',
  };
  const { run } = await import('../../src/cli/run.ts');
  expect(await run(['--help'], broken)).toBe(4);
});
