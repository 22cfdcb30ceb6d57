/** Fixed texts on screen: a profile. */
import type { Translated } from './types.ts';

const da = {
  heading: 'Profilen',
};

const en: Translated<typeof da> = {
  heading: 'The profile',
};

export const profileTexts = { da, en };
