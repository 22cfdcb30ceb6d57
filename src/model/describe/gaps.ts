import { sentence, type Language } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { gapPhrases } from '../../i18n/phrases/gaps.ts';
import { nameType, recordNouns } from '../../i18n/record-types.ts';
import type { DataGap } from '../load/gaps.ts';

/** Says all of what nothing came of, as one sentence. */
export function describeGaps(gaps: readonly DataGap[], language: Language): string {
  return `${sentence(gaps.map((gap) => describeGap(gap, language)).join('; '))}.`;
}

/** Says of what nothing came: `142.000 diagnoser, ingen i SKS`. */
export function describeGap({ type, records, systems }: DataGap, language: Language): string {
  const text = gapPhrases[language];
  const [one, many] = recordNouns[language][type];
  if (systems.length === 0) return text.noList(nameType(type, language));
  const named = systems.join(` ${text.or} `);
  if (records === 0) return text.noneAtAll(many, named);
  return text.noneIn(formatCount(records, language), records === 1 ? one : many, named);
}
