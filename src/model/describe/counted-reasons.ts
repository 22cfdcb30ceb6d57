/** Why something cannot be decided, of how many, in words that name what the profile names. */
import type { UnknownReason } from '../../engine/index.ts';
import { unknownReasonPhrases } from '../../i18n/phrases/unknown-reasons.ts';
import { resolveCodes, textIn, type Language, type Profile } from '../../profile/index.ts';
import { anyCodeMatcher, type ClinicalRecord } from '../../record/index.ts';
import type { UnknownReasonGroup } from '../quality/types.ts';
import { describeSharedReason } from './quality.ts';

/** One reason for not knowing: of how many patients it is one. */
export interface ReasonCount {
  readonly reason: UnknownReason['kind'];
  readonly type?: string;
  readonly patients: number;
  /** Of a record's reason: its code. */
  readonly code?: string;
  /** Of a unit's reason: the unit that the results have, and the one that the profile asks in. */
  readonly found?: string;
  readonly expected?: string;
  /** What would decide it: `HbA1c (NPU27300) given in mmol/L where mmol/mol is asked`. */
  readonly words: string;
}

/**
 * Counts the patients of each reason; what a result is called is told by the profile, never by a record.
 *
 * @param words The language of the words, where it is another than that of the profile's titles.
 */
export function countReasons(
  groups: readonly UnknownReasonGroup[],
  profile: Profile,
  language: Language,
  words: Language = language,
): readonly ReasonCount[] {
  return groups.map((group) => {
    const { unknownReason: reason, patientIds } = group;
    const type = typeOf(reason);
    const code = 'record' in reason ? reason.record.code : '';
    return {
      reason: reason.kind,
      ...(type ? { type } : {}),
      patients: patientIds.length,
      ...(code ? { code } : {}),
      ...(reason.kind === 'unit' ? { found: reason.found, expected: reason.expected } : {}),
      words:
        reason.kind === 'unit'
          ? unknownReasonPhrases[words].unitOfResult(
              nameOf(reason.record, profile, language),
              unitOf(reason.found),
              unitOf(reason.expected),
            )
          : describeSharedReason(group, words),
    };
  });
}

function typeOf(reason: UnknownReason): string | undefined {
  if ('type' in reason) return reason.type;
  if ('record' in reason) return reason.record.type;
  return 'field' in reason ? `patient.${reason.field}` : undefined;
}

/** `HbA1c (NPU27300)`: as an item of the profile calls it; the code alone where none does. */
function nameOf(
  { type, system, code }: ClinicalRecord,
  profile: Profile,
  language: Language,
): string {
  const item = profile.information.find(
    (each) =>
      each.type === type &&
      each.codes !== undefined &&
      anyCodeMatcher(resolveCodes(profile, each.codes))(system, code),
  );
  return item ? `${textIn(item.title, language)} (${code})` : code;
}

/** A unit is the host's own text: of one that is no unit the beginning is told. */
function unitOf(unit: string): string {
  return unit.length > mostOfUnit ? `${unit.slice(0, mostOfUnit)}…` : unit;
}

const mostOfUnit = 30;
