/** Fixed texts on screen: why a patient is on a list, or is not. */
import type { Translated } from './types.ts';

const da = {
  yes: 'Hvorfor på listen?',
  no: 'Hvorfor ikke på listen?',
  unknown: 'Hvad mangler for at afgøre det?',
  exclusion: 'Eksklusion',
  inclusion: 'Inklusion',
  met: 'opfyldt',
  unmet: 'ikke opfyldt',
  undecided: 'kan ikke afgøres',
  notFound: 'ikke fundet',
  out: {
    deceased: 'Patienten er død og indgår ikke.',
    unborn: 'Patienten er født efter datoen og indgår ikke.',
  },
};

const en: Translated<typeof da> = {
  yes: 'Why listed?',
  no: 'Why not listed?',
  unknown: 'What is missing to determine it?',
  exclusion: 'Exclusion',
  inclusion: 'Inclusion',
  met: 'met',
  unmet: 'not met',
  undecided: 'cannot be determined',
  notFound: 'not found',
  out: {
    deceased: 'The patient has died and is not counted.',
    unborn: 'The patient was born after the date and is not counted.',
  },
};

export const whyTexts = { da, en };
