/** Fixed texts on screen: the host’s actions. */
import type { Translated } from './types.ts';

const da = {
  cancel: 'Annuller',
  close: 'Luk',
  ok: 'udført',
  notOk: 'mislykkedes',
  notSent: 'ikke sendt',
  nobody: 'Der er ingen at gøre det for.',
  andMore: (names: string, count: string) => `${names} og ${count} til`,
  hidden: (count: string) => `${count} af dem er skjult af søgning eller filter.`,
  gone: (count: string) => `${count} er ikke længere på listen og er udeladt.`,
  dead: (count: string) => `${count} er ${count === '1' ? 'død' : 'døde'} og er udeladt.`,
};

const en: Translated<typeof da> = {
  cancel: 'Cancel',
  close: 'Close',
  ok: 'done',
  notOk: 'failed',
  notSent: 'not sent',
  nobody: 'There is nobody to do it for.',
  andMore: (names, count) => `${names} and ${count} more`,
  hidden: (count) => `${count} of them hidden by search or filter.`,
  gone: (count) => `${count} no longer on the list and left out.`,
  dead: (count) => `${count} dead and left out.`,
};

export const actionsTexts = { da, en };
