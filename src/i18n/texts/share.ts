/** Fixed texts on screen: a shared view. */
import { danishOwner } from '../language.ts';
import type { Translated } from './types.ts';

const da = {
  open: 'Giv kiggeadgang',
  title: (name: string) => `Giv kiggeadgang til ${danishOwner(name)} overblik`,
  hint: 'Modtagerne kan se det valgte, og intet andet, indtil adgangen udløber.',
  profileNames: (names: string) =>
    `Profilens navn følger med og kan i sig selv fortælle diagnosen: ${names}.`,
  recipients: 'Hvem',
  nobody: 'Der er ingen at dele med. Kontakt it-support.',
  what: 'Hvad deles',
  person: 'Adresse, læge m.m.',
  purpose: 'Formål',
  until: 'Udløber',
  go: 'Giv adgang',
  sharing: 'Giver adgang …',
  incomplete:
    'Vælg mindst én modtager og én slags oplysninger, et formål og et tidspunkt, der ikke er gået.',
  tooLong: (days: number) => `Der kan højst deles i ${days} døgn. Vælg et tidligere tidspunkt.`,
  shared: (names: string, until: string) => `Delt med ${names} til ${until}.`,
  failed: 'Det lykkedes ikke at dele. Prøv igen.',
  unknown:
    'Det vides ikke, om adgangen blev givet. Undersøg det, før du prøver igen, eller kontakt it-support.',
  againTitle: 'Giv adgang igen?',
  againHint: 'Det vides ikke, om det forrige forsøg lykkedes. Modtagerne kan få adgang to gange.',
  again: 'Giv adgang igen',
  unusable: 'Der kan ikke deles: den længste tid er sat forkert op. Kontakt it-support.',
  view: 'Delt visning (kiggeadgang)',
  by: (who: string, sender: string) => `Delt af ${who} (afsender: ${sender}),`,
  to: (who: string) => `med ${who}`,
  ends: (until: string) => `Udløber ${until}`,
  only: (types: string) => `Der er delt: ${types}. Øvrige oplysninger er ikke delt.`,
  notShared: 'ikke delt',
  opening: 'Åbner den delte visning',
  refused: 'Den delte visning vises ikke',
  expired: 'Visningen er udløbet.',
  expiredFix: 'Bed afsenderen om at dele på ny, hvis der stadig er brug for den.',
  withdrawn: 'Afsenderen har trukket visningen tilbage.',
  withdrawnFix: 'Kontakt afsenderen, hvis der stadig er brug for den.',
  noAnswer: 'Den delte visning kunne ikke åbnes.',
  noAnswerFix: 'Prøv igen om lidt. Hjælper det ikke, så kontakt it-support.',
};

const en: Translated<typeof da> = {
  open: 'Give view access',
  title: (name) => `Give view access to ${name}’s overview`,
  hint: 'The recipients can see what is chosen, and nothing else, until the share expires.',
  profileNames: (names) =>
    `The name of the profile goes along, and may tell the diagnosis by itself: ${names}.`,
  recipients: 'Who',
  nobody: 'There is nobody to share with. Contact IT support.',
  what: 'What is shared',
  person: 'Address, doctor and the like',
  purpose: 'Purpose',
  until: 'Expires',
  go: 'Give access',
  sharing: 'Giving access …',
  incomplete:
    'Choose at least one recipient and one kind of data, a purpose, and a time that has not passed.',
  tooLong: (days) => `It can be shared for at most ${days} × 24 hours. Choose an earlier time.`,
  shared: (names, until) => `Shared with ${names} until ${until}.`,
  failed: 'It could not be shared. Try again.',
  unknown:
    'Nobody knows whether access was given. Find out before you try again, or contact IT support.',
  againTitle: 'Give access again?',
  againHint:
    'Nobody knows whether the last attempt succeeded. The recipients may get access twice.',
  again: 'Give access again',
  unusable: 'It cannot be shared: the longest time is set up wrongly. Contact IT support.',
  view: 'Shared view',
  by: (who, sender) => `Shared by ${who} (sender: ${sender}),`,
  to: (who) => `with ${who}`,
  ends: (until) => `Expires ${until}`,
  only: (types) => `Shared: ${types}. Other data is not shared.`,
  notShared: 'not shared',
  opening: 'Opening the shared view',
  refused: 'The shared view is not shown',
  expired: 'The view has expired.',
  expiredFix: 'Ask the sender to share anew, if it is still needed.',
  withdrawn: 'The sender has withdrawn the view.',
  withdrawnFix: 'Contact the sender, if it is still needed.',
  noAnswer: 'The shared view could not be opened.',
  noAnswerFix: 'Try again shortly. If that does not help, contact IT support.',
};

export const shareTexts = { da, en };
