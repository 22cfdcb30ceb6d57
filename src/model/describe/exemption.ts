/** Why a marker or a patient is exempt, in words. */
import {
  codeOfReason,
  type ExemptionReason,
  type MarkerExemption,
  type RoundStatus,
} from '../../adapter/index.ts';
import { textIn, type Language } from '../../i18n/language.ts';
import { exemptionPhrases } from '../../i18n/phrases/exemption.ts';
import { plainText } from '../../json/plain-text.ts';
import type { Profile } from '../../profile/index.ts';
import { drawnName } from '../rounds/drawn.ts';

/** What of a patient is exempt, on a day. */
export interface ExemptedMember {
  readonly status: RoundStatus;
  readonly exemptReason?: ExemptionReason | undefined;
  /** The exempted markers that hold. */
  readonly exemptions?: readonly MarkerExemption[] | undefined;
}

/** `Fejl i data`. A code without words is told as it is written; none, that there is none. */
export function nameExemptionReason(
  reason: ExemptionReason | undefined,
  language: Language,
): string {
  const { reasons, uncoded } = exemptionPhrases[language];
  const written = codeOfReason(reason);
  if (written === '') return uncoded;
  const known = Object.entries(reasons).find(([code]) => code === written)?.[1];
  return known ?? drawnName(plainText(written));
}

/** What is exempt: a marker by its title, one that the profile has no longer by its id; undefined: the whole patient. */
export function nameExempted(
  marker: string | undefined,
  { markers = [] }: Profile,
  language: Language,
): string {
  if (marker === undefined) return exemptionPhrases[language].wholePatient;
  const known = markers.find(({ id }) => id === marker);
  return known ? textIn(known.title, language) : drawnName(plainText(marker));
}

/** `Metformin: undtaget · Fejl i data`; without a reason where none is coded. */
export function describeExempted(
  title: string,
  reason: ExemptionReason | undefined,
  language: Language,
): string {
  const words = exemptionPhrases[language].exempted(title);
  return reason ? `${words} · ${nameExemptionReason(reason, language)}` : words;
}

/** Of what a patient is exempt, a line each: `Hele patienten: Patienten ønsker ikke`, `Metformin: Fejl i data`. */
export function describeExemptions(
  { status, exemptReason, exemptions = [] }: ExemptedMember,
  profile: Profile,
  language: Language,
): readonly string[] {
  const line = (marker: string | undefined, reason: ExemptionReason | undefined) =>
    `${nameExempted(marker, profile, language)}: ${nameExemptionReason(reason, language)}`;
  return [
    ...(status === 'exempt' ? [line(undefined, exemptReason)] : []),
    ...exemptions.map(({ marker, reason }) => line(marker, reason)),
  ];
}
