/** Fixed texts on screen: the errors of a profile. */
import type { Translated } from './types.ts';

const da = {
  errorList: 'Profilens fejl',
  errorAt: 'Sted',
  errorFix: 'Sådan rettes det',
  wholeDocument: 'hele dokumentet',
};

const en: Translated<typeof da> = {
  errorList: 'The errors of the profile',
  errorAt: 'Where',
  errorFix: 'How to mend it',
  wholeDocument: 'the whole document',
};

export const profileErrorsTexts = { da, en };
