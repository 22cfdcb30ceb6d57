/** The words of why a marker or a patient is exempt. */
import type { ByLanguage } from '../language.ts';

interface ExemptionPhrases {
  readonly reasons: Readonly<
    Record<'not-relevant' | 'declined' | 'done-elsewhere' | 'wrong-data' | 'disagree', string>
  >;
  /** Nobody has said by a code why. */
  readonly uncoded: string;
  /** A reason that has no words here, where it is not told as it is written. */
  readonly other: string;
  readonly wholePatient: string;
  /** What is exempt: a marker, or a patient's status. */
  readonly exempted: (title: string) => string;
  /** The head of what is counted for a profile's author, and what stands in it. */
  readonly report: {
    readonly title: (profile: string) => string;
    readonly profile: string;
    readonly version: string;
    readonly asOf: string;
    readonly marker: string;
    readonly markerId: string;
    readonly reason: string;
    readonly code: string;
    readonly count: string;
    readonly under: (limit: string) => string;
  };
}

export const exemptionPhrases: ByLanguage<ExemptionPhrases> = {
  da: {
    reasons: {
      'not-relevant': 'Ikke relevant',
      declined: 'Patienten ønsker ikke',
      'done-elsewhere': 'Allerede udført andetsteds',
      'wrong-data': 'Fejl i data',
      disagree: 'Uenig i reglen',
    },
    uncoded: 'Årsag ikke angivet',
    other: 'Anden årsag',
    wholePatient: 'Hele patienten',
    exempted: (title) => `${title}: undtaget`,
    report: {
      title: (profile) => `Undtagelser ${profile}`,
      profile: 'Profil',
      version: 'Version',
      asOf: 'Dato',
      marker: 'Markør',
      markerId: 'Markør-id',
      reason: 'Årsag',
      code: 'Årsagskode',
      count: 'Antal (afrundet)',
      under: (limit) => `under ${limit}`,
    },
  },
  en: {
    reasons: {
      'not-relevant': 'Not relevant',
      declined: 'Patient declined',
      'done-elsewhere': 'Already done elsewhere',
      'wrong-data': 'Wrong data',
      disagree: 'Disagree with the rule',
    },
    uncoded: 'No reason given',
    other: 'Other reason',
    wholePatient: 'The whole patient',
    exempted: (title) => `${title}: exempted`,
    report: {
      title: (profile) => `Exemptions ${profile}`,
      profile: 'Profile',
      version: 'Version',
      asOf: 'Date',
      marker: 'Marker',
      markerId: 'Marker id',
      reason: 'Reason',
      code: 'Reason code',
      count: 'Number (rounded)',
      under: (limit) => `under ${limit}`,
    },
  },
};
