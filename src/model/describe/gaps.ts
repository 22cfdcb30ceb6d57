import { sentence, type Language } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { gapPhrases } from '../../i18n/phrases/gaps.ts';
import { nameType, recordNouns } from '../../i18n/record-types.ts';
import type { DataGap } from '../load/gaps.ts';

/** Says all of what nothing came of, or next to nothing, as one sentence. */
export function describeGaps(gaps: readonly DataGap[], language: Language): string {
  return `${sentence(gaps.map((gap) => describeGap(gap, language)).join('; '))}.`;
}

/** Says of what nothing came, or next to nothing: `142.000 diagnoser, ingen i SKS`, `50 diagnoser, kun 1 ligner ICPC-2`. */
export function describeGap(
  { type, records, systems, alike }: DataGap,
  language: Language,
): string {
  const text = gapPhrases[language];
  const [one, many] = recordNouns[language][type];
  if (systems.length === 0) return text.noList(nameType(type, language));
  const named = systems.join(` ${text.or} `);
  if (records === 0) return text.noneAtAll(many, named);
  const noun = records === 1 ? one : many;
  const number = formatCount(records, language);
  return alike === undefined
    ? text.noneIn(number, noun, named)
    : text.fewAlike(number, noun, alike, named);
}
