import type { Finding, PatientOutcome, Truth } from '../../engine/index.ts';
import {
  describeCriterionTree,
  resolveCodes,
  type Criterion,
  type CriterionWords,
  type Codes,
  type Language,
  type Profile,
} from '../../profile/index.ts';
import { requireDate, type CalendarDate } from '../../record/index.ts';
import { describeUnknownReasons, describeRecord } from '../describe/index.ts';
import { inFew, proofsInFew } from '../few.ts';

/** A criterion as it came out for the patient: what was asked, the answer, and its records or unknown reasons. */
export interface WhyNode {
  readonly path: string;
  readonly text: string;
  readonly truth: Truth;
  readonly records: readonly string[];
  /** The codes none of which was found, where that alone is what was asked, and it is known that there is none. */
  readonly notFound: readonly string[];
  readonly unknownReasons: readonly string[];
  readonly branches: readonly WhyNode[];
}

export interface WhyView {
  readonly truth: Truth;
  readonly out: 'deceased' | 'unborn' | undefined;
  readonly unknownReasons: readonly string[];
  readonly include: WhyNode;
  readonly exclude: WhyNode | undefined;
}

/**
 * Why the patient is, or is not, in the population: every branch, with its records or unknown reasons.
 *
 * @param today Where the patient is seen on another day, the words name that day.
 * @throws {RangeError} of a day that does not exist.
 */
export function viewWhy(
  outcome: PatientOutcome,
  language: Language,
  today: CalendarDate = outcome.asOf,
): WhyView {
  requireDate(today, 'viewWhy: today');
  const on = outcome.asOf === today ? undefined : outcome.asOf;
  const { membership, profile } = outcome;
  const { include, exclude } = profile.population;
  const node = (criterion: Criterion, finding: Finding, path: string) =>
    viewNode(
      describeCriterionTree(criterion, profile, language, path, on),
      finding,
      outcome,
      language,
    );
  return {
    truth: membership.truth,
    out: membership.out,
    unknownReasons: describeUnknownReasons(membership.unknownReasons, language),
    include: node(include, membership.include, '/population/include'),
    exclude:
      exclude && membership.exclude && node(exclude, membership.exclude, '/population/exclude'),
  };
}

function viewNode(
  words: CriterionWords,
  finding: Finding,
  outcome: PatientOutcome,
  language: Language,
): WhyNode {
  return {
    path: words.path,
    text: words.text,
    truth: finding.truth,
    records: proofsInFew(
      finding.records,
      (record) => describeRecord(record, outcome.asOf, language, outcome),
      language,
    ),
    notFound: finding.truth === 'no' ? codesAsked(outcome.profile, words.path, language) : [],
    unknownReasons:
      finding.truth === 'unknown' ? describeUnknownReasons(finding.unknownReasons, language) : [],
    branches: words.branches.flatMap((branch) => {
      const below = finding.branches.find(({ path }) => path === branch.path);
      return below ? [viewNode(branch, below, outcome, language)] : [];
    }),
  };
}

/** So many codes are named. */
const mostCodes = 8;

/** The codes of a criterion that asks for nothing but one of them; none of one that asks for more, or for something else. */
function codesAsked(profile: Profile, path: string, language: Language): readonly string[] {
  const criterion = path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], profile);
  const [query, ...others] = Object.values(criterion as object) as readonly object[];
  if (!query || others.length > 0 || !('codes' in query)) return [];
  const isPlain = Object.keys(query).every((key) => key === 'codes' || key === 'when');
  const sets = resolveCodes(profile, query.codes as Codes);
  if (!isPlain || sets.some(({ exclude }) => exclude)) return [];
  const codes = sets.flatMap(({ include }) => include);
  return inFew(codes, mostCodes, (code) => code, language);
}
