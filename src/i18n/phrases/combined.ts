import { joinWords, type ByLanguage } from '../language.ts';

/** What a combined list is called, and what it is for. */
export interface CombinedPhrases {
  /** @param lists What each of them is called. */
  readonly title: (lists: readonly string[]) => string;
  readonly purpose: string;
  /** To be sent to a patient about all of them that the patient is on: it is true of one too. */
  readonly message: { readonly title: string; readonly body: string };
}

export const combinedPhrases: ByLanguage<CombinedPhrases> = {
  da: {
    title: (lists) => `Samlet liste: ${joinWords(lists, 'og')}`,
    purpose: 'Kontakte hver patient én gang om alt det, de valgte lister finder',
    message: {
      title: 'Indkald om det hele på én gang',
      body: 'Kære {fornavn}\n\nVi vil gerne se dig til én aftale om: {tilstande}.\n\nRing til klinikken, så finder vi en tid sammen.\n\nVenlig hilsen\n{klinik}',
    },
  },
  en: {
    title: (lists) => `Combined list: ${joinWords(lists, 'and')}`,
    purpose: 'Contact each patient once about all that the chosen lists find',
    message: {
      title: 'Invite about all of it at once',
      body: 'Dear {first name}\n\nWe would like to see you for one appointment about: {conditions}.\n\nPlease call the clinic, and we will find a time together.\n\nKind regards\n{clinic}',
    },
  },
};
