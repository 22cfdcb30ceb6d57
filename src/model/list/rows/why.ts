/** Why a patient is on a list, for a cell, a line of paper and a file: the whole of it stands in the cockpit, as a tree. */
import {
  evidenceOf,
  recordsIn,
  unknownReasonsIn,
  type Finding,
  type Membership,
  type PatientOutcome,
} from '../../../engine/index.ts';
import { nameOne } from '../../../i18n/record-types.ts';
import {
  combinationOf,
  describeCriterion,
  textIn,
  type Criterion,
  type Language,
  type Profile,
} from '../../../profile/index.ts';
import { describeRecord, describeUnknownReasons } from '../../describe/index.ts';
import { describeUndecided } from '../../describe/list.ts';
import { inFew, mostProofs, proofsInFew } from '../../few.ts';

export interface Why {
  /** A few words for the cell; never none. */
  readonly short: string;
  /** One sentence per record or reason; never none. */
  readonly lines: readonly string[];
}

/**
 * Why a patient is in the population, or what is missing to say so. Whom no record makes a member, but an age or what
 * is not recorded, is there for what the profile asks.
 */
export function whyOf(outcome: PatientOutcome, language: Language): Why {
  const { membership, profile } = outcome;
  const parts = combinationOf(profile);
  const findings = membership.include.branches;
  // A death that cannot be read is nobody's list.
  if (!parts || membership.unknownReasons.length > 0 || findings.length !== parts.length)
    return whyIn(outcome, membership, profile.population.include, language);
  const isMember = membership.truth === 'yes';
  const each = parts.flatMap((part, at): readonly Why[] => {
    const finding = findings[at]!;
    if (finding.truth === 'no') return [];
    const own: Membership = { truth: finding.truth, unknownReasons: [], include: finding };
    const why = whyIn(outcome, own, part.membership, language);
    const title = textIn(part.title, language);
    const isSure = finding.truth === 'yes';
    return [
      {
        // Of a member it stands in the column of the lists that one cannot be decided.
        short: isSure ? why.short : isMember ? '' : `${title}: ${why.short}`,
        lines: why.lines.map((line) =>
          isSure ? `${title}: ${line}` : `${describeUndecided(title, language)}: ${line}`,
        ),
      },
    ];
  });
  const shorts = each.flatMap(({ short }) => (short ? [short] : []));
  return {
    short: [...new Set(shorts)].join(' · '),
    lines: each.flatMap(({ lines }) => lines),
  };
}

/** @param include What is asked of whoever is included. */
function whyIn(
  outcome: PatientOutcome,
  membership: Membership,
  include: Criterion,
  language: Language,
): Why {
  const { asOf, profile } = outcome;
  if (membership.truth === 'unknown') {
    const lines = [
      ...describeUnknownReasons(membership.unknownReasons, language),
      ...describeUnknownReasons(unknownReasonsIn(evidenceOf(membership.include)), language),
      ...(membership.exclude
        ? describeUnknownReasons(unknownReasonsIn(evidenceOf(membership.exclude)), language)
        : []),
    ];
    const each = [...new Set(lines)];
    return { short: each.join(' · '), lines: each };
  }
  const evidence = evidenceOf(membership.include);
  const records = recordsIn(evidence);
  if (records.length === 0) {
    const asked = metBy(evidence, include, profile, language);
    const each = inFew([...new Set(asked)], mostProofs, (words) => words, language);
    return { short: each.join(' · '), lines: each };
  }
  const names = records.map((record) => {
    const { type, code, text } = record;
    return type === 'diagnosis' ? code : text?.trim() || code || nameOne(type, language);
  });
  return {
    short: inFew([...new Set(names)], mostProofs, (name) => name, language).join(' · '),
    lines: proofsInFew(
      records,
      (record) => describeRecord(record, asOf, language, outcome),
      language,
    ),
  };
}

/** What was asked and made it so, in sentences: of what is joined by *and* or *or* each part that counted. */
function metBy(
  { path, branches }: Finding,
  criterion: Criterion,
  profile: Profile,
  language: Language,
): readonly string[] {
  const [name, parts] =
    'all' in criterion
      ? (['all', criterion.all] as const)
      : 'any' in criterion
        ? (['any', criterion.any] as const)
        : 'atLeast' in criterion
          ? (['of', criterion.of] as const)
          : [];
  if (!parts) return [describeCriterion(criterion, profile, language)];
  return parts.flatMap((part, at) => {
    const branch = branches.find((each) => each.path === `${path}/${name}/${at}`);
    return branch ? metBy(branch, part, profile, language) : [];
  });
}
