/** The test patients of a profile's file: each that comes out otherwise than expected, and what nobody tests. */
import {
  isTested,
  runProfileTests,
  type ProfileTestRun,
  type TestAnswer,
  type TestCoverage,
  type TestResult,
} from '../authoring/index.ts';
import type { Language } from '../profile/index.ts';
import type { JsonPlaces, Place } from '../json/places.ts';
import type { CheckedFile } from './profile-files.ts';

/** What comes of the test patients of one file, with where each stands in it. */
export interface CheckedTests {
  readonly ok: boolean;
  readonly results: readonly PlacedResult[];
  readonly coverage: readonly (TestCoverage & Place)[];
}

interface PlacedResult extends Omit<TestResult, 'answers'>, Place {
  readonly answers: readonly (TestAnswer & Place)[];
}

/** Runs the test patients of a file; undefined where it is no profile that can be used. */
export function runTestsOf(
  { profile, places }: CheckedFile,
  language: Language,
): CheckedTests | undefined {
  return profile && placed(runProfileTests(profile, language), places);
}

function placed({ ok, results, coverage }: ProfileTestRun, places: JsonPlaces): CheckedTests {
  const at = <Item extends { readonly path: string }>(item: Item) => ({
    ...places.of(item.path),
    ...item,
  });
  return {
    ok,
    results: results.map((result) => ({ ...at(result), answers: result.answers.map(at) })),
    coverage: coverage.map(at),
  };
}

/** How many of the test patients did not come out as expected. */
export function failedIn({ results }: CheckedTests): number {
  return results.filter(({ ok }) => !ok).length;
}

/** `demens.json:640:11: test failed: …`, why below; then what is worth a look, and what nobody tests. */
export function tellTests(file: string, { results, coverage }: CheckedTests): string {
  const lines: string[] = [];
  for (const { title, on, notes, ok, answers, line, column } of results) {
    const who = `"${title}" on ${on}`;
    if (!ok && answers.length === 0)
      lines.push(`${file}:${line}:${column}: test failed: ${who}: ${notes[0]}`);
    for (const each of answers.filter((answer) => !answer.ok))
      lines.push(
        `${file}:${each.line}:${each.column}: test failed: ${who}: ${each.name}: expected ${each.expected}, found ${each.found} [${each.path}]`,
        ...each.why.map((reason) => `    because: ${reason}`),
      );
    for (const note of answers.length === 0 ? notes.slice(1) : notes)
      lines.push(`${file}:${line}:${column}: note: test ${who}: ${note}`);
  }
  if (results.length > 0)
    for (const each of coverage.filter((entry) => !isTested(entry))) {
      const lacking = [...(each.yes > 0 ? [] : ['yes']), ...(each.no > 0 ? [] : ['no'])];
      lines.push(
        `${file}:${each.line}:${each.column}: note: no test patient makes this ${lacking.join(' or ')}: ${each.name} [${each.path}]`,
      );
    }
  return lines.map((line) => `${line}\n`).join('');
}

/** `14 test patients, all as expected`. */
export function summaryOf(tests: CheckedTests): string {
  const { length } = tests.results;
  if (length === 0) return 'no test patients';
  const failed = failedIn(tests);
  const count = `${length} test ${length === 1 ? 'patient' : 'patients'}`;
  return failed === 0 ? `${count}, all as expected` : `${count}, ${failed} not as expected`;
}
