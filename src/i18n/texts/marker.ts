/** Fixed texts on screen: the attention marker. */
import type { Translated } from './types.ts';

const da = {
  label: 'Opmærksomhed',
  none: 'Ingen markører',
  count: (critical: number, other: number) =>
    [
      critical > 0 ? `${critical} ${critical === 1 ? 'alvorlig' : 'alvorlige'}` : '',
      other > 0 ? `${other} obs.` : '',
    ]
      .filter(Boolean)
      .join(', '),
  undecided: (count: number) => `${count} kan ikke afgøres`,
  open: 'Åbn patientcockpit',
  failed: 'Markører kan ikke hentes',
  retry: 'Prøv igen',
  loading: 'Henter markører',
};

const en: Translated<typeof da> = {
  label: 'Attention',
  none: 'No markers',
  count: (critical, other) =>
    [critical > 0 ? `${critical} critical` : '', other > 0 ? `${other} to note` : '']
      .filter(Boolean)
      .join(', '),
  undecided: (count) => `${count} cannot be decided`,
  open: 'Open patient cockpit',
  failed: 'Markers cannot be fetched',
  retry: 'Try again',
  loading: 'Fetching markers',
};

export const markerTexts = { da, en };
