/** What mends an error of the format: after it the error is gone. */
import { expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { applyFix } from '../../src/authoring/index.ts';
import { fixOfIssue } from '../../src/authoring/review/fix-of-error.ts';
import { checkProfile } from '../../src/profile/check.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { documentOf } from '../engine/build.ts';

const has = (...include: readonly string[]): Criterion => ({
  diagnosis: { codes: { system: 'ICPC-2', include } },
});
const item = { id: 'a', type: 'diagnosis', title: { da: 'A' } };

it.each<readonly [code: string, document: unknown]>([
  ['unknown-key', { ...demens, mrkers: [] }],
  ['unknown-key', documentOf(has('T90'), { perpose: 'x' })],
  ['unknown-codes', documentOf({ diagnosis: { codes: 'demes' } }, { codes: demens.codes })],
  ['not-one-of', documentOf(has('T90'), { information: [{ ...item, show: 'lst' }] })],
  ['code-entry', documentOf(has('P70 P71'))],
  ['code-range', documentOf(has('P75-P70'))],
  ['code-shape', documentOf(has('P7O'))],
  ['duplicate-id', documentOf(has('T90'), { information: [item, { ...item, show: 'list' }] })],
])('mends %s', (code, document) => {
  const issuesOf = (given: unknown) => {
    const outcome = checkProfile(given);
    return [...(outcome.ok ? [] : outcome.errors), ...outcome.warnings];
  };
  const issue = issuesOf(document).find((each) => each.code === code)!;
  const fix = fixOfIssue(issue, document);
  expect(fix).toBeDefined();
  const left = issuesOf(applyFix(document, fix!));
  expect(left.some((each) => each.code === code && each.path === issue.path)).toBe(false);
});

it('leaves to the author what may mean several', () => {
  const issue = { code: 'code-shape', path: '/x/0', details: { suggestions: ['P70', 'P71'] } };
  expect(fixOfIssue(issue, {})).toBeUndefined();
  expect(fixOfIssue({ code: 'missing', path: '/title', details: {} }, {})).toBeUndefined();
});
