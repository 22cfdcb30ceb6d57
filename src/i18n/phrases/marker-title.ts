/** How the number that decided a marker stands beside what the marker is called. */
import type { ByLanguage } from '../language.ts';

export interface MarkerTitlePhrases {
  /** Of a medicine, and what was measured that makes it dangerous: `Metformin ved eGFR 26`. */
  readonly treatedAt: (treatment: string, found: string) => string;
}

export const markerTitlePhrases: ByLanguage<MarkerTitlePhrases> = {
  da: { treatedAt: (treatment, found) => `${treatment} ved ${found}` },
  en: { treatedAt: (treatment, found) => `${treatment} with ${found}` },
};
