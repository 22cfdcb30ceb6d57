/** The headings of a profile in words, and its levels. */
import type { ByLanguage } from '../language.ts';
import { severityPhrases } from './severity.ts';

export interface ProfilePhrases {
  readonly purpose: string;
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  readonly markers: string;
  readonly indicators: string;
  readonly references: string;
  readonly advice: string;
  readonly source: string;
  readonly condition: string;
  readonly levels: Readonly<Record<'critical' | 'warning' | 'info', string>>;
}

export const profilePhrases: ByLanguage<ProfilePhrases> = {
  da: {
    purpose: 'Formål',
    description: 'Beskrivelse',
    include: 'Inklusionskriterier',
    exclude: 'Eksklusionskriterier',
    markers: 'Opmærksomhedsmarkører',
    indicators: 'Indikatorer',
    references: 'Kilder',
    advice: 'Råd',
    source: 'Kilde',
    condition: 'kun hvis',
    levels: severityPhrases.da.names,
  },
  en: {
    purpose: 'Purpose',
    description: 'Description',
    include: 'Inclusion criteria',
    exclude: 'Exclusion criteria',
    markers: 'Attention markers',
    indicators: 'Indicators',
    references: 'References',
    advice: 'Advice',
    source: 'Source',
    condition: 'only if',
    levels: severityPhrases.en.names,
  },
};
