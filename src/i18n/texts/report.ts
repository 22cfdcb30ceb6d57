/** Fixed texts on screen: reports of indicators. */
import type { Translated } from './types.ts';

const da = {
  title: 'Rapport',
  none: 'Ingen rapport endnu',
};

const en: Translated<typeof da> = {
  title: 'Report',
  none: 'No report yet',
};

export const reportTexts = { da, en };
