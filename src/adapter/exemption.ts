import type { ExemptionReason } from './types.ts';

/** Why a marker or a patient is exempt, coded, in the order that the reasons are offered. */
export const exemptionReasons = [
  ...(['not-relevant', 'declined', 'done-elsewhere'] as const),
  ...(['wrong-data', 'disagree'] as const),
];

/** So many exempted markers of a patient are kept in a round: no profile has as many, and a member with more is not read. */
export const mostExemptions = 1000;

/** Whether a reason is one that has words here. */
export function isExemptionReason(reason: string): boolean {
  return exemptionReasons.some((each) => each === reason);
}

/** A reason as text, `''` for none. What a later version may keep there is any JSON: it is told as it is written. */
export function codeOfReason(reason: ExemptionReason | undefined): string {
  const given: unknown = reason ?? '';
  return typeof given === 'string' ? given : JSON.stringify(given);
}
