import type { Facet, Filter, IndicatorFacet, ListView, Overview } from '../../../model/index.ts';
import { formatCount, formatPercent } from '../../../i18n/numbers.ts';
import type { Ui } from '../ui.ts';

export interface OverviewProps {
  readonly counts: Overview;
  readonly view: ListView;
  readonly toggle: (filter: Filter) => void;
  /** Whether the numbers stand in a table instead of cards and charts. */
  readonly asTable: boolean;
  readonly ui: Ui;
}

/** No 0 where nobody can know: missing data is never *none*. */
export function countOf({ yes, unknown }: Facet, { language, texts }: Ui): string {
  return yes === 0 && unknown > 0 ? texts.population.notKnown : formatCount(yes, language);
}

/** `70–79`, in years. */
export function bandLabel(from: number): string {
  return from >= 90 ? '90+' : `${from}–${from + 9}`;
}

/** An indicator's value, and what cannot be decided beside it. */
export function indicatorWords(
  { yes, unknown, of }: IndicatorFacet,
  { language, texts }: Ui,
): readonly [value: string, beside: string] {
  const count = (value: number) => formatCount(value, language);
  const value =
    yes === 0 && unknown > 0
      ? texts.population.notKnown
      : texts.list.indicatorValue(formatPercent(yes, of, language), count(yes), count(of));
  return [value, unknown > 0 ? texts.population.undecidedBeside(count(unknown)) : ''];
}
