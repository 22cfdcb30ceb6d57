/** Fixed texts on screen: the panel of a round, and the exemption of several patients. */
import { danishPatients, englishPatients } from './patients.ts';
import type { Translated } from './types.ts';

const da = {
  exemptTitle: (count: string) => `Undtag ${danishPatients(count)}`,
  exemptHint: 'De bliver stående på listen som undtaget, og noten følger med til næste runde.',
  start: 'Begynd ny runde',
  started: (date: string) => `Runden begyndte ${date}`,
  compare: 'Sammenlign',
  with: 'med',
  now: 'nu',
  came: 'Kommet til',
  left: 'Udgået',
  changed: 'Ændret',
  notReached: 'Ikke gennemgået',
};

const en: Translated<typeof da> = {
  exemptTitle: (count) => `Exempt ${englishPatients(count)}`,
  exemptHint: 'They stay on the list as exempt, and the note goes along to the next round.',
  start: 'Start a new round',
  started: (date) => `The round began ${date}`,
  compare: 'Compare',
  with: 'with',
  now: 'now',
  came: 'Came',
  left: 'Left',
  changed: 'Changed',
  notReached: 'Not reviewed',
};

export const roundPanelTexts = { da, en };
