/** The words of a patient's row: why first, how far in the round. */
import type { ByLanguage } from '../language.ts';
import { severityPhrases } from './severity.ts';

type Counted = readonly [one: string, several: string];

export interface ListPhrases {
  readonly new: string;
  readonly 'to-follow-up': string;
  readonly reviewed: string;
  readonly exempt: string;
  readonly statusUnknown: string;
  readonly came: string;
  /** Of a day by which something was due, and is not done. */
  readonly overdue: string;
  readonly undecided: string;
  /** Of a patient on other lists than the one that is shown. */
  readonly alsoOn: (count: number) => string;
  readonly without: (control: string, length: string | undefined) => string;
  readonly critical: Counted;
  readonly warning: Counted;
  readonly info: Counted;
  readonly 'undecided-markers': Counted;
  readonly age: Counted;
}

export const listPhrases: ByLanguage<ListPhrases> = {
  da: {
    new: 'ikke gennemgået',
    'to-follow-up': 'til opfølgning',
    reviewed: 'gennemgået',
    exempt: 'undtaget',
    statusUnknown: 'status i runden kendes ikke: runden er ikke hentet',
    came: 'ny siden sidste runde',
    overdue: 'overskredet',
    undecided: 'kan ikke afgøres',
    alsoOn: (count) => (count === 1 ? 'Også på 1 anden liste' : `Også på ${count} andre lister`),
    without: (control, length) => `uden ${control}${length === undefined ? '' : ` i ${length}`}`,
    ...severityPhrases.da.counted,
    'undecided-markers': ['markør kan ikke afgøres', 'markører kan ikke afgøres'],
    age: ['år', 'år'],
  },
  en: {
    new: 'not reviewed',
    'to-follow-up': 'to follow up',
    reviewed: 'reviewed',
    exempt: 'exempt',
    statusUnknown: 'status in the round is not known: the round has not been fetched',
    came: 'new since the last round',
    overdue: 'overdue',
    undecided: 'cannot be determined',
    alsoOn: (count) => (count === 1 ? 'Also on 1 other list' : `Also on ${count} other lists`),
    without: (control, length) => `no ${control}${length === undefined ? '' : ` for ${length}`}`,
    ...severityPhrases.en.counted,
    'undecided-markers': ['marker cannot be determined', 'markers cannot be determined'],
    age: ['year', 'years'],
  },
};
