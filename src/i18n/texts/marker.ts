/** Fixed texts on screen: the attention marker. */
import type { Translated } from './types.ts';

const da = {
  label: 'Opmærksomhed',
  none: 'Ingen markører',
  open: 'Åbn patientcockpit',
  failed: 'Markører kan ikke hentes',
  retry: 'Prøv igen',
  loading: 'Henter markører',
};

const en: Translated<typeof da> = {
  label: 'Attention',
  none: 'No markers',
  open: 'Open patient cockpit',
  failed: 'Markers cannot be fetched',
  retry: 'Try again',
  loading: 'Fetching markers',
};

export const markerTexts = { da, en };
