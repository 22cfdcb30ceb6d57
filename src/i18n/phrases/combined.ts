import { joinWords, type ByLanguage } from '../language.ts';

/** What a combined list is called, and what it is for. */
export interface CombinedPhrases {
  /** @param lists What each of them is called. */
  readonly title: (lists: readonly string[]) => string;
  readonly purpose: string;
}

export const combinedPhrases: ByLanguage<CombinedPhrases> = {
  da: {
    title: (lists) => `Samlet liste: ${joinWords(lists, 'og')}`,
    purpose: 'Kontakte hver patient én gang om alt det, de valgte lister finder',
  },
  en: {
    title: (lists) => `Combined list: ${joinWords(lists, 'and')}`,
    purpose: 'Contact each patient once about all that the chosen lists find',
  },
};
