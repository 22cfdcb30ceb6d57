/** The test patients of a profile in words: who they are, and what is expected of the profile. */
import { formatLongDate } from '../../i18n/dates.ts';
import { profileTestPhrases } from '../../i18n/phrases/profile-tests.ts';
import {
  describeCriterion,
  textIn,
  type Language,
  type Profile,
  type ProfileSection,
  type ProfileTest,
} from '../../profile/index.ts';
import { criterionAt } from '../criteria.ts';

/** `Donepezil, aldrig kodet, 24. november 2026: Populationen: ja`, a line for each; no line where there are none. */
export function describeProfileTests(profile: Profile, language: Language): ProfileSection {
  const words = profileTestPhrases[language];
  const lines = (profile.about?.tests ?? []).map((test) => {
    const who = words.onDay(textIn(test.title, language), formatLongDate(test.on, language));
    return `${who}: ${answersIn(test, profile, language).join('; ')}`;
  });
  return { title: words.tests, lines };
}

function answersIn(
  { expect }: ProfileTest,
  profile: Profile,
  language: Language,
): readonly string[] {
  const words = profileTestPhrases[language];
  const { population, markers = {}, indicators = {}, criteria = {} } = expect;
  const titleOf = (id: string, list: Profile['markers' | 'indicators']) => {
    const title = list?.find((each) => each.id === id)?.title;
    return title ? textIn(title, language) : id;
  };
  const say = (name: string, answer: keyof typeof words.answers) =>
    `${name}: ${words.answers[answer]}`;
  return [
    ...(population ? [say(words.population, population)] : []),
    ...Object.entries(markers).map(([id, answer]) =>
      say(words.marker(titleOf(id, profile.markers)), answer),
    ),
    ...Object.entries(indicators).map(([id, answer]) =>
      say(words.indicator(titleOf(id, profile.indicators)), answer),
    ),
    ...Object.entries(criteria).map(([at, answer]) => {
      const criterion = criterionAt(profile, at)?.criterion;
      const text = criterion ? describeCriterion(criterion, profile, language) : at;
      return say(words.criterion(text), answer);
    }),
  ];
}
