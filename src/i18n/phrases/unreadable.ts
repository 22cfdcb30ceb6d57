/** Stands in an element's place where something that the page gave it throws when it is read. */
import type { ByLanguage } from '../language.ts';

export const unreadablePhrases: ByLanguage<readonly [what: string, hint: string]> = {
  da: [
    'Der vises ingen patienter',
    'Noget af det, som journalsystemet har givet, kan ikke læses. Spørg leverandøren.',
  ],
  en: [
    'No patients are shown',
    'Something that the practice system gave cannot be read. Ask the system’s vendor.',
  ],
};
