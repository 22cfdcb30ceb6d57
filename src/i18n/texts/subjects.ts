/** What texts are about, by name: for whoever gives texts of their own. */
import type { Subject } from './index.ts';

export const subjectNames: Readonly<Record<Subject, true>> = {
  population: true,
  list: true,
  round: true,
  actions: true,
  export: true,
  quality: true,
  exportPanel: true,
  run: true,
  panels: true,
  roundPanel: true,
  roundMember: true,
  profileErrors: true,
  patientStates: true,
  common: true,
  groups: true,
  patient: true,
  cockpit: true,
  patientView: true,
  share: true,
  marker: true,
  states: true,
  workspace: true,
  grid: true,
  profile: true,
};
