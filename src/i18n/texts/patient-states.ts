/** Fixed texts on screen: what the cockpit says instead of a patient. */
import type { Translated } from './types.ts';

const da = {
  loadingPatient: 'Henter patienten',
  failedPatient: 'Patienten kunne ikke hentes',
  failedPatientHint: 'Der vises intet om patienten. Prøv igen, eller åbn journalen.',
  gonePatient: 'Patienten er ikke længere i klinikken',
  gonePatientHint: 'Journalsystemet har ikke patienten mere. Der vises intet om patienten.',
};

const en: Translated<typeof da> = {
  loadingPatient: 'Fetching the patient',
  failedPatient: 'The patient could not be fetched',
  failedPatientHint: 'Nothing is shown about the patient. Try again, or open the journal.',
  gonePatient: 'The patient is no longer in the clinic',
  gonePatientHint:
    'The practice system does not have the patient any more. Nothing is shown about the patient.',
};

export const patientStatesTexts = { da, en };
