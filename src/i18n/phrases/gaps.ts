/** What a profile asks for and of which nothing came, in words beside the title. */
import type { ByLanguage } from '../language.ts';
import { formatCount } from '../numbers.ts';

export interface GapPhrases {
  /** In one system, or several; `records` is written out, `0` where there are none. */
  readonly noneIn: (records: string, type: string, systems: string) => string;
  /** Most codes that stand in the system look like another's. */
  readonly fewAlike: (records: string, type: string, alike: number, system: string) => string;
  readonly noneAtAll: (type: string, systems: string) => string;
  readonly noList: (type: string) => string;
  readonly or: string;
}

export const gapPhrases: ByLanguage<GapPhrases> = {
  da: {
    noneIn: (records, type, systems) => `${records} ${type}, ingen i ${systems}`,
    fewAlike: (records, type, alike, system) =>
      `${records} ${type}, kun ${formatCount(alike, 'da')} ligner ${system}`,
    noneAtAll: (type, systems) => `ingen ${type} i ${systems}`,
    noList: (type) => `ingen patient har en liste over ${type}`,
    or: 'eller',
  },
  en: {
    noneIn: (records, type, systems) => `${records} ${type}, none in ${systems}`,
    fewAlike: (records, type, alike, system) =>
      `${records} ${type}, only ${formatCount(alike, 'en')} ${alike === 1 ? 'looks' : 'look'} like ${system}`,
    noneAtAll: (type, systems) => `no ${type} in ${systems}`,
    noList: (type) => `no patient has a list of ${type}`,
    or: 'or',
  },
};
