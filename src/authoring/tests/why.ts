/** Why a test came out as it did, in words. */
import { evidenceOf, type Finding, type Membership } from '../../engine/index.ts';
import { profileTestPhrases } from '../../i18n/phrases/profile-tests.ts';
import { describeRecord } from '../../model/describe/records.ts';
import { describeUnknownReasons } from '../../model/describe/unknown-reasons.ts';
import { describeCriterion, type Language, type Profile } from '../../profile/index.ts';
import type { CalendarDate, CheckedPatient } from '../../record/index.ts';
import { criterionAt } from '../criteria.ts';

/** Of whom, of which profile, on which day, in which language something is told. */
export interface Telling {
  readonly profile: Profile;
  readonly patient: CheckedPatient;
  readonly on: CalendarDate;
  readonly language: Language;
}

/** So many reasons are told, and so many records of each. */
const mostReasons = 20;
const mostRecords = 5;
/** So many criteria are put in words to tell which say the same. */
const mostLeaves = 100;

export function whyMember(
  { include, exclude, out, unknownReasons }: Membership,
  telling: Telling,
): readonly string[] {
  const { language } = telling;
  if (out) return [profileTestPhrases[language][out]];
  const own = describeUnknownReasons(unknownReasons, language);
  return [...own, ...whyOf([include, ...(exclude ? [exclude] : [])], telling)];
}

/** The criteria that decided, each with how it came out and by which records; what is missing below. */
export function whyOf(findings: readonly Finding[], telling: Telling): readonly string[] {
  const { language } = telling;
  const leaves = findings.flatMap((each) => leavesOf(evidenceOf(each)));
  const said = [...new Set(leaves.slice(0, mostLeaves).flatMap(sayIn(telling)))];
  const more = said.length - mostReasons + Math.max(0, leaves.length - mostLeaves);
  return more > 0
    ? [...said.slice(0, mostReasons), profileTestPhrases[language].andMore(more)]
    : said;
}

function leavesOf(finding: Finding): readonly Finding[] {
  return finding.branches.length === 0 ? [finding] : finding.branches.flatMap(leavesOf);
}

function sayIn({ profile, patient, on, language }: Telling) {
  const words = profileTestPhrases[language];
  return ({ path, truth, records, unknownReasons }: Finding): readonly string[] => {
    const criterion = criterionAt(profile, path)?.criterion;
    const named = records
      .slice(0, mostRecords)
      .map((record) =>
        describeRecord(record, on, language, { patient, coverage: patient.coverage }),
      );
    const more = records.length - named.length;
    const list = [...named, ...(more > 0 ? [words.andMore(more)] : [])].join('; ');
    return [
      ...(criterion
        ? [
            words.because(
              describeCriterion(criterion, profile, language),
              words.answers[truth],
              list,
            ),
          ]
        : list === ''
          ? []
          : [list]),
      ...(truth === 'unknown' ? describeUnknownReasons(unknownReasons, language) : []),
    ];
  };
}
