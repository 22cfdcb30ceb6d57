/** Words about what an action asks for and says: of placeholders, priorities, and who is left out. */
import type { ByLanguage } from '../language.ts';
import { placeholderPhrases, type Placeholder } from './placeholders.ts';

export interface ActionFieldPhrases {
  readonly priorities: Readonly<Record<'routine' | 'urgent', string>>;
  /** Why a patient is left out. */
  readonly lacks: (names: readonly Placeholder[]) => string;
  readonly tooLongFilled: string;
  /** Of the lists that are ticked. */
  readonly onNone: string;
  readonly maybeOnLists: string;
}

export const actionFieldPhrases: ByLanguage<ActionFieldPhrases> = {
  da: {
    priorities: { routine: 'Almindelig', urgent: 'Haster' },
    lacks: (names) => `mangler ${names.map((name) => placeholderPhrases.da[name]).join(', ')}`,
    tooLongFilled: 'teksten er for lang, når den er udfyldt',
    onNone: 'står ikke på de valgte lister',
    maybeOnLists: 'det kan ikke afgøres, om patienten står på de valgte lister',
  },
  en: {
    priorities: { routine: 'Routine', urgent: 'Urgent' },
    lacks: (names) => `${names.map((name) => placeholderPhrases.en[name]).join(', ')} missing`,
    tooLongFilled: 'the text is too long when filled in',
    onNone: 'is on none of the chosen lists',
    maybeOnLists: 'it cannot be determined whether the patient is on the chosen lists',
  },
};
