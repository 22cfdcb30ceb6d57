/** Numbers of a rule, in words. */
import type { NumberPart, RuleNumbers, Stratum } from '../../authoring/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from '../ui.ts';

/** `Alene 45 af 7.000, 30 tilbage, 2 kan ikke afgøres`: for who hears a row. */
export function wordsOf(
  { of, alone, left, only, lacking }: RuleNumbers,
  { language, texts: { attrition: text } }: Ui,
): string {
  const count = (value: number) => formatCount(value, language);
  const said = [
    alone && of !== undefined ? text.alone(count(alone.yes), count(of)) : undefined,
    left ? text.leftWith(count(left.yes)) : undefined,
    only && only.adds > 0 ? text.adds(count(only.adds)) : undefined,
    only && only.removes > 0 ? text.removes(count(only.removes)) : undefined,
    only && only.undecides > 0 ? text.undecides(count(only.undecides)) : undefined,
    alone && alone.unknown > 0 ? text.undecidedFor(count(alone.unknown)) : undefined,
    lacking ? text.lacking[lacking] : undefined,
  ];
  return said.filter(Boolean).join(', ');
}

/** `+12`, `−34`, `?2` */
export function signed(part: NumberPart, value: number, { language }: Ui): string {
  const signs: Partial<Record<NumberPart, string>> = { adds: '+', removes: '−', undecides: '?' };
  return `${value === 0 ? '' : (signs[part] ?? '')}${formatCount(value, language)}`;
}

/** `Kvinder, 65–79 år` */
export function stratumWords({ age, sex }: Stratum, { texts: { attrition: text } }: Ui): string {
  const { ages } = text;
  const years = !age
    ? ages.unknown
    : age.to === undefined
      ? ages.from(age.from)
      : age.from === 0
        ? ages.upTo(age.to)
        : ages.between(age.from, age.to);
  return text.stratum(text.sexes[sex ?? 'unknown'], years);
}
