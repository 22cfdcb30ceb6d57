/** What is said of a share that was not opened: what is wrong, and what to do. */
import type { ByLanguage } from '../language.ts';

type Words = readonly [messageDa: string, messageEn: string, fixDa: string, fixEn: string];
export const refusalPhrases = {
  unreadable: [
    'Dette er ikke en delt visning, eller den er ikke kommet helt frem.',
    'This is not a shared view, or it did not arrive whole.',
    'Hent den igen, eller bed afsenderen om at dele på ny.',
    'Fetch it again, or ask the sender to share anew.',
  ],
  'too-large': [
    'Visningen er for stor til at blive åbnet.',
    'The view is too large to be opened.',
    'Bed afsenderen om at dele færre oplysninger eller færre profiler.',
    'Ask the sender to share fewer data types or fewer profiles.',
  ],
  'other-format': [
    'Visningen er delt fra en anden udgave af Overblik, som ikke kan læses her.',
    'The view was shared from another edition of Overblik, which cannot be read here.',
    'Bed it-support om at opdatere Overblik her og hos afsenderen.',
    'Ask IT support to update Overblik here and at the sender’s.',
  ],
  altered: [
    'Visningen er ikke, som afsenderen lavede den: den er beskadiget eller ændret undervejs.',
    'The view is not as its sender made it: it was damaged or changed on the way.',
    'Hent den igen. Sker det igen, så bed afsenderen om at dele på ny, og fortæl it-support om det.',
    'Fetch it again. If that does not help, ask the sender to share anew, and tell IT support.',
  ],
  'wrong-key': [
    'Visningen er ikke delt med dig.',
    'The view was not shared with you.',
    'Bed afsenderen om at dele den med dig. At få den sendt videre er ikke nok.',
    'Ask the sender to share it with you. Having it forwarded is not enough.',
  ],
  'unknown-sender': [
    'Visningens afsender er ikke en, som dit system stoler på.',
    'The view’s sender is not one that your system trusts.',
    'Kontakt afsenderen ad en anden vej, og bed it-support om at godkende afsenderens nøgle.',
    'Contact the sender by another way, and ask IT support to approve the sender’s key.',
  ],
  'not-yet': [
    'Visningen kan ikke åbnes endnu.',
    'The view cannot be opened yet.',
    'Vent, til delingen begynder, eller bed afsenderen om at dele fra nu af.',
    'Wait until the sharing begins, or ask the sender to share it from now on.',
  ],
  expired: [
    'Visningen er udløbet.',
    'The view has expired.',
    'Bed afsenderen om at dele på ny, hvis der stadig er brug for den.',
    'Ask the sender to share anew, if it is still needed.',
  ],
  'too-long': [
    'Visningen er delt for længere tid, end den må være.',
    'The view was shared for a longer time than it may be.',
    'Bed afsenderen om at dele på ny for en kortere tid.',
    'Ask the sender to share anew, for a shorter time.',
  ],
  'key-not-valid': [
    'En nøgle, som visningen er underskrevet eller låst med, gælder ikke nu.',
    'A key that the view was signed or locked with is not valid now.',
    'Bed it-support om at se efter, om din eller afsenderens nøgle er udløbet.',
    'Ask IT support to find out whether your key or the sender’s has expired.',
  ],
  withdrawn: [
    'Afsenderen har trukket visningen tilbage.',
    'The sender has withdrawn the view.',
    'Kontakt afsenderen, hvis der stadig er brug for den.',
    'Contact the sender, if it is still needed.',
  ],
  replayed: [
    'Visningen kan ikke åbnes igen: den er allerede brugt.',
    'The view cannot be opened again: it has been used already.',
    'Bed afsenderen om at dele på ny, hvis der stadig er brug for den.',
    'Ask the sender to share anew, if it is still needed.',
  ],
  'not-checked': [
    'Det kunne ikke kontrolleres og logges, at visningen må åbnes.',
    'It could not be checked and logged that the view may be opened.',
    'Prøv igen om lidt. Hjælper det ikke, så kontakt it-support.',
    'Try again shortly. If that does not help, contact IT support.',
  ],
} satisfies Readonly<Record<string, Words>>;

/** Stands where a source is named: "Data om medicin mangler (ikke delt)". */
export const notSharedPhrases: ByLanguage<string> = { da: 'ikke delt', en: 'not shared' };
