/** The hand-worked cases over the columns and through the reference; and that every rule named is a rule. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesIn } from '../files.ts';
import { ask } from './build.ts';
import { asOf, cases, memberCases, membershipOf, patientOf } from './cases.ts';
import { readSemantics, ruleOf } from './rules.ts';

const { rules } = readSemantics();
const numbers = new Set(rules.map(({ number }) => number));

it.each(cases)('$name: $truth', (each) => {
  expect(ask(each.criterion, patientOf(each), { on: asOf, coverage: {} }).truth).toBe(each.truth);
});

it.each(memberCases)('$name: $truth', (each) => {
  expect(membershipOf(each)).toBe(each.truth);
});

it('every case is of a rule, and no name stands twice', () => {
  const all = [...cases, ...memberCases];
  expect(all.filter((each) => !numbers.has(ruleOf(each))).map(({ name }) => name)).toEqual([]);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

it('every rule that code, tests and docs name is one', () => {
  const named = ['src', 'test', 'stories']
    .flatMap((folder) => filesIn(folder))
    .filter((file) => /\.(ts|mdx?)$/.test(file) && !file.startsWith('test/bench/'))
    .flatMap((file) =>
      // From R60 on they are ICPC-2's diagnoses of the airways.
      [...readFileSync(file, 'utf8').matchAll(/(?<![\w-])R[1-5]?\d[a-c]?(?![\w-])/g)].map(
        ([number]) => ({ file, number }),
      ),
    );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ number }) => !numbers.has(number))).toEqual([]);
});
