/** Why a row stands where it stands by priority, in words. */
import { formatLength } from '../describe/index.ts';
import { describeMissing, describePriority, describeUndecided } from '../describe/list.ts';
import { sentence } from '../../i18n/language.ts';
import { severityPhrases } from '../../i18n/phrases/severity.ts';
import { combinationOf, type RecordItem } from '../../profile/index.ts';
import type { ChipView } from '../cells.ts';
import { longTitle, shortTitle } from '../marker-title.ts';
import type { MarkerView } from '../marker-view.ts';
import { defaultPriority } from './priority.ts';
import { exemptControl } from '../rounds/exempt-markers.ts';
import type { ListData } from './data.ts';
import type { PriorityRule } from './types.ts';

/** What each rule that is on finds in a row; nothing where no rule finds anything. */
export function describePriorityOf(
  data: ListData,
  index: number,
  rules: readonly PriorityRule[],
): readonly string[] {
  return rules.flatMap(({ by, on }) => {
    if (!on) return [];
    if (by === 'missing-control') return missingControls(data, index);
    const count = by === 'age' ? data.row(index).age : data.counts.of(by).byRow[index];
    return count === undefined || (count === 0 && by !== 'age')
      ? []
      : [describePriority(by, count, data.language)];
  });
}

/**
 * Why a row comes before another, a chip each: its markers and the controls that it misses, in the order of the rules.
 * What a rule that is off counts comes last: it moves nobody, and yet it is so.
 *
 * @param only Ids of markers, and names of controls (`exemptControl`): nothing else is told.
 */
export function reasonsOf(
  data: ListData,
  index: number,
  rules: readonly PriorityRule[],
  only?: ReadonlySet<string>,
): readonly ChipView[] {
  const markers = data.row(index).markers.filter(({ id }) => !only || only.has(id));
  const { names, undecided } = severityPhrases[data.language];
  const ordered = [...rules.filter(({ on }) => on), ...rules.filter(({ on }) => !on)];
  const chipsBy = (by: PriorityRule['by']): readonly ChipView[] => {
    switch (by) {
      case 'age':
        return [];
      case 'missing-control':
        return missingControls(data, index, only).map((text) => ({
          ...{ level: 'warning', text },
          said: sentence(names.warning),
        }));
      case 'undecided-markers':
        return markers.filter(({ truth }) => truth === 'unknown').map(chip);
      default:
        return markers.filter(({ truth, level }) => truth === 'yes' && level === by).map(chip);
    }
  };
  const named = ordered.flatMap(({ by }) => chipsBy(by));
  // Rules that are not given are asked last.
  const left = defaultPriority.filter(({ by }) => !rules.some((rule) => rule.by === by));

  const all = [...named, ...left.flatMap(({ by }) => chipsBy(by))];
  return combinationOf(data.population.profile) ? onceEach(all) : all;

  function chip(marker: MarkerView): ChipView {
    const { level, truth, title, short, found } = marker;
    const isUndecided = truth === 'unknown';
    const text = shortTitle(marker, data.language);
    const long = longTitle(marker, data.language);
    return {
      level,
      text,
      ...(long === text ? {} : { long }),
      ...(isUndecided ? { undecided: true } : {}),
      said: sentence(isUndecided ? undecided : names[level]),
      title,
      ...(found ? { bare: short } : {}),
    };
  }
}

/** What several lists of a combined one say in the same words is said once: the gravest first, and what is sure. */
function onceEach(chips: readonly ChipView[]): readonly ChipView[] {
  const keyOf = ({ text }: Pick<ChipView, 'text'>) => text.trim().toLowerCase();
  const sure = new Set(
    chips.flatMap(({ undecided, text, bare = text }) => (undecided ? [] : keyOf({ text: bare }))),
  );
  const said = new Set<string>();
  return chips.filter((chip) => {
    const key = keyOf(chip);
    if (said.has(key) || (chip.undecided && sure.has(key))) return false;
    said.add(key);
    return true;
  });
}

/** The controls that a patient misses, in words: `uden årskontrol i 17 mdr.`. */
export function missingControls(
  data: ListData,
  index: number,
  only?: ReadonlySet<string>,
): readonly string[] {
  return data.flags.controls
    .filter(({ id, truths }) => truths[index] === 2 && (!only || only.has(exemptControl(id))))
    .map(({ item }) => describeMissingOf(data, index, item));
}

/** The controls that a patient misses, then those of which nobody can say. */
export function describeControls(data: ListData, index: number): readonly string[] {
  return [
    ...missingControls(data, index),
    ...data.flags.controls
      .filter(({ truths }) => truths[index] === 1)
      .map(({ title }) => describeUndecided(title, data.language)),
  ];
}

function describeMissingOf(data: ListData, index: number, item: RecordItem): string {
  const { language, population } = data;
  const [latest] = population.cell(data.idAt(index), item.id).records;
  const length =
    latest && 'at' in latest
      ? // Of one that is known to its month or year, the time that has gone for certain.
        formatLength(latest.atLatest ?? latest.at, population.asOf, language)
      : undefined;
  return describeMissing(item, length, language);
}
