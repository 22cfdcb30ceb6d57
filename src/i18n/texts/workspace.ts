/** Fixed texts on screen: the workspace. */
import type { Translated } from './types.ts';

const da = {
  startRegion: 'Startside',
  listRegion: 'Populationsoverblik',
  cockpitRegion: 'Patientcockpit',
  backToList: 'Tilbage til listen',
  closeCockpit: 'Luk overblik',
};

const en: Translated<typeof da> = {
  startRegion: 'Start page',
  listRegion: 'Population list',
  cockpitRegion: 'Patient cockpit',
  backToList: 'Back to the list',
  closeCockpit: 'Close overview',
};

export const workspaceTexts = { da, en };
