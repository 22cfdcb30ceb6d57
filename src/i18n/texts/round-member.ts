/** Fixed texts on screen: what a round says of one patient. */
import { danishOwner } from '../language.ts';
import type { Translated } from './types.ts';

const da = {
  notePlaceholder: 'Note til næste runde …',
  /** How long a note is, and what there is no room for. */
  noteLength: (count: string, most: string) => `${count} af højst ${most} tegn.`,
  noteNear: 'Der er snart ikke plads til mere.',
  noteRefused: (count: string) =>
    `Der er ikke plads til ${count === '1' ? 'det næste tegn' : `de ${count} tegn, og de er ikke sat ind`}. Intet er slettet.`,
  noteLonger:
    'Noten er længere, end der kan skrives her. Den bliver stående i sin helhed og kan kortes.',
  exemptUntil: 'Undtaget til og med (valgfrit)',
  /** Why, coded; and beside it in words. */
  exemptTitle: (name: string) => `Undtag ${name}`,
  exemptReason: 'Årsag',
  chooseReason: 'Vælg en årsag',
  exemptNote: 'Begrundelse (valgfrit)',
  changedBy: (who: string, when: string) => `Sidst ændret af ${who}, ${when}`,
  loading: 'Henter runder',
  failed: 'Runderne kunne ikke hentes. Det, du skriver, bliver her, til det kan gemmes.',
  notStored: 'Ikke gemt endnu',
  maybeStored: 'Ukendt, om det er gemt',
  stuck:
    'Kan ikke gemmes. Luk ikke siden: prøv igen, eller skriv det vigtigste i journalen, og kontakt leverandøren',
  mine: 'Din',
  theirs: (who: string) => (who ? danishOwner(who) : 'Den andens'),
  both: 'Behold begge noter',
  keep: 'Behold',
  earlier: 'Tidligere runder',
  endTitle: (name: string) => `Ophæv undtagelsen for ${name}?`,
  end: 'Ophæv undtagelsen',
  codedReason: (reason: string) => `Årsag: ${reason}`,
  reason: (note: string) => `Begrundelse: ${note}`,
  exempted: (marker: string) => `Undtaget fra: ${marker}`,
};

const en: Translated<typeof da> = {
  notePlaceholder: 'Note for the next round …',
  noteLength: (count, most) => `${count} of at most ${most} characters.`,
  noteNear: 'There is soon no more room.',
  noteRefused: (count) =>
    `There is no room for ${count === '1' ? 'the next character' : `the ${count} characters, and they were not inserted`}. Nothing was deleted.`,
  noteLonger: 'The note is longer than can be written here. It stays whole, and can be shortened.',
  exemptUntil: 'Exempt up to and including (optional)',
  exemptTitle: (name) => `Exempt ${name}`,
  exemptReason: 'Reason',
  chooseReason: 'Choose a reason',
  exemptNote: 'In words (optional)',
  changedBy: (who, when) => `Last changed by ${who}, ${when}`,
  loading: 'Fetching rounds',
  failed: 'The rounds could not be fetched. What you write stays here until it can be saved.',
  notStored: 'Not saved yet',
  maybeStored: 'Not known whether it is saved',
  stuck:
    'Cannot be saved. Do not close the page: try again, or write what matters most in the journal, and contact the vendor',
  mine: 'Yours',
  theirs: (who) => (who ? `${who}’s` : 'The other’s'),
  both: 'Keep both notes',
  keep: 'Keep',
  earlier: 'Earlier rounds',
  endTitle: (name) => `End the exemption of ${name}?`,
  end: 'End the exemption',
  codedReason: (reason) => `Reason: ${reason}`,
  reason: (note) => `In words: ${note}`,
  exempted: (marker) => `Exempt from: ${marker}`,
};

export const roundMemberTexts = { da, en };
