/** Why something cannot be decided, of how many, as the program tells it. */
import { describeSharedReason } from '../model/describe/quality.ts';
import type { UnknownReasonGroup } from '../model/quality/types.ts';
import type { UnknownReason } from '../engine/index.ts';
import { resolveCodes, textIn, type Language, type Profile } from '../profile/index.ts';
import { anyCodeMatcher, type ClinicalRecord } from '../record/index.ts';

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
  /** What would decide it, in English: `HbA1c (NPU27300) given in mmol/L where mmol/mol is asked`. */
  readonly words: string;
}

/** Counts the patients of each reason; what a result is called is told by the profile, never by a record. */
export function countReasons(
  groups: readonly UnknownReasonGroup[],
  profile: Profile,
  language: Language,
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
          ? `${nameOf(reason.record, profile, language)} given in ${unitOf(reason.found)} where ${unitOf(reason.expected)} is asked`
          : describeSharedReason(group, 'en'),
    };
  });
}

/** `58 unknown: 58 HbA1c (NPU27300) given in mmol/L where mmol/mol is asked`, on a line of its own. */
export function tellReasons(count: number, what: string, reasons: readonly ReasonCount[]): string {
  if (count === 0) return '';
  const told = reasons.slice(0, mostReasons).map(({ patients, words }) => `${patients} ${words}`);
  const more = reasons.length - told.length;
  if (more > 0)
    told.push(`and ${more} more ${more === 1 ? 'reason' : 'reasons'} (--json tells all)`);
  return `    ${count} ${what}: ${told.join('; ')}\n`;
}

/** So many reasons are told of one number. */
const mostReasons = 5;

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
