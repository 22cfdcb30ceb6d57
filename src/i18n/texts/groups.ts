/** Fixed texts on screen: the groups of items. */
import type { Translated } from './types.ts';

const da = {
  patient: 'Patient',
  attention: 'Opmærksomhed',
  diagnosis: 'Diagnoser',
  medication: 'Medicin',
  result: 'Prøver',
  service: 'Ydelser',
  appointment: 'Aftaler',
  referral: 'Henvisninger',
  letter: 'Epikriser',
  vaccination: 'Vaccinationer',
  carePlan: 'Forløbsplaner',
  note: 'Notater',
  correspondence: 'Korrespondance',
};

const en: Translated<typeof da> = {
  patient: 'Patient',
  attention: 'Attention',
  diagnosis: 'Diagnoses',
  medication: 'Medication',
  result: 'Results',
  service: 'Services',
  appointment: 'Appointments',
  referral: 'Referrals',
  letter: 'Discharge letters',
  vaccination: 'Vaccinations',
  carePlan: 'Care plans',
  note: 'Notes',
  correspondence: 'Correspondence',
};

export const groupsTexts = { da, en };
