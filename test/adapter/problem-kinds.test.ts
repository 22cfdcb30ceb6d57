/** Every kind of problem that a host's developer can be told is in the docs, and has its own advice on the console. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProblemReportKind } from '../../src/adapter/index.ts';
import { adviseOn } from '../../src/model/describe/advice.ts';

/** The compiler refuses this where a kind is missing, or is none. */
const all: Record<ProblemReportKind, true> = {
  'not-an-adapter': true,
  'adapter-is-promise': true,
  'adapter-is-class': true,
  'not-a-function': true,
  'no-source': true,
  misnamed: true,
  'lost-this': true,
  network: true,
  'not-json': true,
  threw: true,
  deadline: true,
  unsupported: true,
  'answer-is-nothing': true,
  'answer-is-text': true,
  'answer-is-number': true,
  'answer-is-boolean': true,
  'answer-is-function': true,
  'answer-is-promise': true,
  'answer-is-response': true,
  'answer-is-list': true,
  'answer-is-wrapped': true,
  'wrong-answer': true,
  'batch-is-no-list': true,
  'other-patient': true,
  'too-large': true,
  'no-result': true,
  unusable: true,
  'plain-text': true,
  'cut-short': true,
  miscounted: true,
  'too-much': true,
  'repeated-patient': true,
  'missing-source': true,
  'no-list': true,
  'no-code-in-system': true,
  'foreign-codes': true,
  'profile-error': true,
  'profile-is-promise': true,
  'profile-is-response': true,
  'profile-is-text': true,
  'unknown-id': true,
  'not-an-object': true,
  missing: true,
  'wrong-type': true,
  'unknown-value': true,
  'unreadable-date': true,
  'impossible-date': true,
  'placeholder-date': true,
  'empty-code': true,
  'not-measured': true,
  'ends-before-start': true,
  'too-many': true,
  'too-long': true,
  'doubtful-state': true,
  'shifted-date': true,
  'birth-date-unlike-cpr': true,
  'without-code': true,
  'number-as-text': true,
  'hidden-characters': true,
  'cut-text': true,
  'death-at-epoch': true,
  'far-ahead': true,
  'text-among-numbers': true,
};
const kinds = Object.keys(all) as ProblemReportKind[];

/** The kinds in the first column of the docs' table. */
function documented(): readonly string[] {
  const [, section = ''] = readFileSync('stories/docs/embedding.mdx', 'utf8').split(
    '### When something is wrong',
  );
  const [table = ''] = section.split('\n### ');
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, kind]) => kind!));
}

describe('kinds of problems', () => {
  it('the docs have each of them once, and no other', () => {
    expect([...documented()].sort()).toEqual([...kinds].sort());
  });

  it.each(kinds)('%s has advice of its own', (kind) => {
    const said = adviseOn({ kind, call: 'records', field: 'results', count: 1 });
    expect(said).not.toBe(`results: ${kind.replaceAll('-', ' ')}.`);
  });
});
