/** Fixed texts on screen: what an element says instead of its content. */
import type { Translated } from './types.ts';

const da = {
  loading: 'Henter patienter',
  progress: (received: string, expected: string) => `${received} af ${expected} patienter`,
  received: (received: string) => `${received} patienter`,
  failed: 'Listen kunne ikke hentes',
  failedHint: 'Det betyder ikke, at der ingen patienter er. Prøv igen, eller spørg leverandøren.',
  emptyAdapter: 'Ingen klinik er forbundet',
  emptyAdapterHint: 'Journalsystemet har ikke givet adgang til data endnu.',
  emptyProfile: 'Ingen profil er valgt',
  emptyProfileHint: 'Vælg en profil for at finde patienterne.',
  unknownProfile: 'Listen findes ikke',
  /** What was asked for, among how many, and what was probably meant. */
  unknownProfileHint: (id: string, lists: string, near: string) =>
    `Der er bedt om “${id}”, og ${lists === '1' ? 'den ene liste' : `ingen af de ${lists} lister`} hedder ${lists === '1' ? 'ikke ' : ''}det.${near ? ` Mente du ${near}?` : ''} Der vises ingen anden i stedet.`,
  openList: (title: string) => `Åbn ${title}`,
  chooseList: 'Vælg liste',
  retry: 'Prøv igen',
  problems: 'Listen er ufuldstændig',
  patientProblems: 'Overblikket er ufuldstændigt',
  profileErrors: (title: string, count: number) =>
    `Profilen ${title} kan ikke bruges: ${count} ${count === 1 ? 'fejl' : 'fejl'}`,
  profileErrorsHint: 'Den forrige liste vises fortsat.',
  journalFailed: 'Journalen kunne ikke åbnes. Prøv igen, eller åbn patienten i journalsystemet.',
  partLoading: 'Henter …',
  partFailed: 'Denne del kunne ikke hentes. Intet er ændret.',
  printNotReady: 'Listen er ikke klar til udskrift endnu. Prøv igen om lidt.',
  printBlocked:
    'Der blev ikke udskrevet: vinduet tillader det ikke. Prøv igen, eller bed leverandøren om at tillade udskrift (allow-modals).',
};

const en: Translated<typeof da> = {
  loading: 'Fetching patients',
  progress: (received, expected) => `${received} of ${expected} patients`,
  received: (received) => `${received} patients`,
  failed: 'The list could not be fetched',
  failedHint:
    'This does not mean that there are no patients. Try again, or ask the system’s vendor.',
  emptyAdapter: 'No clinic is connected',
  emptyAdapterHint: 'The practice system has not given access to data yet.',
  emptyProfile: 'No profile is chosen',
  emptyProfileHint: 'Choose a profile to find the patients.',
  unknownProfile: 'There is no such list',
  unknownProfileHint: (id, lists, near) =>
    `“${id}” was asked for, and ${lists === '1' ? 'the one list is not called' : `none of the ${lists} lists is called`} that.${near ? ` Did you mean ${near}?` : ''} No other is shown instead.`,
  openList: (title) => `Open ${title}`,
  chooseList: 'Choose a list',
  retry: 'Try again',
  problems: 'The list is incomplete',
  patientProblems: 'The overview is incomplete',
  profileErrors: (title, count) =>
    `The profile ${title} cannot be used: ${count} ${count === 1 ? 'error' : 'errors'}`,
  profileErrorsHint: 'The previous list is still shown.',
  journalFailed:
    'The journal could not be opened. Try again, or open the patient in the practice system.',
  partLoading: 'Loading …',
  partFailed: 'This part could not be loaded. Nothing has changed.',
  printNotReady: 'The list is not ready to be printed yet. Try again in a moment.',
  printBlocked:
    'Nothing was printed: this window does not allow it. Try again, or ask the vendor to allow printing (allow-modals).',
};

export const statesTexts = { da, en };
