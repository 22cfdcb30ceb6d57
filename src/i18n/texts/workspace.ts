/** Fixed texts on screen: the workspace. */
import type { Translated } from './types.ts';

const da = {
  startRegion: 'Startside',
  listRegion: 'Populationsoverblik',
  cockpitRegion: 'Patientcockpit',
  backToList: 'Tilbage til listen',
  closeCockpit: 'Luk overblik',
  cockpitWidth: 'Overblikkets bredde',
  fullPage: 'Vis på hele siden',
  besideList: 'Vis ved siden af listen',
};

const en: Translated<typeof da> = {
  startRegion: 'Start page',
  listRegion: 'Population list',
  cockpitRegion: 'Patient cockpit',
  backToList: 'Back to the list',
  closeCockpit: 'Close overview',
  cockpitWidth: 'Width of the overview',
  fullPage: 'Show on the whole page',
  besideList: 'Show beside the list',
};

export const workspaceTexts = { da, en };
