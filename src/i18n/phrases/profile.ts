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
  readonly messages: string;
  readonly advice: string;
  readonly source: string;
  readonly condition: string;
  readonly why: string;
  readonly among: string;
  readonly leftOut: string;
  readonly validity: string;
  /** At least one of the two is there. */
  readonly validBetween: (from: string | undefined, to: string | undefined) => string;
  readonly approval: string;
  readonly notApproved: string;
  readonly approvedBy: (name: string, on: string | undefined, until: string | undefined) => string;
  readonly changes: string;
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
    messages: 'Beskeder til patienterne',
    advice: 'Råd',
    source: 'Kilde',
    condition: 'kun hvis',
    why: 'Hvorfor',
    among: 'Blandt',
    leftOut: 'Undtaget, hvor svaret er nej',
    validity: 'Gyldighed',
    validBetween: (from, to) =>
      `Reglerne gælder${from === undefined ? '' : ` fra ${from}`}${to === undefined ? '' : ` til og med ${to}`}`,
    approval: 'Godkendelse',
    notApproved: 'Ikke fagligt godkendt',
    approvedBy: (name, on, until) =>
      `Godkendt af ${name}${on === undefined ? '' : ` ${on}`}${until === undefined ? '' : `, til og med ${until}`}`,
    changes: 'Ændringer',
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
    messages: 'Messages to the patients',
    advice: 'Advice',
    source: 'Source',
    condition: 'only if',
    why: 'Why',
    among: 'Among',
    leftOut: 'Left out where the answer is no',
    validity: 'Validity',
    validBetween: (from, to) =>
      `The rules are valid${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` up to and including ${to}`}`,
    approval: 'Approval',
    notApproved: 'Not clinically approved',
    approvedBy: (name, on, until) =>
      `Approved by ${name}${on === undefined ? '' : ` on ${on}`}${until === undefined ? '' : `, up to and including ${until}`}`,
    changes: 'Changes',
    levels: severityPhrases.en.names,
  },
};
