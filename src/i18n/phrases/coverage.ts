/** The words of what data covers. */
import type { ByLanguage } from '../language.ts';

export interface CoveragePhrases {
  readonly undeclared: string;
  readonly missing: string;
  readonly from: string;
  readonly updated: string;
  readonly neverTold: string;
}

export const coveragePhrases: ByLanguage<CoveragePhrases> = {
  da: {
    undeclared: 'ikke oplyst af klinikkens system',
    missing: 'ingen adgang',
    from: 'fra',
    updated: 'opdateret',
    neverTold: 'opdatering ikke oplyst',
  },
  en: {
    undeclared: 'not stated by the clinic’s system',
    missing: 'no access',
    from: 'from',
    updated: 'updated',
    neverTold: 'update not stated',
  },
};
