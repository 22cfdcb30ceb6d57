/** Who vouches for a profile, and whether its rules are in force, in words beside a list. Dates are written out. */
import type { ByLanguage } from '../language.ts';

export interface StandingPhrases {
  readonly notApproved: string;
  readonly approvalEnded: (date: string) => string;
  readonly notYet: (from: string) => string;
  readonly noLonger: (to: string) => string;
  /** That the archive has a newer version; of one of several profiles with its name. */
  readonly older: (name: string | undefined, newer: string) => string;
  /** That the archive has taken the version back, and which is in force instead. */
  readonly withdrawn: (name: string | undefined, newer: string | undefined) => string;
}

export const standingPhrases: ByLanguage<StandingPhrases> = {
  da: {
    notApproved: 'Ikke fagligt godkendt',
    approvalEnded: (date) => `Den faglige godkendelse udløb ${date}`,
    notYet: (from) =>
      `Profilens regler gælder først fra ${from}: de kan være andre på listens dato.`,
    noLonger: (to) => `Profilens regler gjaldt til og med ${to}: de kan være ændret siden.`,
    older: (name, newer) =>
      `${name ?? 'Profilen her'} er en ældre version: arkivet har version ${newer}.`,
    withdrawn: (name, newer) =>
      `${name ?? 'Profilens version'} er trukket tilbage af udgiveren${newer === undefined ? '' : `: brug version ${newer}`}.`,
  },
  en: {
    notApproved: 'Not clinically approved',
    approvalEnded: (date) => `The clinical approval ended on ${date}`,
    notYet: (from) =>
      `The rules of the profile are valid from ${from} only: they may be others on the date of the list.`,
    noLonger: (to) =>
      `The rules of the profile were valid up to and including ${to}: they may have changed since.`,
    older: (name, newer) =>
      `${name ?? 'This profile'} is an older version: the archive has version ${newer}.`,
    withdrawn: (name, newer) =>
      `${name ?? 'This version of the profile'} was withdrawn by its publisher${newer === undefined ? '' : `: use version ${newer}`}.`,
  },
};
