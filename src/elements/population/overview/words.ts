import {
  formatDate,
  nameControl,
  type Facet,
  type Figure,
  type Filter,
  type ListView,
  type Overview,
  type OverviewTotals,
} from '../../../model/index.ts';
import { formatCount, formatPercent } from '../../../i18n/numbers.ts';
import type { Texts, Ui } from '../ui.ts';

export interface OverviewProps {
  readonly counts: Overview;
  readonly view: ListView;
  readonly toggle: (filter: Filter) => void;
  /** Whether the numbers stand in a table instead of cards and charts. */
  readonly asTable: boolean;
  readonly ui: Ui;
}

/** No 0 where nobody can know: missing data is never *none*. */
export function countOf(
  { yes, unknown }: Pick<Figure, 'yes' | 'unknown'>,
  { language, texts }: Ui,
): string {
  return yes === 0 && unknown > 0 ? texts.population.notKnown : formatCount(yes, language);
}

/** The age that a band begins with, where there is no room for more: `70`. */
export function bandStart(from: number): string {
  return from >= 90 ? '90+' : String(from);
}

/** Whom a figure counts who miss a control. */
export function controlTitle({ title }: { readonly title: string }, { list }: Texts): string {
  return list.noControl(nameControl(title));
}

/** Whom a figure counts who came since the last round. */
export function cameTitle({ lastRound = '' }: Overview, { language, texts }: Ui): string {
  return texts.list.fresh(formatDate(lastRound, language));
}

/** `70–79`, in years. */
export function bandLabel(from: number): string {
  return from >= 90 ? '90+' : `${from}–${from + 9}`;
}

/** The share of a figure with what it is of, as the same in each card: `15 % af 150`, `30 % af 40 viste`. */
export function shareOf(
  { yes, unknown, of }: Figure,
  { total, size }: Pick<OverviewTotals, 'total' | 'size'>,
  { language, texts }: Ui,
): string | undefined {
  // Of nobody there is no share.
  if (of === 0 || (yes === 0 && unknown > 0)) return undefined;
  const { ofPopulation, ofShown } = texts.population;
  const words = total < size ? ofShown : ofPopulation;
  return words(formatPercent(yes, of, language), formatCount(of, language));
}

/** What share of the clinic the population is, of those who can be decided, and how much of it did not come. */
export function populationShare(
  { population: { yes, unknown, of }, notFetched }: OverviewTotals,
  { language, texts }: Ui,
): readonly string[] {
  const text = texts.population;
  const count = (value: number) => formatCount(value, language);
  const words = notFetched === 0 ? text.share : text.shareFetched;
  const isKnown = of > 0 && !(yes === 0 && unknown > 0);
  return [
    ...(isKnown ? [words(formatPercent(yes, of, language), count(of), unknown > 0)] : []),
    ...(notFetched === 0
      ? []
      : [text.notFetched(notFetched === 'unknown' ? undefined : count(notFetched))]),
  ];
}

/** An indicator's value, and what cannot be decided beside it. */
export function indicatorWords(
  { yes, unknown, of }: Facet,
  { language, texts }: Ui,
): readonly [value: string, beside: string] {
  const count = (value: number) => formatCount(value, language);
  const value =
    yes === 0 && unknown > 0
      ? texts.population.notKnown
      : of === 0
        ? texts.population.noShare
        : texts.list.indicatorValue(formatPercent(yes, of, language), count(yes), count(of));
  return [value, unknown > 0 ? texts.population.undecidedBeside(count(unknown)) : ''];
}
