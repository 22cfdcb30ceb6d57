/** Fixed texts on screen: what is written before a host’s action is done. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  optional: '(valgfrit)',
  template: 'Skabelon',
  ownText: 'Egen tekst',
  insert: 'Indsæt',
  choose: 'Vælg …',
  missing: 'Skal udfyldes.',
  noDate: 'Skriv en dato, der findes.',
  before: (day: string) => `Tidligst ${day}.`,
  after: (day: string) => `Senest ${day}.`,
  tooLong: (count: string, most: string) => `For lang: ${count} tegn, højst ${most}.`,
  characters: (count: string, most: string) => `${count} af højst ${most} tegn`,
  /** What stands between braces and is nothing that can be filled in. */
  unknownPlaceholder: (written: string, line: string) =>
    `Linje ${line}: ${written} er ikke et flettefelt. Ret det, eller indsæt et af felterne under teksten.`,
  gap: (name: string, count: string, names: string) =>
    `${name} mangler for ${danishPatients(count)}: ${names}.`,
  leftOut: (count: string, rest: string) =>
    `${danishPatients(count)} udelades, ${rest} er tilbage. Tag flettefeltet ud af teksten, hvis alle skal have den.`,
  tooLongFor: (count: string, names: string) =>
    `Teksten er for lang, når den er udfyldt, for ${danishPatients(count)}: ${names}.`,
  nobodyLeft: 'Der er ingen tilbage. Tag flettefeltet ud af teksten.',
  reasons: 'Kontakten gælder',
  reasonsHint: 'Hver patient kontaktes én gang, om de valgte lister, patienten står på.',
  onList: (count: string) => danishPatients(count),
  undecidedOnList: (count: string) => `${count} kan ikke afgøres`,
  onNone: (count: string, names: string) =>
    `${danishPatients(count)} står ikke på de valgte lister: ${names}.`,
  maybeOnLists: (count: string, names: string) =>
    `Det kan ikke afgøres, om ${danishPatients(count)} står på de valgte lister: ${names}.`,
  leftOutOfLists: (count: string, rest: string) =>
    `${danishPatients(count)} udelades, ${rest} er tilbage.`,
  nobodyOnLists: 'Der er ingen tilbage. Vælg mindst én af listerne.',
  nobodyForCertain:
    'Ingen af dem står med sikkerhed på en af listerne. Åbn den enkelte liste for at handle.',
  checking: 'Udfylder flettefelterne …',
  preview: 'Forhåndsvisning',
  place: (at: string, of: string) => `${at} af ${of}`,
  previous: 'Forrige patient',
  next: 'Næste patient',
  gapHere: (name: string) => `mangler: ${name}`,
  isLeftOut: 'udelades',
  nothingWritten: 'Der er ikke skrevet noget.',
  replaceTitle: 'Erstat teksten med skabelonen?',
  replaceHint: 'Det, der er skrevet, går tabt.',
  replace: 'Erstat',
  discardTitle: 'Kassér det skrevne?',
  discardHint: (label: string) => `“${label}” er ikke udført. Det, der er skrevet, går tabt.`,
  discard: 'Kassér',
};

const en: Translated<typeof da> = {
  optional: '(optional)',
  template: 'Template',
  ownText: 'Own text',
  insert: 'Insert',
  choose: 'Choose …',
  missing: 'Has to be filled in.',
  noDate: 'Write a date that exists.',
  before: (day) => `${day} at the earliest.`,
  after: (day) => `${day} at the latest.`,
  tooLong: (count, most) => `Too long: ${count} characters, ${most} at the most.`,
  characters: (count, most) => `${count} of at most ${most} characters`,
  unknownPlaceholder: (written, line) =>
    `Line ${line}: ${written} is no placeholder. Correct it, or insert one of those below the text.`,
  gap: (name, count, names) => `${name} missing for ${englishPatients(count)}: ${names}.`,
  leftOut: (count, rest) =>
    `${englishPatients(count)} left out, ${rest} remain. Take the placeholder out of the text if all are to have it.`,
  tooLongFor: (count, names) =>
    `The text is too long when filled in for ${englishPatients(count)}: ${names}.`,
  nobodyLeft: 'Nobody remains. Take the placeholder out of the text.',
  reasons: 'The contact is about',
  reasonsHint: 'Each patient is contacted once, about the chosen lists that the patient is on.',
  onList: (count) => englishPatients(count),
  undecidedOnList: (count) => `${count} cannot be determined`,
  onNone: (count, names) => `${englishPatients(count)} on none of the chosen lists: ${names}.`,
  maybeOnLists: (count, names) =>
    `It cannot be determined whether ${englishPatients(count)} are on the chosen lists: ${names}.`,
  leftOutOfLists: (count, rest) => `${englishPatients(count)} left out, ${rest} remain.`,
  nobodyOnLists: 'Nobody remains. Choose one of the lists at least.',
  nobodyForCertain: 'None of them is on one of the lists for certain. Open the single list to act.',
  checking: 'Filling in the placeholders …',
  preview: 'Preview',
  place: (at, of) => `${at} of ${of}`,
  previous: 'Previous patient',
  next: 'Next patient',
  gapHere: (name) => `missing: ${name}`,
  isLeftOut: 'left out',
  nothingWritten: 'Nothing is written.',
  replaceTitle: 'Replace the text by the template?',
  replaceHint: 'What is written will be lost.',
  replace: 'Replace',
  discardTitle: 'Discard what is written?',
  discardHint: (label) => `“${label}” is not done. What is written will be lost.`,
  discard: 'Discard',
};

export const actionFormTexts = { da, en };
