/** Fixed texts on screen: the cockpit. */
import type { Translated } from './types.ts';

const da = {
  unknownProfile: (id: string) =>
    `Der er bedt om profilen “${id}”, som ikke findes. Patienten vises gennem de profiler, der er.`,
  title: 'Patientcockpit',
  choosePatient: 'Vælg en patient',
  choosePatientHint: 'Vælg en patient på listen for at se patientens overblik her.',
  openJournal: 'Åbn journal',
  commands: 'Handlinger for overblikket',
  needToKnow: 'Det skal du vide',
  byProfile: (title: string, version: string) => `efter profilen ${title} ${version}`,
  definition: (hash: string) => `Definitionens kontrolsum (SHA-256): ${hash}`,
  definitionSaid: (hash: string) =>
    `Definitionens kontrolsum (SHA-256), som afsenderen oplyser den: ${hash}`,
  noMarkers: 'Ingen markører er sat for denne patient.',
  notMember: 'Patienten er ikke i populationen, så markører er ikke undersøgt.',
  undecidedMember: 'Det kan ikke afgøres, om patienten er i populationen.',
  grounds: 'Grundlag',
  source: 'Kilde',
  chooseProfile: 'Profiler',
};

const en: Translated<typeof da> = {
  unknownProfile: (id) =>
    `The profile “${id}” was asked for, and there is none. The patient is shown through those that there are.`,
  title: 'Patient cockpit',
  choosePatient: 'Choose a patient',
  choosePatientHint: 'Choose a patient in the list to see the overview here.',
  openJournal: 'Open journal',
  commands: 'Actions for the overview',
  needToKnow: 'What you need to know',
  byProfile: (title, version) => `by the profile ${title} ${version}`,
  definition: (hash) => `Hash of the definition (SHA-256): ${hash}`,
  definitionSaid: (hash) => `Hash of the definition (SHA-256), as the sender states it: ${hash}`,
  noMarkers: 'No markers are set for this patient.',
  notMember: 'The patient is not in the population, so markers were not examined.',
  undecidedMember: 'It cannot be determined whether the patient is in the population.',
  grounds: 'Basis',
  source: 'Source',
  chooseProfile: 'Profiles',
};

export const cockpitTexts = { da, en };
