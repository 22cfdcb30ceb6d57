/** What is said of a shared view: of what was not shared, and why it is not opened. */
import type { ByLanguage } from './language.ts';

type RefusalKind =
  | 'unreadable'
  | 'newer-format'
  | 'altered'
  | 'wrong-key'
  | 'unknown-sender'
  | 'not-yet'
  | 'expired'
  | 'replayed'
  | 'not-checked';

export interface SharedViewTexts {
  /** Stands where a source is named: "Data om medicin mangler (ikke delt)". */
  readonly notShared: string;
  /** Why a share was not opened: what is wrong, and what to do. */
  readonly refusals: Readonly<
    Record<RefusalKind, { readonly message: string; readonly fix: string }>
  >;
}

export const sharedViewTexts: ByLanguage<SharedViewTexts> = {
  da: {
    notShared: 'ikke delt',
    refusals: {
      unreadable: {
        message: 'Dette er ikke en delt visning, eller den er ikke kommet helt frem.',
        fix: 'Hent den igen, eller bed afsenderen om at dele på ny.',
      },
      'newer-format': {
        message: 'Visningen er delt fra en nyere udgave af Overblik, end den her kan læse.',
        fix: 'Bed it-support om at opdatere Overblik.',
      },
      altered: {
        message:
          'Visningen er ikke, som afsenderen lavede den: den er beskadiget eller ændret undervejs.',
        fix: 'Hent den igen. Sker det igen, så bed afsenderen om at dele på ny, og fortæl it-support om det.',
      },
      'wrong-key': {
        message: 'Visningen er ikke delt med dig.',
        fix: 'Bed afsenderen om at dele den med dig. At få den sendt videre er ikke nok.',
      },
      'unknown-sender': {
        message: 'Visningens afsender er ikke en, som dit system stoler på.',
        fix: 'Kontakt afsenderen ad en anden vej, og bed it-support om at godkende afsenderens nøgle.',
      },
      'not-yet': {
        message: 'Visningen kan ikke åbnes endnu.',
        fix: 'Vent, til delingen begynder, eller bed afsenderen om at dele fra nu af.',
      },
      expired: {
        message: 'Visningen er udløbet.',
        fix: 'Bed afsenderen om at dele på ny, hvis der stadig er brug for den.',
      },
      replayed: {
        message: 'Visningen kan ikke åbnes igen: den er allerede brugt eller trukket tilbage.',
        fix: 'Bed afsenderen om at dele på ny, hvis der stadig er brug for den.',
      },
      'not-checked': {
        message: 'Det kunne ikke kontrolleres og logges, at visningen må åbnes.',
        fix: 'Prøv igen om lidt. Hjælper det ikke, så kontakt it-support.',
      },
    },
  },
  en: {
    notShared: 'not shared',
    refusals: {
      unreadable: {
        message: 'This is not a shared view, or it did not arrive whole.',
        fix: 'Fetch it again, or ask the sender to share anew.',
      },
      'newer-format': {
        message: 'The view was shared from a newer edition of Overblik than can be read here.',
        fix: 'Ask IT support to update Overblik.',
      },
      altered: {
        message: 'The view is not as its sender made it: it was damaged or changed on the way.',
        fix: 'Fetch it again. If that does not help, ask the sender to share anew, and tell IT support.',
      },
      'wrong-key': {
        message: 'The view was not shared with you.',
        fix: 'Ask the sender to share it with you. Having it forwarded is not enough.',
      },
      'unknown-sender': {
        message: 'The view’s sender is not one that your system trusts.',
        fix: 'Contact the sender by another way, and ask IT support to approve the sender’s key.',
      },
      'not-yet': {
        message: 'The view cannot be opened yet.',
        fix: 'Wait until the sharing begins, or ask the sender to share it from now on.',
      },
      expired: {
        message: 'The view has expired.',
        fix: 'Ask the sender to share anew, if it is still needed.',
      },
      replayed: {
        message: 'The view cannot be opened again: it has been used already, or withdrawn.',
        fix: 'Ask the sender to share anew, if it is still needed.',
      },
      'not-checked': {
        message: 'It could not be checked and logged that the view may be opened.',
        fix: 'Try again shortly. If that does not help, contact IT support.',
      },
    },
  },
};
