/** How grave a marker is: the one vocabulary of list, cockpit, marker, profile, file and print. */
import type { ByLanguage } from '../language.ts';

type Level = 'critical' | 'warning' | 'info';

export interface SeverityPhrases {
  /** As it stands inside a sentence. */
  readonly names: Readonly<Record<Level, string>>;
  readonly counted: Readonly<Record<Level, readonly [one: string, several: string]>>;
  readonly undecided: string;
}

export const severityPhrases: ByLanguage<SeverityPhrases> = {
  da: {
    names: { critical: 'alvorlig', warning: 'obs.', info: 'info' },
    counted: {
      critical: ['alvorlig', 'alvorlige'],
      warning: ['obs.', 'obs.'],
      info: ['info', 'info'],
    },
    undecided: 'kan ikke afgøres',
  },
  en: {
    names: { critical: 'serious', warning: 'attention', info: 'info' },
    counted: {
      critical: ['serious', 'serious'],
      warning: ['attention', 'attention'],
      info: ['info', 'info'],
    },
    undecided: 'cannot be determined',
  },
};
