/** Runs the test patients of a profile: whether each comes out as its author expects, and what nobody tests. */
import { compile, finish, type Steps } from '../../engine/index.ts';
import { profileTestPhrases } from '../../i18n/phrases/profile-tests.ts';
import { pointer } from '../../json/paths.ts';
import { describeRejection } from '../../model/describe/quality.ts';
import { textIn, type Language, type Profile, type ProfileTest } from '../../profile/index.ts';
import { checkPatient, listNames, recordTypes, type CheckedPatient } from '../../record/index.ts';
import { answersOf } from './answers.ts';
import { CoverageCount } from './coverage.ts';
import { judge, type Expectation } from './judge.ts';
import { patientOf } from './patient.ts';
import type { ProfileTestRun, TestResult } from './types.ts';

/**
 * Asks a profile of each of its test patients (`about.tests`), on the day of the test, with everything covered that
 * the test does not say otherwise of.
 *
 * @param language Of the words; default English.
 * @throws {TypeError} of a document that is no profile: `parseProfile` tells what is wrong with it.
 */
export function runProfileTests(profile: Profile, language: Language = 'en'): ProfileTestRun {
  return finish(runProfileTestsInSteps(profile, language));
}

/** As `runProfileTests`, some records of one test at a time. */
export function* runProfileTestsInSteps(
  document: Profile,
  language: Language = 'en',
): Steps<ProfileTestRun> {
  const plan = compile(document);
  const { profile } = plan;
  const results: TestResult[] = [];
  const coverage = new CoverageCount(profile, language);
  for (const [index, test] of (profile.about?.tests ?? []).entries()) {
    yield;
    const { patient } = checkPatient(patientOf(test, `test-${index}`));
    if (!patient) throw new RangeError(`The test patient ${index} has no id.`);
    const answers = yield* answersOf(plan, patient, test.on);
    coverage.add(answers);
    const telling = { profile, patient, on: test.on, language };
    const path = pointer(['about', 'tests', index]);
    const judged = expectationsOf(test).map((each) => ({
      path: path + pointer(['expect', ...each.key]),
      ...judge(each, answers, telling),
    }));
    results.push({
      path,
      title: textIn(test.title, language),
      on: test.on,
      ok: judged.length > 0 && judged.every(({ ok }) => ok),
      answers: judged,
      notes: notesOf(test, patient, language),
    });
  }
  return {
    ok: results.every(({ ok }) => ok),
    results,
    coverage: coverage.counts,
  };
}

function expectationsOf({ expect }: ProfileTest): readonly Expectation[] {
  const { population, markers = {}, indicators = {}, criteria = {} } = expect;
  return [
    ...(population === undefined
      ? []
      : [
          {
            key: ['population'],
            target: { kind: 'population' },
            expected: population,
          } as const,
        ]),
    ...Object.entries(markers).map(
      ([id, expected]) =>
        ({ key: ['markers', id], target: { kind: 'marker', id }, expected }) as const,
    ),
    ...Object.entries(indicators).map(
      ([id, expected]) =>
        ({ key: ['indicators', id], target: { kind: 'indicator', id }, expected }) as const,
    ),
    ...Object.entries(criteria).map(
      ([at, expected]) =>
        ({ key: ['criteria', at], target: { kind: 'criterion', at }, expected }) as const,
    ),
  ];
}

const knownKeys: ReadonlySet<string> = new Set([
  ...['title', 'on', 'patient', 'coverage', 'expect'],
  ...recordTypes.map((type) => listNames[type]),
]);
const knownAnswers: ReadonlySet<string> = new Set([
  ...['population', 'markers', 'indicators', 'criteria'],
]);

/** What of a test may not do what its author means. */
function notesOf(
  test: ProfileTest,
  { rejected }: CheckedPatient,
  language: Language,
): readonly string[] {
  const words = profileTestPhrases[language];
  const unknown = [
    ...Object.keys(test).filter((key) => !knownKeys.has(key)),
    ...Object.keys(test.expect)
      .filter((key) => !knownAnswers.has(key))
      .map((key) => `expect/${key}`),
  ];
  const isEmpty = expectationsOf(test).length === 0;
  return [
    ...(isEmpty ? [words.expectsNothing] : []),
    ...unknown.slice(0, mostNotes).map(words.unknownKey),
    ...rejected
      // What a test does not say of its patient is not known, and no fault.
      .filter(({ type, reason }) => type !== 'patient' || reason !== 'missing')
      .slice(0, mostNotes)
      .map(({ type, field, reason, count = 1 }) =>
        words.unread(
          describeRejection(
            { type, reason, fields: [field], records: count, patientIds: [], nobody: 0 },
            language,
          ),
        ),
      ),
  ];
}

const mostNotes = 20;
