/** What of a profile its test patients make true, false and unknown. */
import { profileTestPhrases } from '../../i18n/phrases/profile-tests.ts';
import { pointer } from '../../json/paths.ts';
import { describeCriterion, textIn, type Language, type Profile } from '../../profile/index.ts';
import { criteriaWithin, topCriteria } from '../criteria.ts';
import type { PatientAnswers } from './answers.ts';
import type { Answer, TestCoverage } from './types.ts';

type Counted = { -readonly [Key in keyof TestCoverage]: TestCoverage[Key] };

interface Entry {
  readonly count: Counted;
  /** How it came out; undefined where it was not asked. */
  readonly answer: (answers: PatientAnswers) => Answer | undefined;
}

/** Counts, patient by patient. Markers and indicators, with the criteria in them, are asked of members alone (R22). */
export class CoverageCount {
  readonly #entries: readonly Entry[];

  constructor(profile: Profile, language: Language) {
    const words = profileTestPhrases[language];
    const { markers = [], indicators = [] } = profile;
    const none = { yes: 0, no: 0, unknown: 0 };
    this.#entries = [
      {
        count: { path: '/population', kind: 'population', name: words.population, ...none },
        answer: ({ membership }) => membership.truth,
      },
      ...markers.map(({ id, title }, index): Entry => {
        const path = `/markers/${index}`;
        const name = words.marker(textIn(title, language));
        return {
          count: { path, kind: 'marker', id, name, ...none },
          answer: (answers) => ofMember(answers, `${path}/when`),
        };
      }),
      ...indicators.map(({ id, title }, index): Entry => {
        const path = `/indicators/${index}`;
        const name = words.indicator(textIn(title, language));
        return {
          count: { path, kind: 'indicator', id, name, ...none },
          answer: (answers) => {
            const below = answers.denominators.get(index)?.truth ?? 'yes';
            if (below === 'no') return undefined;
            const above = ofMember(answers, `${path}/numerator`);
            return above && below === 'unknown' ? 'unknown' : above;
          },
        };
      }),
      ...topCriteria(profile)
        .flatMap(criteriaWithin)
        .map(({ path, criterion }): Entry => {
          const at = pointer(path);
          const name = words.criterion(describeCriterion(criterion, profile, language));
          const isOfAll = path[0] === 'population';
          return {
            count: { path: at, kind: 'criterion', name, ...none },
            answer: (answers) =>
              isOfAll ? answers.findings.get(at)?.truth : ofMember(answers, at),
          };
        }),
    ];
  }

  add(answers: PatientAnswers): void {
    for (const { count, answer } of this.#entries) {
      const found = answer(answers);
      if (found) count[found]++;
    }
  }

  get counts(): readonly TestCoverage[] {
    return this.#entries.map(({ count }) => count);
  }
}

function ofMember({ membership, findings }: PatientAnswers, path: string): Answer | undefined {
  return membership.truth === 'yes' ? findings.get(path)?.truth : undefined;
}
