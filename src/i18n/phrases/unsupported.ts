/** Stands in an element's place in a browser that is too old, and in a list's whose rows cannot be drawn. */
import type { ByLanguage } from '../language.ts';

export const unsupportedPhrases: ByLanguage<readonly [what: string, hint: string]> = {
  da: [
    'Patienterne kan ikke vises i denne browser',
    'Browseren er for gammel. Ingen oplysninger er ændret eller gået tabt. Spørg journalsystemets leverandør.',
  ],
  en: [
    'The patients cannot be shown in this browser',
    'The browser is too old. Nothing was changed or lost. Ask the vendor of the practice system.',
  ],
};
