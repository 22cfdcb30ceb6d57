/** A cluster package in words, for a reader and for a search. */
import { textIn, type Language } from '../../i18n/language.ts';
import { clusterPackagePhrases } from '../../i18n/phrases/cluster-package.ts';
import { profilePhrases } from '../../i18n/phrases/profile.ts';
import { inSentences } from '../../i18n/sentences.ts';
import { describePeriod } from '../../profile/describe/windows.ts';
import type { ProfileSection, ProfileWords } from '../../profile/describe/profile.ts';
import type { LocalText, Profile } from '../../profile/types.ts';
import { gateQuestions } from './checks.ts';
import type { ClusterPackage, PackageActivity, PackageIndicator, PackageTool } from './types.ts';

/**
 * The package's sections in reading order; empty ones are left out.
 *
 * @param profiles Those whose titles and indicators are told by name; of others their ids are.
 */
export function describePackage(
  document: ClusterPackage,
  language: Language,
  profiles: readonly Profile[] = [],
): ProfileWords {
  const words = clusterPackagePhrases[language];
  const say = (text: LocalText) => textIn(text, language);
  const { purpose, description, gate, questions, tools, followUp, about } = document;
  const approved = about?.approvedBy ?? [];
  const approval = profilePhrases[language];
  const sections: readonly ProfileSection[] = [
    { title: words.purpose, lines: purpose.map(say) },
    { title: words.description, lines: description ? [say(description)] : [] },
    {
      title: words.gate,
      lines: gateQuestions.map((question) => {
        const answer = gate[question];
        return `${words.gateQuestions[question]} ${answer ? say(answer) : words.notAnswered}`;
      }),
    },
    {
      title: words.profiles,
      lines: document.profiles.map(({ id, version }) => {
        const title = profiles.find((each) => each.id === id)?.title;
        const which = version === undefined ? words.newest : words.version(version);
        return `${title ? `${say(title)} (${id})` : id}, ${which}`;
      }),
    },
    {
      title: words.indicators,
      lines: document.indicators.map((each) => describeIndicator(each, language, profiles)),
    },
    {
      title: words.activities,
      lines: (document.activities ?? []).map((each) => describeActivity(each, language)),
    },
    { title: words.questions, lines: questions.map(({ text }) => say(text)) },
    { title: words.tools, lines: tools.map((each) => describeTool(each, language)) },
    {
      title: words.followUp,
      lines: [
        inSentences([
          words.after(describePeriod(followUp.period, language)),
          ...(followUp.text ? [say(followUp.text)] : []),
        ]),
      ],
    },
    {
      title: approval.approval,
      lines:
        approved.length === 0
          ? [approval.notApproved]
          : approved.map(({ name, on, until }) => approval.approvedBy(name, on, until)),
    },
  ];
  return {
    title: say(document.title),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/** What an indicator is called: by its profile where it is known, else by its id. */
export function indicatorTitle(
  { profile, indicator }: Pick<PackageIndicator, 'profile' | 'indicator'>,
  language: Language,
  profiles: readonly Profile[],
): string {
  const found = profiles
    .find(({ id }) => id === profile)
    ?.indicators?.find(({ id }) => id === indicator);
  return found ? textIn(found.title, language) : `${profile}: ${indicator}`;
}

function describeIndicator(
  each: PackageIndicator,
  language: Language,
  profiles: readonly Profile[],
): string {
  const words = clusterPackagePhrases[language];
  const { why, moves, target } = each;
  return inSentences([
    `${indicatorTitle(each, language, profiles)}: ${textIn(why, language)}`,
    ...(moves ? [`${words.moves}: ${textIn(moves, language)}`] : []),
    ...(target ? [words.target(target)] : []),
  ]);
}

function describeActivity({ title, why, codes }: PackageActivity, language: Language): string {
  const kinds = (codes ?? []).map(({ system, include }) => `${system} ${include.join(', ')}`);
  const which = kinds.length > 0 ? kinds.join('; ') : clusterPackagePhrases[language].allPlans;
  return inSentences([
    `${textIn(title, language)}: ${which}`,
    ...(why ? [textIn(why, language)] : []),
  ]);
}

function describeTool({ kind, title, text, href }: PackageTool, language: Language): string {
  const told = [...(text ? [textIn(text, language)] : []), ...(href ? [href] : [])];
  const name = `${clusterPackagePhrases[language].kinds[kind]}: ${textIn(title, language)}`;
  return [name, ...told].join('. ');
}
