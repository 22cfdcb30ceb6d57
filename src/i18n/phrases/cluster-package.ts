/** A cluster package in words: its headings, the questions of its gate, and what is wrong with it. */
import type { ByLanguage } from '../language.ts';

export interface ClusterPackagePhrases {
  readonly purpose: string;
  readonly description: string;
  readonly gate: string;
  readonly gateQuestions: Readonly<Record<'relevant' | 'canTell' | 'canAct', string>>;
  readonly notAnswered: string;
  readonly profiles: string;
  readonly newest: string;
  readonly version: (version: string) => string;
  readonly indicators: string;
  readonly moves: string;
  readonly target: (target: { readonly atLeast?: number; readonly atMost?: number }) => string;
  readonly activities: string;
  readonly allPlans: string;
  readonly questions: string;
  readonly tools: string;
  readonly kinds: Readonly<
    Record<'phrase' | 'instruction' | 'film' | 'guideline' | 'link', string>
  >;
  readonly followUp: string;
  readonly after: (period: string) => string;
}

export const clusterPackagePhrases: ByLanguage<ClusterPackagePhrases> = {
  da: {
    purpose: 'Formål',
    description: 'Beskrivelse',
    gate: 'Tre spørgsmål, før klyngen bruger tid på emnet',
    gateQuestions: {
      relevant: 'Er det et relevant klinisk problem?',
      canTell: 'Kan data sige noget om det?',
      canAct: 'Kan den praktiserende læge gøre noget ved det?',
    },
    notAnswered: 'Ikke besvaret',
    profiles: 'Profiler',
    newest: 'nyeste udgave',
    version: (version) => `udgave ${version}`,
    indicators: 'Indikatorer',
    moves: 'Det flytter tallet',
    target: ({ atLeast, atMost }) =>
      atLeast === undefined ? `Mål: højst ${atMost} %` : `Mål: mindst ${atLeast} %`,
    activities: 'Forløbsplaner, der tælles',
    allPlans: 'alle forløbsplaner',
    questions: 'Spørgsmål til mødet',
    tools: 'Til klinikken',
    kinds: {
      phrase: 'Frase',
      instruction: 'Instruks',
      film: 'Film',
      guideline: 'Vejledning',
      link: 'Link',
    },
    followUp: 'Opfølgning',
    after: (period) => `Tallene ses igen efter ${period}`,
  },
  en: {
    purpose: 'Purpose',
    description: 'Description',
    gate: 'Three questions before the cluster spends time on it',
    gateQuestions: {
      relevant: 'Is it a relevant clinical problem?',
      canTell: 'Can the data tell?',
      canAct: 'Can the GP do something about it?',
    },
    notAnswered: 'Not answered',
    profiles: 'Profiles',
    newest: 'newest version',
    version: (version) => `version ${version}`,
    indicators: 'Indicators',
    moves: 'What moves the figure',
    target: ({ atLeast, atMost }) =>
      atLeast === undefined ? `Target: ${atMost} % at most` : `Target: ${atLeast} % at least`,
    activities: 'Care plans that are counted',
    allPlans: 'all care plans',
    questions: 'Questions for the meeting',
    tools: 'For the clinic',
    kinds: {
      phrase: 'Phrase',
      instruction: 'Instruction',
      film: 'Film',
      guideline: 'Guideline',
      link: 'Link',
    },
    followUp: 'Follow-up',
    after: (period) => `The figures are seen again after ${period}`,
  },
};
