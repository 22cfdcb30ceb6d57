/** Holds one expected answer against what came. */
import { profileTestPhrases } from '../../i18n/phrases/profile-tests.ts';
import { describeCriterion, textIn } from '../../profile/index.ts';
import { criterionAt } from '../criteria.ts';
import type { PatientAnswers } from './answers.ts';
import type { TestAnswer, TestTarget } from './types.ts';
import { whyMember, whyOf, type Telling } from './why.ts';

/** An answer that a test expects; `key` leads to it within `expect`. */
export interface Expectation {
  readonly key: readonly string[];
  readonly target: TestTarget;
  readonly expected: TestAnswer['expected'];
}

type Found = Pick<TestAnswer, 'name' | 'found' | 'why'>;

export function judge(
  { target, expected }: Expectation,
  answers: PatientAnswers,
  telling: Telling,
): Omit<TestAnswer, 'path'> {
  const found = find(target, answers, telling);
  return { target, expected, ok: found.found === expected, ...found };
}

function find(target: TestTarget, answers: PatientAnswers, telling: Telling): Found {
  const words = profileTestPhrases[telling.language];
  switch (target.kind) {
    case 'population':
      return {
        name: words.population,
        found: answers.membership.truth,
        why: whyMember(answers.membership, telling),
      };
    case 'marker':
      return findMarker(target.id, answers, telling);
    case 'indicator':
      return findIndicator(target.id, answers, telling);
    case 'criterion':
      return findCriterion(target.at, answers, telling);
  }
}

function findMarker(id: string, answers: PatientAnswers, telling: Telling): Found {
  const { profile, language } = telling;
  const words = profileTestPhrases[language];
  const index = (profile.markers ?? []).findIndex((each) => each.id === id);
  const marker = profile.markers?.[index];
  if (!marker) return missing(words.marker(id), words.noSuchMarker(id));
  const name = words.marker(textIn(marker.title, language));
  const finding = answers.findings.get(`/markers/${index}/when`)!;
  return (
    notAsked(name, answers, telling) ?? {
      name,
      found: finding.truth,
      why: whyOf([finding], telling),
    }
  );
}

/** R22: out of the denominator is not counted; where it is not known, neither is the answer. */
function findIndicator(id: string, answers: PatientAnswers, telling: Telling): Found {
  const { profile, language } = telling;
  const words = profileTestPhrases[language];
  const index = (profile.indicators ?? []).findIndex((each) => each.id === id);
  const indicator = profile.indicators?.[index];
  if (!indicator) return missing(words.indicator(id), words.noSuchIndicator(id));
  const name = words.indicator(textIn(indicator.title, language));
  const place = `/indicators/${index}`;
  const denominator = answers.denominators.get(index);
  const below = denominator?.truth ?? 'yes';
  const asked = ['denominator', 'except', 'numerator'].flatMap(
    (key) => answers.findings.get(`${place}/${key}`) ?? [],
  );
  return (
    notAsked(name, answers, telling) ?? {
      name,
      found: below === 'no' ? 'out' : below === 'unknown' ? 'unknown' : asked.at(-1)!.truth,
      why: whyOf(asked, telling),
    }
  );
}

function findCriterion(at: string, answers: PatientAnswers, telling: Telling): Found {
  const { profile, language } = telling;
  const words = profileTestPhrases[language];
  const located = criterionAt(profile, at);
  const finding = answers.findings.get(at);
  if (!located || !finding) return missing(words.criterion(at), words.noSuchCriterion(at));
  return {
    name: words.criterion(describeCriterion(located.criterion, profile, language)),
    found: finding.truth,
    why: whyOf([finding], telling),
  };
}

/** R22: markers and indicators are asked of members alone. */
function notAsked(
  name: string,
  { membership }: PatientAnswers,
  telling: Telling,
): Found | undefined {
  if (membership.truth === 'yes') return undefined;
  const words = profileTestPhrases[telling.language];
  const why = words.noMember(words.answers[membership.truth]);
  return { name, found: 'not-asked', why: [why, ...whyMember(membership, telling)] };
}

function missing(name: string, why: string): Found {
  return { name, found: 'missing', why: [why] };
}
